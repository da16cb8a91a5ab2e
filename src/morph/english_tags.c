#include "morph/english_tags.h"

#include <string.h>

enum { BEAM = 4, LANES = AHD_ENGLISH_LANES, NEAR_VERBS = 4, FAR_VERBS = 10 };

#define BIT(tag) (1u << (tag))
#define VERBS                                                                  \
    (BIT(AHD_POS_VERB) | BIT(AHD_TAG_VERB_PRESENT) | BIT(AHD_TAG_VERB_PAST) |  \
     BIT(AHD_TAG_VERB_PARTICIPLE) | BIT(AHD_TAG_VERB_ING))
#define FINITES                                                                \
    (BIT(AHD_POS_AUX) | BIT(AHD_TAG_VERB_PRESENT) | BIT(AHD_TAG_VERB_PAST))

/* ------------------------------------------------------------------- clues */

typedef struct clues {
    uint32_t *rows;
    uint32_t count;
} clues;

/* Every call of a word is another question. */
static void ask(clues *c, uint64_t a, uint64_t b)
{
    uint64_t hash =
        (a ^ (c->count + 1) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;

    hash = (hash ^ hash >> 32 ^ b) * 0xCA5A826395121157u;
    c->rows[c->count++] = (uint32_t)(hash >> (64 - AHD_ENGLISH_ROW_BITS));
}

static uint64_t ending(ahd_str form, size_t letters)
{
    uint64_t bytes = 0;

    for (size_t i = form.len > letters ? form.len - letters : 0; i < form.len;
         i++)
        bytes = bytes << 8 | (unsigned char)form.ptr[i];
    return bytes;
}

static bool is_mark(const ahd_english_piece *p)
{
    return p->may == BIT(AHD_POS_PUNCT);
}

/* The auxiliary that a verb at `i` may belong to: "had not been". */
static uint64_t helper(const ahd_english_piece *words, uint32_t i)
{
    for (uint32_t k = 1; k <= NEAR_VERBS && k <= i; k++) {
        const ahd_english_piece *p = &words[i - k];
        if (is_mark(p))
            return 0;
        if (p->may & BIT(AHD_POS_AUX))
            return p->hash;
        if (p->may & BIT(AHD_POS_PART) && p->may & BIT(AHD_POS_ADP))
            return 1;
    }
    return 0;
}

/* Is there a word that can be nothing but a finite verb: between `i` and the
 * mark before it, 1; behind, 2. */
static uint32_t finites(const ahd_english_piece *words, uint32_t count,
                        uint32_t i)
{
    uint32_t found = 0;

    for (uint32_t k = i; k > 0 && i - k < 12 && !is_mark(&words[k - 1]); k--)
        if ((words[k - 1].may & ~FINITES) == 0)
            found |= 1;
    for (uint32_t k = i + 1; k < count && k - i < 12 && !is_mark(&words[k]);
         k++)
        if ((words[k].may & ~FINITES) == 0)
            found |= 2;
    return found;
}

/* What the nearest word may be that is most usually a verb, no mark between;
 * 0 when there is none. */
static uint64_t verb_near(const ahd_english_piece *words, uint32_t count,
                          uint32_t i, int step)
{
    for (int n = 1; n <= FAR_VERBS; n++) {
        uint32_t k = i + (uint32_t)(n * step);
        if (k >= count || is_mark(&words[k]))
            return 0;
        if (BIT(words[k].top) & (VERBS | BIT(AHD_POS_AUX)))
            return (uint64_t)words[k].may << 8 | words[k].top;
    }
    return 0;
}

/* Does a word that may open a clause find a verb for it? "after they left",
 * not "after the war". */
static uint64_t clause_ahead(const ahd_english_piece *words, uint32_t count,
                             uint32_t i)
{
    if (!(words[i].may & BIT(AHD_POS_SCONJ)))
        return 0;
    for (uint32_t k = i + 1; k < count && k - i <= FAR_VERBS; k++) {
        if (is_mark(&words[k]))
            return 1;
        if (BIT(words[k].top) & FINITES)
            return 2;
    }
    return 1;
}

uint32_t ahd_english_tags_clues(const ahd_english_piece *words, uint32_t count,
                                uint32_t i, uint32_t rows[AHD_ENGLISH_CLUES])
{
    static const ahd_english_piece edge = {.may = BIT(AHD_ENGLISH_EDGE),
                                           .top = AHD_ENGLISH_EDGE};
    const ahd_english_piece *w = &words[i];
    const ahd_english_piece *l = i > 0 ? w - 1 : &edge;
    const ahd_english_piece *ll = i > 1 ? w - 2 : &edge;
    const ahd_english_piece *r = i + 1 < count ? w + 1 : &edge;
    const ahd_english_piece *rr = i + 2 < count ? w + 2 : &edge;
    uint64_t may = (uint64_t)w->may << 8 | w->top;
    uint64_t may_l = (uint64_t)l->may << 8 | l->top;
    uint64_t may_r = (uint64_t)r->may << 8 | r->top;
    clues c = {.rows = rows};

    ask(&c, w->hash, 0);
    ask(&c, w->hash, w->shape);
    ask(&c, ending(w->form, 3), w->shape & AHD_SHAPE_CAPITAL);
    ask(&c, ending(w->form, 2), w->readings[0].known);
    ask(&c, may, w->shape);
    ask(&c, may, 0);
    ask(&c, l->hash, w->top);
    ask(&c, r->hash, w->top);
    ask(&c, l->hash, may);
    ask(&c, r->hash, may);
    ask(&c, may_l, may);
    ask(&c, may_r, may);
    ask(&c, may_l * 31 + may_r, may);
    ask(&c, may_r * 31 + rr->top, may);
    ask(&c, may_l * 31 + ll->top, may);
    ask(&c, l->hash, w->hash);
    ask(&c, r->hash, w->hash);
    ask(&c, w->shape | (uint64_t)l->shape << 8 | (uint64_t)r->shape << 16,
        w->readings[0].known + 2u * (w->may == BIT(AHD_POS_PROPN)));
    ask(&c, helper(words, i), may);
    ask(&c, finites(words, count, i), w->may & VERBS);
    ask(&c, (uint64_t)l->top << 8 | r->top, w->top);
    ask(&c, ll->hash, may);
    ask(&c, verb_near(words, count, i, -1), may);
    ask(&c, rr->hash, may);
    ask(&c, clause_ahead(words, count, i), may);
    ask(&c, clause_ahead(words, count, i), w->hash);
    return c.count;
}

/* ---------------------------------------------------------------- the beam */

typedef struct path {
    int32_t score;
    uint8_t before, last; /* tags */
    uint8_t from, reading;
} path;

typedef struct paths {
    path items[BEAM];
    uint32_t count;
} paths;

/* Keeps the best, the best first, one for each pair of last tags. */
static void keep(paths *to, path p)
{
    uint32_t i = 0, end = to->count;

    while (i < end && to->items[i].score >= p.score) {
        if (to->items[i].last == p.last && to->items[i].before == p.before)
            return;
        i++;
    }
    if (i == BEAM)
        return;
    uint32_t gone = i;
    while (gone < end && !(to->items[gone].last == p.last &&
                           to->items[gone].before == p.before))
        gone++;
    if (gone == end && end < BEAM)
        to->count++;
    if (gone == BEAM)
        gone = BEAM - 1;
    memmove(&to->items[i + 1], &to->items[i], (gone - i) * sizeof p);
    to->items[i] = p;
}

static void step(const int16_t (*after)[LANES], const ahd_english_piece *word,
                 const paths *from, paths *to)
{
    to->count = 0;
    for (uint32_t k = 0; k < from->count; k++) {
        const path *p = &from->items[k];
        const int16_t *gain = after[p->before * LANES + p->last];
        for (uint32_t i = 0; i < word->count; i++) {
            uint8_t tag = word->readings[i].tag;
            keep(to, (path){p->score + word->scores[i] + gain[tag], p->last,
                            tag, (uint8_t)k, (uint8_t)i});
        }
    }
}

void ahd_english_tags_choose(const int16_t (*after)[LANES],
                             ahd_english_piece *words, uint32_t count)
{
    paths beam[AHD_ENGLISH_WORDS + 1];

    beam[0].count = 1;
    beam[0].items[0] =
        (path){.before = AHD_ENGLISH_EDGE, .last = AHD_ENGLISH_EDGE};
    for (uint32_t i = 0; i < count; i++)
        step(after, &words[i], &beam[i], &beam[i + 1]);
    for (uint32_t i = count, best = 0; i > 0; i--) {
        words[i - 1].chosen = beam[i].items[best].reading;
        best = beam[i].items[best].from;
    }
}

static void score(const ahd_english_weights *weights, ahd_english_piece *words,
                  uint32_t count, uint32_t i)
{
    ahd_english_piece *w = &words[i];
    uint32_t rows[AHD_ENGLISH_CLUES];
    int16_t sums[LANES] = {0};

    uint32_t asked = ahd_english_tags_clues(words, count, i, rows);
    for (uint32_t k = 0; k < asked; k++)
        for (int tag = 0; tag < LANES; tag++)
            sums[tag] = (int16_t)(sums[tag] + weights->rows[rows[k]][tag]);
    for (uint32_t k = 0; k < w->count; k++) {
        const ahd_english_reading *r = &w->readings[k];
        w->scores[k] = sums[r->tag] + weights->usual[r->usual][r->tag];
    }
}

void ahd_english_tags_read(const ahd_english_weights *weights,
                           ahd_english_piece *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        words[i].scores[0] = 0;
        if (words[i].count > 1)
            score(weights, words, count, i);
    }
    ahd_english_tags_choose(weights->after, words, count);
}
