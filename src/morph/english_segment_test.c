#include "morph/english_segment.h"

#include "doc/tags.h"
#include "kb/kb.h"
#include "test.h"
#include "text/split.h"

#include <stdlib.h>
#include <string.h>

static ahd_arena *arena, *scratch;

static ahd_doc *read_text(ahd_str text)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = ahd_arena_str(arena, text);
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){0, (uint32_t)text.len};
    ahd_text_split(kb, doc, scratch);
    ahd_english_segment(kb->lang, doc, 0, doc->tokens.count);
    return doc;
}

/* "They PRON they|do AUX do|n't PART not" */
static ahd_str tags(const char *text)
{
    static char out[4096];
    ahd_doc *doc = read_text(ahd_str_from(text));
    size_t len = 0;

    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *s = &doc->segments.items[i];
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%.*s %s %.*s",
                                i > 0 ? "|" : "",
                                AHD_STR_ARG(ahd_doc_words(doc, s->at)),
                                ahd_tags_pos[s->pos], AHD_STR_ARG(s->lemma));
    }
    return (ahd_str){out, len};
}

static const ahd_segment *segment_of(const ahd_doc *doc, const char *word)
{
    for (uint32_t i = 0; i < doc->segments.count; i++)
        if (ahd_str_eq(ahd_doc_words(doc, doc->segments.items[i].at),
                       ahd_str_from(word)))
            return &doc->segments.items[i];
    return NULL;
}

static void words_are_read_by_their_sentence(void)
{
    CHECK_STR(tags("The delegation will leave the hall."),
              "The DET the|delegation NOUN delegation|will AUX will|leave VERB "
              "leave|the DET the|hall NOUN hall|. PUNCT .");
    CHECK_STR(tags("Talks between the two sides resumed in Geneva."),
              "Talks NOUN talk|between ADP between|the DET the|two NUM two|"
              "sides NOUN side|resumed VERB resume|in ADP in|Geneva PROPN "
              "geneva|. PUNCT .");
    CHECK_STR(tags("The party talks to the generals."),
              "The DET the|party NOUN party|talks VERB talk|to ADP to|the DET "
              "the|generals NOUN general|. PUNCT .");
    CHECK_STR(tags("It left before the guards came."),
              "It PRON it|left VERB leave|before SCONJ before|the DET "
              "the|guards NOUN guard|came VERB come|. PUNCT .");
}

static void contractions_are_words(void)
{
    CHECK_STR(tags("They don't want it."),
              "They PRON they|do AUX do|n't PART not|want VERB want|it PRON "
              "it|. PUNCT .");
    CHECK_STR(tags("We cannot accept this."),
              "We PRON we|can AUX can|not PART not|accept VERB accept|this "
              "PRON this|. PUNCT .");
    CHECK_STR(tags("It's the army's position."),
              "It PRON it|'s AUX be|the DET the|army NOUN army|'s PART "
              "'s|position NOUN position|. PUNCT .");
    CHECK_STR(tags("He's been held."),
              "He PRON he|'s AUX have|been AUX be|held VERB hold|. PUNCT .");
}

static void names_keep_their_letters_small(void)
{
    CHECK_STR(tags("Sudan's army chief met al-Burhan in Port Sudan."),
              "Sudan PROPN sudan|'s PART 's|army NOUN army|chief NOUN "
              "chief|met VERB meet|al PROPN al|Burhan PROPN burhan|in ADP "
              "in|Port PROPN port|Sudan PROPN sudan|. PUNCT .");
}

static void a_token_of_two_words_has_two_segments(void)
{
    const ahd_doc *doc = read_text(AHD_STR("We cannot go."));
    const ahd_token *t = &doc->tokens.items[1];

    CHECK(t->segments == 2 && t->host == 0);
    CHECK(doc->segments.items[t->segment + 1].kind == AHD_SEGMENT_ENCLITIC);
    CHECK(ahd_doc_check(doc) == NULL);
}

static void verbs_say_their_form(void)
{
    const ahd_doc *doc = read_text(AHD_STR(
        "The deal was signed by ministers after the rebels accused the army "
        "of shelling her village."));

    CHECK(AHD_FEAT(segment_of(doc, "signed")->feats, VERBAL) == AHD_PARTICIPLE);
    CHECK(AHD_FEAT(segment_of(doc, "accused")->feats, VERBAL) == AHD_FINITE);
    CHECK(AHD_FEAT(segment_of(doc, "shelling")->feats, VERBAL) == AHD_MASDAR);
    CHECK(AHD_FEAT(segment_of(doc, "ministers")->feats, NUMBER) == AHD_PLURAL);
    CHECK(AHD_FEAT(segment_of(doc, "her")->feats, CASE) == AHD_GENITIVE);
    CHECK_STR(segment_of(doc, "her")->lemma, "her");
}

static void a_latin_word_among_arabic_ones_is_a_name(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = AHD_STR("قالت Reuters عبر www");
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(kb, doc, scratch);
    CHECK(doc->tokens.count == 4);
    ahd_english_segment_foreign(kb->lang, doc, 1);
    ahd_english_segment_foreign(kb->lang, doc, 3);
    CHECK(doc->segments.items[0].pos == AHD_POS_PROPN);
    CHECK(doc->segments.items[1].pos == AHD_POS_X);
    CHECK(!ahd_english_segment_suits(doc, 0, 1));
    CHECK(ahd_english_segment_suits(doc, 1, 2));
}

static bool suits(const char *text)
{
    const ahd_doc *doc = read_text(ahd_str_from(text));

    return ahd_english_segment_suits(doc, 0, doc->tokens.count);
}

static void french_is_not_english(void)
{
    CHECK(suits("The two delegations signed the agreement on Monday in the "
                "capital, and they said that it was a step to peace."));
    CHECK(!suits("Les deux délégations ont signé un accord dans la capitale, "
                 "et elles ont dit que c'est un pas vers la paix."));
    CHECK(!suits("وقع الوفدان الاتفاق في العاصمة Doha."));
}

/* Every token has its segments and they lie in order, whatever the bytes. */
static void any_bytes_are_read(void)
{
    static char bytes[20000];
    static const char some[] = "aA's n't-.\xE2\x80\x99\xC3\xA9\xFF\x00 t1%$";

    for (unsigned seed = 1; seed < 40; seed++) {
        srand(seed);
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = seed % 2 ? some[(size_t)rand() % sizeof some]
                                : (char)(rand() & 255);
        size_t len = seed < 36 ? seed * 13 : sizeof bytes;
        ahd_doc *doc = read_text((ahd_str){bytes, len});
        const char *wrong = ahd_doc_check(doc);
        CHECK(wrong == NULL);
        CHECK(doc->tokens.count <= doc->segments.count);
        ahd_arena_clear(arena);
        ahd_arena_clear(scratch);
    }
}

int main(void)
{
    arena = ahd_arena_new((size_t)1 << 30);
    scratch = ahd_arena_new((size_t)1 << 30);
    RUN(words_are_read_by_their_sentence);
    RUN(contractions_are_words);
    RUN(names_keep_their_letters_small);
    RUN(a_token_of_two_words_has_two_segments);
    RUN(verbs_say_their_form);
    RUN(a_latin_word_among_arabic_ones_is_a_name);
    RUN(french_is_not_english);
    RUN(any_bytes_are_read);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
