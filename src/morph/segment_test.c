#include "morph/segment.h"

#include "base/buf.h"
#include "test.h"
#include "text/split.h"

#include <stdio.h>
#include <string.h>

static ahd_arena *arena, *scratch;

static ahd_doc *read_text(ahd_str text)
{
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = text;
    doc->lang = AHD_LANG_AR;
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){0, (uint32_t)text.len};
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    ahd_morph_segment(ahd_kb_embedded(), doc, scratch);
    ahd_arena_clear(scratch);
    return doc;
}

static const char *name_of(uint32_t pos)
{
    static const char *const names[AHD_POS_COUNT] = {
        "X",   "NOUN", "PROPN", "ADJ",   "VERB", "AUX",  "ADV",   "PRON", "DET",
        "NUM", "ADP",  "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM"};

    return names[pos];
}

/* "و/CCONJ رحب/VERB ب/ADP الاتفاق/NOUN" */
static ahd_str read_as(const char *text)
{
    ahd_doc *doc = read_text(ahd_str_from(text));
    char *out = ahd_arena_alloc(arena, 1, 4096);
    size_t len = 0;

    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *s = &doc->segments.items[i];
        ahd_str words = ahd_doc_words(doc, s->at);
        len += (size_t)snprintf(out + len, 4096 - len, "%s%.*s/%s",
                                i > 0 ? " " : "", AHD_STR_ARG(words),
                                name_of(s->pos));
    }
    return (ahd_str){out, len};
}

/* The lemma of the host of the token at `index`. */
static ahd_str lemma_of(const ahd_doc *doc, uint32_t index)
{
    const ahd_token *t = &doc->tokens.items[index];

    return doc->segments.items[t->segment + t->host].lemma;
}

static void proclitics_and_pronouns_are_segments(void)
{
    CHECK_STR(read_as("رحب الوفد وأعضاؤه بالاتفاق."),
              "رحب/VERB الوفد/NOUN و/CCONJ أعضاؤ/NOUN ه/PRON ب/ADP "
              "الاتفاق/NOUN ./PUNCT");
    CHECK_STR(read_as("أعلن الوزير أن الوفد سيعود إلى بلدهم للتفاوض."),
              "أعلن/VERB الوزير/NOUN أن/SCONJ الوفد/NOUN س/PART يعود/VERB "
              "إلى/ADP بلد/NOUN هم/PRON ل/ADP لتفاوض/NOUN ./PUNCT");
}

static void letters_of_the_word_stay_with_it(void)
{
    CHECK_STR(read_as("التقى الرئيس بغداد وزير الخارجية."),
              "التقى/VERB الرئيس/NOUN بغداد/PROPN وزير/NOUN الخارجية/ADJ "
              "./PUNCT");
}

static void prepositions_bear_pronouns(void)
{
    CHECK_STR(read_as("التقى بهم الوزير في بلدهم وقال لهم كلمة."),
              "التقى/VERB ب/ADP هم/PRON الوزير/NOUN في/ADP بلد/NOUN هم/PRON "
              "و/CCONJ قال/VERB ل/ADP هم/PRON كلمة/NOUN ./PUNCT");
}

static void lemmas_have_their_vowels(void)
{
    ahd_doc *doc = read_text(AHD_STR("يرفضون الاتفاقيات الدولية"));

    CHECK_STR(lemma_of(doc, 0), "رَفَض");
    CHECK_STR(lemma_of(doc, 1), "اِتِّفَاقِيَّة");
    CHECK_STR(lemma_of(doc, 2), "دُوَلِيّ");
}

static void adjectives_agree_with_their_nouns(void)
{
    ahd_doc *doc = read_text(AHD_STR("رحب الوفد بالاتفاقية الدولية"));
    const ahd_token *t = &doc->tokens.items[3];
    uint32_t feats = doc->segments.items[t->segment].feats;

    CHECK(AHD_FEAT(feats, GENDER) == AHD_FEMININE);
    CHECK(AHD_FEAT(feats, STATE) == AHD_DEFINITE);
    CHECK(AHD_FEAT(feats, CASE) == AHD_GENITIVE);
}

/* The treebank has seen few words like it; its spelling leaves no doubt. */
static void spelling_decides_what_it_can(void)
{
    ahd_doc *doc = read_text(AHD_STR("يلتقي الوزيران غدا."));
    uint32_t feats = doc->segments.items[0].feats;

    CHECK(AHD_FEAT(feats, ASPECT) == AHD_IMPERFECT);
    CHECK(AHD_FEAT(feats, TENSE) == AHD_PRESENT);
}

static void english_words_are_read_as_english(void)
{
    ahd_doc *doc = read_text(AHD_STR("The army rejected it."));

    CHECK(doc->segments.count == 5);
    CHECK_STR(lemma_of(doc, 2), "reject");
}

/* Segments of a token are the token, from its first byte to its last. */
static bool tiles(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        uint32_t at = t->at.start;
        for (uint32_t k = 0; k < t->segments; k++) {
            const ahd_segment *s = &doc->segments.items[t->segment + k];
            if (s->at.start != at || s->at.len == 0 || s->token != i)
                return false;
            at = ahd_span_end(s->at);
        }
        if (t->segments == 0 || at != ahd_span_end(t->at))
            return false;
    }
    return ahd_doc_check(doc) == NULL;
}

/* They are words of the dictionary as well. */
static void names_in_news_are_names(void)
{
    CHECK_STR(read_as("التقى سامح شكري نظيره في الرياض"),
              "التقى/VERB سامح/PROPN شكري/PROPN نظير/NOUN ه/PRON "
              "في/ADP الرياض/PROPN");
    CHECK_STR(read_as("زار الوزير المغرب والجزائر"),
              "زار/VERB الوزير/NOUN المغرب/PROPN و/CCONJ "
              "الجزائر/PROPN");
}

static void segments_tile_their_tokens_whatever_comes(void)
{
    static const char *const parts[] = {
        "وبالاتفاق",  "لل",   "ﻻ",  "بهم",   " ",    "ـــ", "3.5%", "ّ",
        "وسيكتبونها", "U.S.", "\n", "كالتي", "فبها", "ال",  "ءئؤ",  "\xff"};
    char *text = ahd_arena_alloc(arena, 1, 1 << 16);
    uint32_t random = 7;

    for (int round = 0; round < 60; round++) {
        size_t len = 0;
        while (len < 900u * (round % 5 + 1u)) {
            random = random * 1664525u + 1013904223u;
            const char *part = parts[random >> 28];
            memcpy(text + len, part, strlen(part));
            len += strlen(part);
            if (random & 1 << 20)
                text[len++] = ' ';
        }
        CHECK(tiles(read_text((ahd_str){text, len})));
    }
}

static void a_sentence_without_end_is_read_in_parts(void)
{
    size_t len = 0, most = 200000;
    char *text = ahd_arena_alloc(arena, 1, most + 32);

    while (len < most) {
        memcpy(text + len, "وباتفاقهم ", 19);
        len += 19;
    }
    ahd_doc *doc = read_text((ahd_str){text, len});
    CHECK(tiles(doc));
    CHECK(doc->segments.count > doc->tokens.count * 3);
}

static void the_same_text_is_read_the_same_way(void)
{
    ahd_str text = AHD_STR("وقالت المتحدثة باسم البعثة إنها تلقت ردهم.");
    ahd_doc *a = read_text(text), *b = read_text(text);

    CHECK(a->segments.count == b->segments.count);
    for (uint32_t i = 0; i < a->segments.count; i++) {
        const ahd_segment *x = &a->segments.items[i];
        const ahd_segment *y = &b->segments.items[i];
        CHECK(x->at.start == y->at.start && x->pos == y->pos &&
              x->feats == y->feats && ahd_str_eq(x->lemma, y->lemma));
    }
}

int main(void)
{
    arena = ahd_arena_new((size_t)1 << 30);
    scratch = ahd_arena_new((size_t)1 << 28);
    RUN(proclitics_and_pronouns_are_segments);
    RUN(letters_of_the_word_stay_with_it);
    RUN(prepositions_bear_pronouns);
    RUN(lemmas_have_their_vowels);
    RUN(adjectives_agree_with_their_nouns);
    RUN(spelling_decides_what_it_can);
    RUN(english_words_are_read_as_english);
    RUN(names_in_news_are_names);
    RUN(segments_tile_their_tokens_whatever_comes);
    RUN(a_sentence_without_end_is_read_in_parts);
    RUN(the_same_text_is_read_the_same_way);
    ahd_arena_free(scratch);
    ahd_arena_free(arena);
    return test_failures != 0;
}
