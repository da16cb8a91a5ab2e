#include "search/terms.h"

#include "test.h"

static ahd_terms terms;

static ahd_str written(const char *text, ahd_buf *out)
{
    ahd_buf_clear(out);
    (void)ahd_terms_write(&terms, ahd_str_from(text), out);
    return ahd_buf_str(out);
}

static void a_word_that_is_its_own_lemma_is_one_term(void)
{
    ahd_buf out = AHD_BUF(1 << 16);

    CHECK_STR(written("Geneva, 1701!", &out), "bgeneva\nb1701");
    ahd_buf_finish(&out);
}

static void others_have_stems_and_the_word_itself(void)
{
    ahd_buf out = AHD_BUF(1 << 16);

    CHECK_STR(written("لاتفاقهم", &out), "sاتفاق\teلاتفاقهم");
    CHECK_STR(written("struck", &out), "sstrike\testruck");
    ahd_buf_finish(&out);
}

static void punctuation_takes_no_place(void)
{
    ahd_buf out = AHD_BUF(1 << 16);

    CHECK(ahd_terms_write(&terms, AHD_STR("5+5 — «..»\t\n،"), &out) == 2);
    CHECK_STR(ahd_buf_str(&out), "b5\nb5");
    ahd_buf_finish(&out);
}

static void a_term_is_cut_in_whole_characters(void)
{
    static char word[4001];
    ahd_buf out = AHD_BUF(1 << 16);

    for (size_t i = 0; i < 4000; i += 2)
        memcpy(word + i, "ض", 2);
    ahd_str line = written(word, &out);
    CHECK(line.len > 60 && line.len <= 2 * AHD_TERMS_LONGEST + 1);
    while (line.len > 0) {
        ahd_str term = ahd_str_cut(&line, '\t');
        CHECK(term.len <= AHD_TERMS_LONGEST && term.len % 2 == 1);
    }
    ahd_buf_finish(&out);
}

static void what_is_kept_says_the_same_again(void)
{
    char word[32];
    ahd_buf first = AHD_BUF(1 << 16), again = AHD_BUF(1 << 16);

    (void)written("والاتفاقيات", &first);
    for (int i = 0; i < 200000; i++) {
        snprintf(word, sizeof word, "x%dy", i);
        (void)ahd_terms_of(&terms, ahd_str_from(word));
    }
    ahd_str said = written("والاتفاقيات", &again);
    CHECK(ahd_str_eq(said, ahd_buf_str(&first)));
    ahd_buf_finish(&first);
    ahd_buf_finish(&again);
}

int main(void)
{
    CHECK(ahd_terms_init(&terms, ahd_kb_embedded()));
    RUN(a_word_that_is_its_own_lemma_is_one_term);
    RUN(others_have_stems_and_the_word_itself);
    RUN(punctuation_takes_no_place);
    RUN(a_term_is_cut_in_whole_characters);
    RUN(what_is_kept_says_the_same_again);
    ahd_terms_finish(&terms);
    return test_failures != 0;
}
