#include "morph/keys.h"

#include "test.h"

static ahd_arena *arena;

static ahd_keys keys_of(const char *word)
{
    ahd_keys keys;

    ahd_keys_make(ahd_kb_embedded(), ahd_str_from(word), arena, &keys);
    return keys;
}

/* Do the stems of these words meet? */
static bool meet(const char *one, const char *other)
{
    ahd_keys a = keys_of(one), b = keys_of(other);

    for (uint32_t i = 0; i < a.count; i++)
        for (uint32_t j = 0; j < b.count; j++)
            if (ahd_str_eq(a.stems[i], b.stems[j]))
                return true;
    return false;
}

static void the_exact_key_is_the_folded_word(void)
{
    CHECK_STR(keys_of("وبالإتّفاقيّة").exact, "وبالاتفاقيه");
    CHECK_STR(keys_of("ﻟﺒﻨﺎﻥ").exact, "لبنان");
    CHECK_STR(keys_of("GNA’s").exact, "gna's");
}

static void spellings_of_one_word_meet(void)
{
    CHECK(meet("إطلاق", "اطلاق"));
    CHECK(meet("هُدْنَة", "هدنه"));
    CHECK(meet("الليبي", "الليبى"));
    CHECK(meet("Erdoğan", "ERDOGAN"));
}

static void a_word_meets_what_is_written_together_with_it(void)
{
    CHECK(meet("اتفاق", "لاتفاقهم"));
    CHECK(meet("الاتفاق", "وبالاتفاق"));
    CHECK(meet("لبنان", "للبنان"));
}

static void so_does_one_that_no_lexicon_has(void)
{
    CHECK(meet("باشاغا", "ولباشاغا")); /* of the kb */
    CHECK(meet("نخلستانوف", "وبالنخلستانوف"));
    CHECK(!meet("باشاغا", "اشاغا"));
}

static void a_word_meets_its_inflections(void)
{
    CHECK(meet("وزير", "الوزراء"));
    CHECK(meet("قرار", "بالقرارات"));
    CHECK(meet("الطرف", "الطرفين"));
    CHECK(meet("دعا", "يدعو"));
    CHECK(meet("دائم", "الدائمة"));
}

static void a_word_meets_no_other_of_its_root(void)
{
    CHECK(!meet("قرار", "قارة"));
    CHECK(!meet("حكم", "حكومة"));
    CHECK(!meet("لبنان", "لبناني"));
    CHECK(!meet("مؤسسة", "مؤسس"));
    CHECK(!meet("قال", "أقال"));
}

static void a_careful_spelling_tells_words_apart(void)
{
    CHECK(!meet("على", "علي"));
    CHECK(!meet("إعلام", "أعلام"));
    CHECK(!meet("وجهة", "وجهه"));
    CHECK(meet("إعلام", "اعلام"));
    CHECK(meet("أعلام", "اعلام"));
}

static void english_words_meet_by_their_lemma(void)
{
    CHECK(meet("signed", "signs"));
    CHECK(meet("withdraw", "withdrew"));
    CHECK(meet("ceasefires", "Ceasefire"));
    CHECK(!meet("united", "unit"));
    CHECK(!meet("policy", "police"));
}

static void numbers_meet_in_the_digits_of_every_script(void)
{
    CHECK(meet("١٧٠١", "1701"));
    CHECK(meet("۱۷۰۱", "1701"));
    CHECK(!meet("17", "1701"));
}

static void a_name_is_not_cut_up(void)
{
    CHECK(!meet("لبنان", "لبن"));
    CHECK(!meet("كمال", "مال"));
    CHECK(!meet("البحرين", "البحر"));
    CHECK(!meet("بلال", "لال"));
}

static void what_folds_to_nothing_has_no_key(void)
{
    CHECK(keys_of("").count == 0);
    CHECK(keys_of("\u200f").count == 0);
    CHECK(keys_of("\xff\xfe").count == 1);
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(the_exact_key_is_the_folded_word);
    RUN(spellings_of_one_word_meet);
    RUN(a_word_meets_what_is_written_together_with_it);
    RUN(so_does_one_that_no_lexicon_has);
    RUN(a_word_meets_its_inflections);
    RUN(a_word_meets_no_other_of_its_root);
    RUN(a_careful_spelling_tells_words_apart);
    RUN(english_words_meet_by_their_lemma);
    RUN(numbers_meet_in_the_digits_of_every_script);
    RUN(a_name_is_not_cut_up);
    RUN(what_folds_to_nothing_has_no_key);
    ahd_arena_free(arena);
    return test_failures != 0;
}
