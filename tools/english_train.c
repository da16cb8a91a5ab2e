/* english_train.c - the commands. */
#include "english_train.h"

#include "base/utf8.h"
#include "morph/english_segment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDS = 10, LONGEST_LINE = 1 << 16, SHORTEST = 8, LONGEST = 64 };

static int usage(void)
{
    fprintf(stderr, "usage: english_train draft COUNT SEED CORPUS... > LABELS\n"
                    "       english_train train LABELS CORPUS... > WEIGHTS\n"
                    "       english_train score LABELS CORPUS...\n"
                    "       english_train tag < TEXT\n");
    return 2;
}

static void read_words(const ahd_english_weights *weights, sentence *s)
{
    ahd_english_tags_read(weights, s->words, s->count);
}

static const ahd_english_reading *chosen(const ahd_english_piece *w)
{
    return &w->readings[w->chosen];
}

/* ------------------------------------------------------------------- draft */

static void print_draft(const school *s, uint32_t number, uint32_t record,
                        const ahd_doc *doc, const sentence *words)
{
    for (uint32_t i = 0; i < words->count; i++) {
        const ahd_english_piece *w = &words->words[i];
        ahd_str before = {doc->text.ptr, w->at.start};
        ahd_str inside = {doc->text.ptr + w->at.start, w->at.len};
        ahd_str lemma =
            ahd_english_forms_lemma(&s->lexicon, w->form, chosen(w));
        size_t start = ahd_utf8_count(before);
        bool same = ahd_str_eq(lemma, w->form);
        printf("%u\t%.*s\t%zu\t%zu\t%s\t%.*s\n", number,
               AHD_STR_ARG(s->ids.items[record]), start,
               start + ahd_utf8_count(inside), train_tags[chosen(w)->tag],
               AHD_STR_ARG(same ? AHD_STR("-") : lemma));
    }
}

static uint32_t random_below(uint64_t *state, uint64_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 24) % limit);
}

/* The sentence at a random byte of all texts, so that long ones count more;
 * NULL when it is too short or too long. */
static const ahd_sentence *choose_sentence(school *s, uint64_t *state,
                                           uint32_t *record, ahd_doc **doc)
{
    uint64_t bytes = 0;

    for (uint32_t i = 0; i < s->texts.count; i++)
        bytes += s->texts.items[i].len;
    uint32_t at = random_below(state, bytes);
    for (*record = 0; at >= s->texts.items[*record].len; ++*record)
        at -= (uint32_t)s->texts.items[*record].len;
    *doc = gold_doc(s, s->texts.items[*record]);
    for (uint32_t i = 0; i < (*doc)->sentences.count; i++) {
        const ahd_sentence *one = &(*doc)->sentences.items[i];
        uint32_t words = one->end - one->first;
        if (one->at.start + one->at.len > at)
            return words < SHORTEST || words > LONGEST ? NULL : one;
    }
    return NULL;
}

static void draft(school *s, uint32_t wanted, uint64_t state)
{
    const ahd_english_weights *weights = ahd_english_weights_open(s->kb->lang);
    uint32_t number = 0, record;
    ahd_doc *doc;

    while (number < wanted) {
        const ahd_sentence *at = choose_sentence(s, &state, &record, &doc);
        sentence words = {0};
        if (at == NULL)
            continue;
        gold_words(s, doc, at->first, at->end, &words);
        read_words(weights, &words);
        print_draft(s, ++number, record, doc, &words);
    }
}

/* ------------------------------------------------------------------- train */

static void print_row(const char *table, size_t row, const int16_t *lanes)
{
    bool any = false;

    for (int i = 0; i < AHD_ENGLISH_LANES; i++)
        if (lanes[i] != 0) {
            any ? printf(" ") : printf("%s\t%zu\t", table, row);
            printf("%d=%d", i, lanes[i]);
            any = true;
        }
    if (any)
        printf("\n");
}

static void print_weights(const ahd_english_weights *w)
{
    printf("# How English is read; tools/english_train wrote it, README.md "
           "says of what.\n");
    for (size_t i = 0; i < AHD_ENGLISH_USUAL; i++)
        print_row("usual", i, w->usual[i]);
    for (size_t i = 0; i < AHD_ENGLISH_AFTER; i++)
        print_row("after", i, w->after[i]);
    for (size_t i = 0; i < 1u << AHD_ENGLISH_ROW_BITS; i++) {
        int16_t lanes[AHD_ENGLISH_LANES];
        for (int k = 0; k < AHD_ENGLISH_LANES; k++)
            lanes[k] = w->rows[i][k];
        print_row("clue", i, lanes);
    }
}

/* ------------------------------------------------------------------- score */

typedef struct tally {
    uint32_t words, pos, tag, lemma, possible, usual, usual_lemma;
    uint32_t unknown, unknown_pos;
} tally;

/* The reading that is most usual by itself. */
static const ahd_english_reading *most_usual(const ahd_english_piece *w)
{
    const ahd_english_reading *best = &w->readings[0];

    for (uint32_t i = 1; i < w->count; i++)
        if (w->readings[i].usual > best->usual)
            best = &w->readings[i];
    return best;
}

static bool has_lemma(const school *s, const ahd_english_piece *w,
                      const ahd_english_reading *r, ahd_str lemma)
{
    return ahd_str_eq(ahd_english_forms_lemma(&s->lexicon, w->form, r), lemma);
}

static void count_word(const school *s, const sentence *in, uint32_t i,
                       tally *t)
{
    const ahd_english_piece *w = &in->words[i];
    const ahd_english_reading *r = chosen(w), *usual = most_usual(w);

    t->words++;
    if (in->gold[i] == NO_TAG)
        return;
    uint8_t pos = ahd_english_forms_pos(in->gold[i]);
    bool right = ahd_english_forms_pos(r->tag) == pos;
    t->pos += right;
    t->tag += r->tag == in->gold[i];
    t->lemma += has_lemma(s, w, r, in->lemmas[i]);
    t->usual += ahd_english_forms_pos(usual->tag) == pos;
    t->usual_lemma += has_lemma(s, w, usual, in->lemmas[i]);
    t->unknown += !w->readings[0].known;
    t->unknown_pos += !w->readings[0].known && right;
    for (uint32_t k = 0; k < w->count; k++)
        if (ahd_english_forms_pos(w->readings[k].tag) == pos) {
            t->possible++;
            return;
        }
}

static void print_wrong(const school *s, uint32_t n, const sentence *in)
{
    for (uint32_t i = 0; i < in->count; i++) {
        const ahd_english_piece *w = &in->words[i];
        const ahd_english_reading *r = chosen(w);
        if (in->gold[i] == NO_TAG)
            fprintf(stderr, "%u\t%u\t%.*s\tno label\n", n, i,
                    AHD_STR_ARG(w->form));
        else if (r->tag != in->gold[i] || !has_lemma(s, w, r, in->lemmas[i]))
            fprintf(
                stderr, "%u\t%u\t%.*s\t%s\t%s\t%.*s\t%.*s\n", n, i,
                AHD_STR_ARG(w->form), train_tags[in->gold[i]],
                train_tags[r->tag], AHD_STR_ARG(in->lemmas[i]),
                AHD_STR_ARG(ahd_english_forms_lemma(&s->lexicon, w->form, r)));
    }
}

static void print_share(const char *what, uint32_t part, uint32_t all)
{
    printf("%-34s %.4f\n", what, all > 0 ? (double)part / all : 0);
}

static void print_tally(const tally *t)
{
    printf("%-34s %u\n", "words", (unsigned)t->words);
    print_share("part of speech", t->pos, t->words);
    print_share("with the form of verbs", t->tag, t->words);
    print_share("lemma", t->lemma, t->words);
    print_share("part of speech of unknown words", t->unknown_pos, t->unknown);
    print_share("the most usual part of speech", t->usual, t->words);
    print_share("its lemma", t->usual_lemma, t->words);
    print_share("the right one is among readings", t->possible, t->words);
}

static void score(school *s)
{
    ahd_english_weights *weights = ahd_new(s->arena, ahd_english_weights, 1);
    tally t = {0};

    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        learn(s, FOLDS, fold, weights);
        for (uint32_t i = fold; i < s->sentences.count; i += FOLDS) {
            sentence *in = &s->sentences.items[i];
            read_words(weights, in);
            for (uint32_t k = 0; k < in->count; k++)
                count_word(s, in, k, &t);
            t.words += in->missed;
            print_wrong(s, i + 1, in);
        }
    }
    printf("%-34s %u\n", "sentences", (unsigned)s->sentences.count);
    print_tally(&t);
}

/* ------------------------------------------------------------------ lemmas */

/* "form, tag, lemma" of every label, the lemma by the program. */
static void print_lemmas(const school *s)
{
    for (uint32_t n = 0; n < s->sentences.count; n++) {
        const sentence *in = &s->sentences.items[n];
        for (uint32_t i = 0; i < in->count; i++) {
            const ahd_english_piece *w = &in->words[i];
            for (uint32_t k = 0; k < w->count; k++)
                if (w->readings[k].tag == in->gold[i])
                    printf("%.*s\t%s\t%.*s\n", AHD_STR_ARG(w->form),
                           train_tags[in->gold[i]],
                           AHD_STR_ARG(ahd_english_forms_lemma(
                               &s->lexicon, w->form, &w->readings[k])));
        }
    }
}

/* --------------------------------------------------------------------- tag */

static void print_tags(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *g = &doc->segments.items[i];
        printf("%s%.*s/%s/%.*s", i > 0 ? " " : "",
               AHD_STR_ARG(ahd_doc_words(doc, g->at)), train_tags[g->pos],
               AHD_STR_ARG(g->lemma));
    }
    printf("\n");
}

static void tag(school *s)
{
    static char line[LONGEST_LINE];

    while (fgets(line, sizeof line, stdin)) {
        ahd_str text = ahd_str_trim(ahd_str_from(line));
        ahd_doc *doc = gold_doc(s, text);
        ahd_english_segment(s->kb->lang, doc, 0, doc->tokens.count);
        print_tags(doc);
    }
}

int main(int count, char **words)
{
    school s = {.arena = ahd_arena_new((size_t)1 << 34),
                .scratch = ahd_arena_new((size_t)1 << 30),
                .kb = ahd_kb_embedded()};
    bool drafts = count > 4 && strcmp(words[1], "draft") == 0;
    bool trains = count > 3 && strcmp(words[1], "train") == 0;
    bool scores = count > 3 && strcmp(words[1], "score") == 0;
    bool lemmas = count > 3 && strcmp(words[1], "lemmas") == 0;
    bool tags = count == 2 && strcmp(words[1], "tag") == 0;

    if (!drafts && !trains && !scores && !lemmas && !tags)
        return usage();
    s.lexicon = ahd_english_open(s.kb->lang);
    for (int i = drafts ? 4 : 3; i < count; i++)
        gold_corpus(&s, words[i]);
    if (drafts)
        draft(&s, (uint32_t)atoi(words[2]), (uint64_t)atoi(words[3]));
    if (trains || scores || lemmas)
        gold_labels(&s, words[2]);
    if (trains || scores)
        gold_own(&s, "models/english/own.txt");
    if (trains) {
        ahd_english_weights *weights = ahd_new(s.arena, ahd_english_weights, 1);
        learn(&s, UINT32_MAX, UINT32_MAX, weights);
        print_weights(weights);
    }
    if (scores)
        score(&s);
    if (lemmas)
        print_lemmas(&s);
    if (tags)
        tag(&s);
    return 0;
}
