#include "lang/affinity.h"

#include "kb/kb.h"
#include "lang/grammar.h"
#include "test.h"

static int likes(ahd_grammar_part part, const char *word, const char *prep)
{
    return ahd_affinity_of(
        ahd_kb_embedded()->lang,
        (uint32_t)ahd_grammar_key(part, ahd_str_from(word)),
        (uint32_t)ahd_grammar_key(AHD_GRAMMAR_WORD, ahd_str_from(prep)));
}

static void verbs_and_nouns_have_their_own(void)
{
    CHECK(likes(AHD_GRAMMAR_VERB, "تَوَصَّل", "إلى") > 2);
    CHECK(likes(AHD_GRAMMAR_VERB, "توصل", "ضد") < 0);
    CHECK(likes(AHD_GRAMMAR_NOUN, "اتفاق", "بين") > 2);
}

static void what_was_not_counted_is_not_known(void)
{
    CHECK(likes(AHD_GRAMMAR_NOUN, "قسطنطينوبوليس", "في") ==
          AHD_AFFINITY_UNKNOWN);
    CHECK(likes(AHD_GRAMMAR_NOUN, "اتفاق", "فوق") == AHD_AFFINITY_UNKNOWN);
    CHECK(ahd_affinity_of(ahd_kb_embedded()->lang, 0, 0) ==
          AHD_AFFINITY_UNKNOWN);
}

int main(void)
{
    RUN(verbs_and_nouns_have_their_own);
    RUN(what_was_not_counted_is_not_known);
    return test_failures != 0;
}
