#include "morph/english_forms.h"

#include "kb/kb.h"
#include "test.h"

#include <string.h>

static ahd_english lexicon;

static const ahd_english_reading *find(const char *form, uint32_t tag)
{
    static ahd_english_reading readings[AHD_ENGLISH_READINGS];
    uint32_t count =
        ahd_english_forms_find(&lexicon, ahd_str_from(form), false, readings);

    for (uint32_t i = 0; i < count; i++)
        if (readings[i].tag == tag)
            return &readings[i];
    return NULL;
}

typedef struct expected {
    const char *form;
    uint32_t tag;
    const char *lemma;
} expected;

static void check_all(const expected *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const ahd_english_reading *r = find(words[i].form, words[i].tag);
        ahd_str form = ahd_str_from(words[i].form), lemma = {"none", 4};
        if (r != NULL)
            lemma = ahd_english_forms_lemma(&lexicon, form, r);
        if (!ahd_str_eq(lemma, ahd_str_from(words[i].lemma)))
            printf("%s as %u is %.*s\n", words[i].form, (unsigned)words[i].tag,
                   AHD_STR_ARG(lemma));
        CHECK(ahd_str_eq(lemma, ahd_str_from(words[i].lemma)));
    }
}

#define CHECK_ALL(words) check_all(words, sizeof(words) / sizeof *(words))

enum {
    NOUN = AHD_POS_NOUN,
    BASE = AHD_POS_VERB,
    NOW = AHD_TAG_VERB_PRESENT,
    PAST = AHD_TAG_VERB_PAST,
    DONE = AHD_TAG_VERB_PARTICIPLE,
    ING = AHD_TAG_VERB_ING
};

static void regular_endings_come_off(void)
{
    static const expected words[] = {
        {"talks", NOUN, "talk"},           {"talks", NOW, "talk"},
        {"clashes", NOUN, "clash"},        {"boxes", NOUN, "box"},
        {"parties", NOUN, "party"},        {"houses", NOUN, "house"},
        {"heroes", NOUN, "hero"},          {"attacks", NOW, "attack"},
        {"denies", NOW, "deny"},           {"passes", NOW, "pass"},
        {"talked", PAST, "talk"},          {"talked", DONE, "talk"},
        {"agreed", PAST, "agree"},         {"used", DONE, "use"},
        {"denied", DONE, "deny"},          {"stopped", PAST, "stop"},
        {"planned", DONE, "plan"},         {"hoped", PAST, "hope"},
        {"filled", DONE, "fill"},          {"signing", ING, "sign"},
        {"making", ING, "make"},           {"planning", ING, "plan"},
        {"toting", ING, "tote"},           {"singing", ING, "sing"},
        {"agreeing", ING, "agree"},        {"larger", AHD_POS_ADJ, "large"},
        {"bigger", AHD_POS_ADJ, "big"},    {"easiest", AHD_POS_ADJ, "easy"},
        {"newest", AHD_POS_ADJ, "new"},    {"forces", NOUN, "force"},
        {"airstrikes", NOUN, "airstrike"},
    };

    CHECK_ALL(words);
}

static void irregular_forms_are_known(void)
{
    static const expected words[] = {
        {"held", PAST, "hold"},
        {"held", DONE, "hold"},
        {"went", PAST, "go"},
        {"gone", DONE, "go"},
        {"took", PAST, "take"},
        {"taken", DONE, "take"},
        {"put", PAST, "put"},
        {"put", BASE, "put"},
        {"said", PAST, "say"},
        {"led", DONE, "lead"},
        {"left", PAST, "leave"},
        {"shot", DONE, "shoot"},
        {"fell", PAST, "fall"},
        {"fallen", DONE, "fall"},
        {"dying", ING, "die"},
        {"overthrew", PAST, "overthrow"},
        {"men", NOUN, "man"},
        {"women", NOUN, "woman"},
        {"children", NOUN, "child"},
        {"lives", NOUN, "life"},
        {"lives", NOW, "live"},
        {"crises", NOUN, "crisis"},
        {"gunmen", NOUN, "gunman"},
        {"headscarves", NOUN, "headscarf"},
        {"people", NOUN, "people"},
        {"news", NOUN, "news"},
        {"better", AHD_POS_ADJ, "good"},
        {"worst", AHD_POS_ADJ, "bad"},
        {"was", AHD_POS_AUX, "be"},
        {"has", AHD_POS_AUX, "have"},
        {"n't", AHD_POS_PART, "not"},
        {"wo", AHD_POS_AUX, "will"},
        {"them", AHD_POS_PRON, "they"},
        {"an", AHD_POS_DET, "a"},
        {"libyans", AHD_POS_PROPN, "libyan"},
    };

    CHECK_ALL(words);
}

static void closed_classes_are_nothing_else(void)
{
    CHECK(find("us", NOUN) == NULL);
    CHECK(find("his", NOUN) == NULL);
    CHECK(find("in", NOUN) == NULL);
    CHECK(find("as", NOUN) == NULL);
    CHECK(find("in", AHD_POS_ADP) != NULL);
    CHECK(find("that", AHD_POS_SCONJ) != NULL);
    CHECK(find("that", AHD_POS_DET) != NULL);
    CHECK(find("back", NOUN) != NULL);
}

static void features_say_what_a_form_says(void)
{
    CHECK(AHD_FEAT(find("talks", NOUN)->feats, NUMBER) == AHD_PLURAL);
    CHECK(AHD_FEAT(find("talk", NOUN)->feats, NUMBER) == AHD_SINGULAR);
    CHECK(AHD_FEAT(find("talks", NOW)->feats, PERSON) == 3);
    CHECK(AHD_FEAT(find("held", PAST)->feats, VERBAL) == AHD_FINITE);
    CHECK(AHD_FEAT(find("held", DONE)->feats, VERBAL) == AHD_PARTICIPLE);
    CHECK(AHD_FEAT(find("held", DONE)->feats, TENSE) == AHD_PAST);
    CHECK(AHD_FEAT(find("largest", AHD_POS_ADJ)->feats, DEGREE) ==
          AHD_SUPERLATIVE);
    CHECK(AHD_FEAT(find("him", AHD_POS_PRON)->feats, CASE) == AHD_ACCUSATIVE);
    CHECK(AHD_FEAT(find("him", AHD_POS_PRON)->feats, GENDER) == AHD_MASCULINE);
}

static void what_nobody_knows_is_guessed(void)
{
    const ahd_english_reading *r = find("zibbled", PAST);

    CHECK(r != NULL && !r->known);
    CHECK_STR(ahd_english_forms_lemma(&lexicon, AHD_STR("zibbled"), r),
              "zibbl");
    CHECK(find("qx", AHD_POS_NOUN) != NULL);
    CHECK(find("qx", AHD_POS_PROPN) == NULL);
    CHECK(find("", AHD_POS_X) != NULL);
}

int main(void)
{
    lexicon = ahd_english_open(ahd_kb_embedded()->lang);
    RUN(regular_endings_come_off);
    RUN(irregular_forms_are_known);
    RUN(closed_classes_are_nothing_else);
    RUN(features_say_what_a_form_says);
    RUN(what_nobody_knows_is_guessed);
    return test_failures != 0;
}
