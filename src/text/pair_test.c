#include "text/pair.h"

#include "lang/fold.h"
#include "lang/word.h"
#include "test.h"

static ahd_arena *arena;
static char out[256];

/* The pairs of a text as "first-last" of words counted from 0. */
static ahd_str pairs(const char *text)
{
    ahd_doc *doc = ahd_doc_new(arena);
    size_t at = 0, len = 0;
    ahd_word w;

    doc->text = ahd_str_from(text);
    while (ahd_word_next(doc->text, &at, &w)) {
        ahd_token *t = ahd_vec_push(arena, &doc->tokens);
        *t =
            (ahd_token){.at = w.at,
                        .first = w.first,
                        .kind = (uint8_t)w.kind,
                        .flags = w.space ? AHD_TOKEN_SPACE_BEFORE : 0,
                        .form = ahd_fold(arena, ahd_str_span(doc->text, w.at))};
    }
    uint32_t *closer = ahd_new(arena, uint32_t, doc->tokens.count + 1);
    ahd_pair_find(doc, 0, doc->tokens.count, closer);
    for (uint32_t i = 0; i < doc->tokens.count; i++)
        if (closer[i] > 0)
            len += (size_t)snprintf(out + len, sizeof out - len, "%s%u-%u",
                                    len ? " " : "", i, closer[i]);
    return (ahd_str){out, len};
}

static void marks_close_what_they_open(void)
{
    CHECK_STR(pairs("قال «نعم» ثم"), "1-3");
    CHECK_STR(pairs("“a” „b“ ‘c’ 'd'"), "0-2 3-5 6-8 9-11");
    CHECK_STR(pairs("\"a\" and \"b\""), "0-2 4-6");
    CHECK_STR(pairs("«a “b” c»"), "0-6 2-4");
}

static void an_even_number_alternates(void)
{
    CHECK_STR(pairs("قال \"نعم \"ثم \"لا \"وغادر"), "1-3 5-7");
    CHECK_STR(pairs("قال\" نعم\" ثم"), "1-3");
}

static void an_odd_number_goes_by_how_marks_lean(void)
{
    CHECK_STR(pairs("\"a b \"c\" d"), "3-5");
    CHECK_STR(pairs("a\" b \"c\" d"), "3-5");
    CHECK_STR(pairs("\"a\" b \"c"), "0-2");
    CHECK_STR(pairs("a\", b \"c\", d"), "4-6");
}

static void apostrophes_are_no_quotations(void)
{
    CHECK_STR(pairs("the parties' leaders' Sana'a it's"), "");
    CHECK_STR(pairs("he said 'the parties.' Then"), "2-6");
}

static void what_never_closes_is_not_open(void)
{
    CHECK_STR(pairs("«a b c"), "");
    CHECK_STR(pairs("a b»"), "");
    CHECK_STR(pairs("« « « « « « « « « « »"), "9-10");
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(marks_close_what_they_open);
    RUN(an_even_number_alternates);
    RUN(an_odd_number_goes_by_how_marks_lean);
    RUN(apostrophes_are_no_quotations);
    RUN(what_never_closes_is_not_open);
    ahd_arena_free(arena);
    return test_failures != 0;
}
