#include "stories/alike.h"

#include "stories/hallmark.h"

/* ---------------------------------------------------------------- weights */

enum { USUAL_DAYS = 3, PRIOR = 64, LOG_UNIT = 16 };

uint8_t ahd_alike_row_weight(uint32_t days)
{
    if (days <= USUAL_DAYS)
        return AHD_ALIKE_UNIT;
    uint64_t weight = (uint64_t)AHD_ALIKE_UNIT * USUAL_DAYS * USUAL_DAYS /
                      ((uint64_t)days * days);
    return weight > 0 ? (uint8_t)weight : 1;
}

/* LOG_UNIT times the binary logarithm of x > 0, about. */
static uint32_t logarithm(uint64_t x)
{
    uint32_t whole = 0;

    while (x >> whole > 1)
        whole++;
    uint64_t part = whole >= 4 ? x >> (whole - 4) : x << (4 - whole);
    return whole * LOG_UNIT + (uint32_t)(part & (LOG_UNIT - 1));
}

uint16_t ahd_alike_trait_weight(uint32_t trait, uint32_t sharers,
                                uint32_t count)
{
    uint32_t rare = logarithm((uint64_t)count + PRIOR) - logarithm(sharers + 1);

    return (uint16_t)(ahd_hallmark_weight(trait) * rare / LOG_UNIT);
}

/* -------------------------------------------------------------- comparing */

/* Sums over two lists, each with what both have. */
typedef struct sums {
    uint32_t count[2], shared_count;
    float weight[2], shared;
    float firm[2], shared_firm;
    float pairs[2], shared_pairs;
} sums;

/* Two rows of hashes gone through together, in the order of the hashes. */
typedef struct abreast {
    const ahd_hashes *x, *y;
    uint32_t i, k;
    bool first, second; /* which of them have the hash at hand */
    uint32_t hash;
} abreast;

static inline bool is_left(abreast *w)
{
    if (w->i == w->x->count && w->k == w->y->count)
        return false;
    w->first = w->k == w->y->count ||
               (w->i < w->x->count && w->x->items[w->i] <= w->y->items[w->k]);
    w->second = w->i == w->x->count ||
                (w->k < w->y->count && w->y->items[w->k] <= w->x->items[w->i]);
    w->hash = w->first ? w->x->items[w->i] : w->y->items[w->k];
    return true;
}

static inline void go_on(abreast *w)
{
    w->i += w->first;
    w->k += w->second;
}

static void add_row(sums *s, const ahd_weighed *of, uint32_t i, int side)
{
    s->count[side]++;
    s->weight[side] += of->grams[i];
}

static void compare_rows(const ahd_weighed *a, const ahd_weighed *b, sums *s)
{
    const ahd_hashes *x = &a->print->grams, *y = &b->print->grams;
    unsigned scale = x->scale > y->scale ? x->scale : y->scale;

    for (abreast w = {.x = x, .y = y}; is_left(&w); go_on(&w)) {
        if (!ahd_fingerprint_keeps(w.hash, 0, scale))
            continue;
        if (w.first)
            add_row(s, a, w.i, 0);
        if (w.second)
            add_row(s, b, w.k, 1);
        if (w.first && w.second) {
            s->shared_count++;
            s->shared += a->grams[w.i];
        }
    }
}

static void add_trait(sums *s, uint32_t trait, float weight, int side)
{
    if (ahd_hallmark_kind_of(trait) == AHD_HALLMARK_PAIR) {
        s->pairs[side] += weight;
        return;
    }
    s->weight[side] += weight;
    if (ahd_hallmark_is_firm(trait))
        s->firm[side] += weight;
}

static void share_trait(sums *s, uint32_t trait, float weight)
{
    if (ahd_hallmark_kind_of(trait) == AHD_HALLMARK_PAIR)
        s->shared_pairs += weight;
    else
        s->shared += weight;
    if (ahd_hallmark_is_firm(trait))
        s->shared_firm += weight;
}

static void compare_traits(const ahd_weighed *a, const ahd_weighed *b, sums *s)
{
    const ahd_hashes *x = &a->print->traits, *y = &b->print->traits;
    unsigned scale = x->scale > y->scale ? x->scale : y->scale;

    for (abreast w = {.x = x, .y = y}; is_left(&w); go_on(&w)) {
        if (!ahd_fingerprint_keeps(w.hash, AHD_HALLMARK_BITS, scale))
            continue;
        if (w.first)
            add_trait(s, w.hash, a->traits[w.i], 0);
        if (w.second)
            add_trait(s, w.hash, b->traits[w.k], 1);
        if (w.first && w.second)
            share_trait(s, w.hash, a->traits[w.i]);
    }
}

static float share(float part, float whole)
{
    return whole > 0 ? part / whole : 0;
}

/* --------------------------------------------------------------- judging */

enum {
    NEAR_DAYS = 4,
    LEAST_GRAMS = 5,
    TOLD_LITTLE = 100, /* weight of traits that a spun copy shares at least, */
    TOLD_MUCH = 250,   /* and a document of the same event */
    FIRM_LITTLE = 200, /* weight of firm traits that tell a form's filling, */
    FIRM_ENOUGH = 500, /* and that can contradict by themselves */
};

static float least(const float of[2])
{
    return of[0] < of[1] ? of[0] : of[1];
}

static float most(const float of[2])
{
    return of[0] > of[1] ? of[0] : of[1];
}

static bool is_far(const ahd_weighed *a, const ahd_weighed *b, int32_t days)
{
    if (a->day == AHD_NO_DAY || b->day == AHD_NO_DAY)
        return false;
    int64_t apart = (int64_t)a->day - b->day;
    return apart > days || apart < -days;
}

/* What speaks for a copy whose words are left in part, and for one that was
 * reworded: learned from copies that were disturbed and pairs of documents that
 * share no paragraph (bench/stories_make.py). 0 is in doubt. */
static float likeness_of_words(const ahd_alike *s, float rows)
{
    return 10.6f * rows + 13.4f * most(s->words) + 7.2f * least(s->pairs) -
           5.7f;
}

static float likeness_of_telling(const ahd_alike *s)
{
    return 20.8f * least(s->pairs) + 2.2f * most(s->traits) +
           .067f * (float)logarithm((uint64_t)s->told + 1) - 17.8f;
}

/* `side` is of the one that is in the other. Words that are everybody's stay
 * the same when all that they tell is another. */
static bool is_contradicted(const ahd_alike *s, int side)
{
    return s->held[side] > FIRM_ENOUGH && s->firm[side] < 0.55f * s->rows[side];
}

/* The same form, filled otherwise: the day's weather, the passports of another
 * town. Its words are others' as well, and what it tells is not the same. */
static bool is_form(const ahd_alike *s, float rows)
{
    return least(s->held) > FIRM_LITTLE && most(s->pairs) < 0.2f &&
           most(s->traits) < 0.45f && rows < 0.8f * most(s->words);
}

/* Of two languages only what they tell can be compared, and in which order. */
static ahd_alike_kind judge_tongues(const ahd_alike *s)
{
    if (s->told < TOLD_MUCH || most(s->traits) < 0.4f)
        return AHD_ALIKE_NOT;
    return least(s->pairs) >= 0.1f ? AHD_ALIKE_TRANSLATION : AHD_ALIKE_EVENT;
}

static ahd_alike_kind judge(const ahd_weighed *a, const ahd_weighed *b,
                            const ahd_alike *s)
{
    int side = s->rows[0] >= s->rows[1] ? 0 : 1;
    float rows = s->rows[side];

    if (a->print->lang != b->print->lang)
        return is_far(a, b, NEAR_DAYS) ? AHD_ALIKE_NOT : judge_tongues(s);
    if (s->grams >= LEAST_GRAMS && !is_contradicted(s, side) &&
        !is_form(s, rows) &&
        (rows >= 0.35f || (rows >= 0.06f && likeness_of_words(s, rows) >= 0)))
        return AHD_ALIKE_NEAR;
    if (is_far(a, b, NEAR_DAYS) || s->told < TOLD_LITTLE)
        return AHD_ALIKE_NOT;
    if (likeness_of_telling(s) >= 0)
        return AHD_ALIKE_SPUN;
    return most(s->traits) >= 0.4f && s->told >= TOLD_MUCH ? AHD_ALIKE_EVENT
                                                           : AHD_ALIKE_NOT;
}

void ahd_alike_compare(const ahd_weighed *a, const ahd_weighed *b,
                       ahd_alike *out)
{
    sums rows = {0}, traits = {0};

    compare_rows(a, b, &rows);
    compare_traits(a, b, &traits);
    *out = (ahd_alike){.grams = rows.shared_count, .told = traits.shared};
    for (int i = 0; i < 2; i++) {
        out->words[i] = share((float)rows.shared_count, (float)rows.count[i]);
        out->rows[i] = share(rows.shared, rows.weight[i]);
        out->traits[i] = share(traits.shared, traits.weight[i]);
        out->firm[i] = share(traits.shared_firm, traits.firm[i]);
        out->pairs[i] = share(traits.shared_pairs, traits.pairs[i]);
        out->held[i] = traits.firm[i];
    }
    if (a->print->words < AHD_ALIKE_WORDS || b->print->words < AHD_ALIKE_WORDS)
        return;
    if (a->print->whole == b->print->whole &&
        a->print->words == b->print->words)
        out->kind = AHD_ALIKE_EXACT;
    else
        out->kind = judge(a, b, out);
}
