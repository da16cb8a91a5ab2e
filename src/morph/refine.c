#include "morph/refine.h"

#include "morph/pattern.h"

#include <string.h>

#define BIT(pos) (1u << AHD_POS_##pos)
#define NOMINAL (BIT(NOUN) | BIT(ADJ) | BIT(PROPN) | BIT(NUM))
#define VERBAL (BIT(VERB) | BIT(AUX))

#define FIELD(of, name, lane, values, late)                                    \
    {                                                                          \
        of, AHD_FEAT_##name, AHD_FEAT_BITS_##name, lane, values, late          \
    }

/* Lanes of nouns and of verbs may be the same: clues know which it is. */
const ahd_refine_field ahd_refine_fields[AHD_REFINE_FIELDS] = {
    FIELD(NOMINAL | VERBAL, GENDER, 0, 3, 0),
    FIELD(NOMINAL | VERBAL, NUMBER, 3, 4, 0),
    FIELD(NOMINAL | VERBAL, VOICE, 7, 3, 0),
    FIELD(NOMINAL | VERBAL, PERSON, 10, 4, 0),
    FIELD(NOMINAL, STATE, 14, 3, 0),
    FIELD(NOMINAL, CASE, 17, 4, 1),
    FIELD(NOMINAL, VERBAL, 21, 4, 0),
    FIELD(VERBAL, ASPECT, 14, 3, 0),
    FIELD(VERBAL, MOOD, 17, 4, 1),
    FIELD(VERBAL, TENSE, 21, 4, 1),
};

static const ahd_split *split_of(const ahd_decided *d)
{
    return &d->word->splits[d->split];
}

/* The tag of a neighbour, with what stands between it and the word. */
static uint64_t tag_of(const ahd_decided *d)
{
    if (d->word == NULL)
        return 63;
    return d->pos | (uint64_t)(split_of(d)->end < d->word->letters.count) << 5 |
           (split_of(d)->pros > 0 ? (uint64_t)d->word->letters.bare[0] << 6
                                  : 0);
}

static uint64_t article_of(const ahd_decided *d)
{
    return d->word ? split_of(d)->article : 3;
}

static uint64_t id_of(const ahd_decided *d)
{
    return d->word ? d->word->id : 0;
}

/* The last proclitic, which governs the word. */
static uint64_t governor(const ahd_decided *d)
{
    const ahd_split *s = split_of(d);

    return s->pros > 0 ? d->word->letters.bare[s->pros - 1] : 0;
}

static uint32_t lexical_feats(const ahd_decided *d)
{
    for (uint32_t i = 0; i < d->word->analysed; i++)
        if (d->word->split_of[i] == d->split &&
            d->word->analyses[i].pos == d->pos)
            return d->word->analyses[i].feats + 1;
    return 0;
}

/* What it had in training; 0 when that was not told. */
static uint32_t recalled_feats(const ahd_decided *d)
{
    const ahd_split *s = split_of(d);

    for (uint32_t i = 0; i < s->recalls; i++)
        if (s->recalled[i].pos == d->pos &&
            s->recalled[i].feats != AHD_RECALLED_UNTOLD)
            return (s->recalled[i].feats << 3) +
                   (s->recalled[i].times > 2) * 4u + 1;
    return 0;
}

/* What words of closed classes were mostly. */
static uint32_t mostly(const ahd_decided *d)
{
    const ahd_split *s = split_of(d);

    for (uint32_t i = 0; i < s->recalls; i++)
        if (s->recalled[i].pos == d->pos &&
            s->recalled[i].feats != AHD_RECALLED_UNTOLD)
            return s->recalled[i].feats;
    return 0;
}

static uint64_t last_letters(const ahd_decided *d, uint32_t count)
{
    const ahd_split *s = split_of(d);
    uint64_t letters = 0;

    for (uint32_t i = 0; i < count && i < (uint32_t)s->end - s->pros; i++)
        letters = letters << 16 | d->word->letters.bare[s->end - 1 - i];
    return letters;
}

/* Features in which words agree with the one before. */
static uint64_t agreement(const ahd_decided *d)
{
    const uint32_t mask = AHD_FEAT_SET(GENDER, 3) | AHD_FEAT_SET(NUMBER, 3) |
                          AHD_FEAT_SET(STATE, 3) | AHD_FEAT_SET(CASE, 3);

    return d->word ? (d->feats & mask) | (uint64_t)d->pos << 40 : 1;
}

uint32_t ahd_refine_clues(const ahd_vicinity *v, uint32_t bits,
                          uint32_t rows[AHD_REFINE_CLUES])
{
    const ahd_decided *before = &v->near[1], *d = &v->near[2],
                      *after = &v->near[3];
    const ahd_split *s = split_of(d);
    ahd_sheet out = {rows, 0, bits, 0x5000 + (d->pos << 8)};
    uint64_t clitic =
        (uint64_t)(s->end < d->word->letters.count) << 2 | s->article;
    uint64_t marks = d->word->letters.marks;

    for (uint32_t n = 1; n <= 3; n++)
        ahd_sheet_add(&out, n, last_letters(d, n), clitic);
    ahd_sheet_add(&out, 4, d->word->letters.bare[s->pros], last_letters(d, 2));
    ahd_sheet_add(&out, 6, marks, last_letters(d, 1));
    ahd_sheet_add(&out, 7, recalled_feats(d), clitic);
    ahd_sheet_add(&out, 8, lexical_feats(d), clitic);
    ahd_sheet_add(&out, 10, tag_of(before), governor(d));
    ahd_sheet_add(&out, 11, tag_of(before), clitic << 16 | governor(d));
    ahd_sheet_add(&out, 12, id_of(before), governor(d));
    ahd_sheet_add(&out, 13, tag_of(after) << 4 | article_of(after), clitic);
    ahd_sheet_add(&out, 14, tag_of(after) << 4 | article_of(after),
                  tag_of(before));
    ahd_sheet_add(&out, 15, agreement(before), clitic);
    ahd_sheet_add(&out, 16, agreement(before), last_letters(d, 1));
    ahd_sheet_add(&out, 18, s->usage.class, clitic);
    ahd_sheet_add(&out, 19, id_of(after), clitic);
    ahd_sheet_add(&out, 20, id_of(d), 0);
    return out.count;
}

uint32_t ahd_refine_late_clues(const ahd_vicinity *v, uint32_t feats,
                               uint32_t bits, uint32_t rows[AHD_REFINE_CLUES])
{
    const ahd_decided *before = &v->near[1], *d = &v->near[2];
    ahd_sheet out = {rows, 0, bits, 0x5000 + (d->pos << 8)};
    const uint32_t mask = AHD_FEAT_SET(ASPECT, 3) | AHD_FEAT_SET(NUMBER, 3) |
                          AHD_FEAT_SET(STATE, 3);

    ahd_sheet_add(&out, 32, feats & mask, governor(d));
    ahd_sheet_add(&out, 33, feats & mask, id_of(before));
    ahd_sheet_add(&out, 35, feats & mask, tag_of(before) << 16 | governor(d));
    return out.count;
}

uint32_t ahd_refine_clitic_clues(const ahd_vicinity *v, uint32_t which,
                                 uint32_t bits, uint32_t rows[AHD_REFINE_CLUES])
{
    const ahd_decided *before = &v->near[1], *d = &v->near[2];
    uint64_t letter = d->word->letters.bare[which];
    ahd_sheet out = {rows, 0, bits, 0x9000 + (letter << 32)};
    uint64_t rest = (uint64_t)split_of(d)->pros - which;

    ahd_sheet_add(&out, 0, rest, 0);
    ahd_sheet_add(&out, 1, d->pos, rest);
    ahd_sheet_add(&out, 2, id_of(d), 0);
    ahd_sheet_add(&out, 3, tag_of(before), 0);
    ahd_sheet_add(&out, 4, tag_of(before), d->pos);
    ahd_sheet_add(&out, 5, id_of(before), d->pos);
    ahd_sheet_add(&out, 6, tag_of(&v->near[3]), d->pos);
    ahd_sheet_add(&out, 7, id_of(&v->near[3]), d->pos);
    ahd_sheet_add(&out, 8, tag_of(&v->near[0]), tag_of(before));
    ahd_sheet_add(&out, 9, before->word ? before->word->kin : 0, d->pos);
    ahd_sheet_add(&out, 10, d->word->letters.bare[split_of(d)->pros], d->pos);
    ahd_sheet_add(&out, 11, d->word->kin, 0);
    ahd_sheet_add(&out, 12, split_of(d)->usage.class, 0);
    return out.count;
}

/* ---------------------------------------------------------------- deciding */

static uint32_t decide(const int16_t *sums, uint32_t pos, uint32_t late)
{
    uint32_t feats = 0;

    for (uint32_t i = 0; i < AHD_REFINE_FIELDS; i++) {
        const ahd_refine_field *f = &ahd_refine_fields[i];
        uint32_t best = 0;
        if (!(f->of >> pos & 1) || f->late != late)
            continue;
        for (uint32_t value = 1; value < f->values; value++)
            if (sums[f->lane + value] > sums[f->lane + best])
                best = value;
        feats |= best << f->at;
    }
    return feats;
}

/* What spelling decides of a field: the value of all analyses, if it is one. */
static uint32_t spelled(const ahd_decided *d, uint32_t field)
{
    uint32_t value = 0;

    for (uint32_t i = 0; i < d->word->analysed; i++) {
        const ahd_analysis *a = &d->word->analyses[i];
        if (d->word->split_of[i] != d->split || a->pos != d->pos)
            continue;
        uint32_t one = a->feats & field;
        if (one == 0 || (value != 0 && one != value))
            return 0;
        value = one;
    }
    return value;
}

/* The feats of a verb, with what its spelling leaves no doubt about. */
static uint32_t with_spelled(uint32_t feats, const ahd_decided *d)
{
    static const uint32_t fields[] = {AHD_FEAT_SET(VOICE, 3),
                                      AHD_FEAT_SET(ASPECT, 3)};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        uint32_t value = spelled(d, fields[i]);
        if (value != 0)
            feats = (feats & ~fields[i]) | value;
    }
    return feats;
}

uint32_t ahd_refine_feats(const ahd_weights *weights, const ahd_vicinity *v)
{
    uint32_t rows[AHD_REFINE_CLUES], pos = v->near[2].pos;
    int16_t sums[AHD_WEIGHTS_LANES] = {0};

    if (!((NOMINAL | VERBAL) >> pos & 1))
        return mostly(&v->near[2]);
    ahd_weights_sum(weights->rows, rows,
                    ahd_refine_clues(v, weights->row_bits, rows), sums);
    uint32_t feats = decide(sums, pos, 0);
    if (VERBAL >> pos & 1)
        feats = with_spelled(feats, &v->near[2]);
    ahd_weights_sum(weights->rows, rows,
                    ahd_refine_late_clues(v, feats, weights->row_bits, rows),
                    sums);
    return feats | decide(sums, pos, 1);
}

uint32_t ahd_refine_clitic(const ahd_weights *weights, const ahd_vicinity *v,
                           uint32_t which, uint32_t allowed)
{
    uint32_t rows[AHD_REFINE_CLUES], best = AHD_POS_X;
    int16_t sums[AHD_WEIGHTS_LANES] = {0};
    int32_t most = INT32_MIN;

    ahd_weights_sum(weights->rows, rows,
                    ahd_refine_clitic_clues(v, which, weights->row_bits, rows),
                    sums);
    for (uint32_t pos = 0; pos < AHD_POS_COUNT; pos++)
        if (allowed >> pos & 1 && sums[pos] > most) {
            most = sums[pos];
            best = pos;
        }
    return best;
}
