#include "lang/lexicon.h"

#include "test.h"

static void alefs_are_one_letter_in_four_spellings(void)
{
    static const uint32_t alefs[] = {0x627, 0x623, 0x625, 0x622};

    for (uint8_t i = 0; i < 4; i++) {
        ahd_code letter = ahd_lexicon_letter(alefs[i]);
        CHECK(letter.code == AHD_CODE_ALEF && letter.spelling == i);
    }
}

static void vowels_and_tatweel_are_marks(void)
{
    CHECK(ahd_lexicon_letter(0x64E).code == AHD_CODE_MARK);
    CHECK(ahd_lexicon_letter(0x640).code == AHD_CODE_MARK);
    CHECK(ahd_lexicon_letter(0x200F).code == AHD_CODE_MARK);
}

static void presentation_forms_are_their_letters(void)
{
    CHECK(ahd_lexicon_letter(0xFEE3).code == AHD_CODE_MIM);
}

static void what_is_no_arabic_letter_is_none(void)
{
    static const uint32_t others[] = {'a', '1', 0x660, 0x60C, 0xFFFD, 0x10FFFF};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(ahd_lexicon_letter(others[i]).code == AHD_CODE_NONE);
}

static void one_wrong_letter_always_changes_the_check(void)
{
    for (uint8_t spelling = 1; spelling < 4; spelling++)
        for (int at = 0; at < AHD_LEXICON_LONGEST; at++) {
            uint32_t right = 0, wrong = 0;
            for (int i = 0; i < AHD_LEXICON_LONGEST; i++) {
                ahd_code letter = {AHD_CODE_ALEF, i == at ? spelling : 0};
                right = ahd_lexicon_check(right, (ahd_code){1, 0});
                wrong = ahd_lexicon_check(wrong, letter);
            }
            CHECK(right != wrong);
        }
}

static void a_lexicon_that_was_not_compiled_has_no_words(void)
{
    ahd_lexica none = {.version = AHD_STR("")};
    ahd_lexicon l = ahd_lexicon_open(&none);
    ahd_lexicon_at at = {l.root, 0};

    CHECK(!ahd_lexicon_ends(&l, at));
    CHECK(!ahd_lexicon_step(&l, &at, AHD_CODE_ALEF));
    CHECK_STR(ahd_lexicon_lemma(&l, 0), "");
}

int main(void)
{
    RUN(alefs_are_one_letter_in_four_spellings);
    RUN(vowels_and_tatweel_are_marks);
    RUN(presentation_forms_are_their_letters);
    RUN(what_is_no_arabic_letter_is_none);
    RUN(one_wrong_letter_always_changes_the_check);
    RUN(a_lexicon_that_was_not_compiled_has_no_words);
    return test_failures != 0;
}
