#include "lang/grammar.h"

#include "test.h"

static void spelling_does_not_count(void)
{
    uint64_t key = ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("أن"));

    CHECK(key == ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("إِنَّ")));
    CHECK(key == ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("ٱن")));
    CHECK(key == ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("اـن")));
    CHECK(ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("حتى")) ==
          ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("حتي")));
    CHECK(ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("That")) ==
          ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("that")));
}

static void letters_and_parts_of_speech_count(void)
{
    uint64_t key = ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("من"));

    CHECK(key != ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("عن")));
    CHECK(key != ahd_grammar_key(AHD_GRAMMAR_NOUN, AHD_STR("من")));
    CHECK(key != ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("نم")));
    CHECK(ahd_grammar_key(AHD_GRAMMAR_WORD, AHD_STR("")) != 0);
}

static void any_bytes_have_a_key(void)
{
    CHECK(ahd_grammar_key(AHD_GRAMMAR_VERB, AHD_STR("\xD8")) != 0);
    CHECK(ahd_grammar_key(AHD_GRAMMAR_VERB, AHD_STR("\xFF\xFE\x80")) != 0);
}

static void an_empty_section_has_no_words(void)
{
    ahd_lexica none = {0};

    CHECK(ahd_grammar_classes(&none, 1) == 0);
}

int main(void)
{
    RUN(spelling_does_not_count);
    RUN(letters_and_parts_of_speech_count);
    RUN(any_bytes_have_a_key);
    RUN(an_empty_section_has_no_words);
    return test_failures != 0;
}
