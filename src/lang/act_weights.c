#include "lang/act_weights.h"

#include <string.h>

ahd_act_weights ahd_act_weights_open(const ahd_lexica *lang)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_ACTS];
    const ahd_act_head *head = table->rows;

    if (table->bytes < sizeof *head || head->rows == 0)
        return (ahd_act_weights){0};
    return (ahd_act_weights){head, (const void *)(head + 1),
                             (1u << head->bits) - 1};
}

static bool is_seen(const ahd_act_weights *weights, uint32_t symptom)
{
    return weights->head->seen[symptom % AHD_ACT_SEEN / 64] >> symptom % 64 & 1;
}

static const ahd_act_row *row_of(const ahd_act_weights *weights,
                                 uint32_t symptom)
{
    for (uint32_t i = symptom & weights->mask; weights->rows[i].symptom != 0;
         i = (i + 1) & weights->mask)
        if (weights->rows[i].symptom == symptom)
            return &weights->rows[i];
    return NULL;
}

const ahd_act_row *ahd_act_weights_find(const ahd_act_weights *weights,
                                        uint32_t symptom)
{
    if (weights->rows == NULL || !is_seen(weights, symptom))
        return NULL;
    return row_of(weights, symptom);
}

enum { AHEAD = 32 }; /* symptoms whose rows are fetched at once */

/* Of at most AHEAD symptoms those that may have a row, whose fetching begins:
 * the table is larger than the caches, and waiting for one row at a time took
 * longer than all the rest of the sum. */
static uint32_t fetch(const ahd_act_weights *weights, const uint32_t *symptoms,
                      uint32_t count, uint32_t *out)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        out[kept] = symptoms[i];
        kept += is_seen(weights, symptoms[i]);
    }
    for (uint32_t i = 0; i < kept; i++)
        /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
        __builtin_prefetch(&weights->rows[out[i] & weights->mask]);
    return kept;
}

/* The sums of at most AHEAD rows, which 16 bits hold: lane by lane in
 * registers. */
static void sum_block(const ahd_act_weights *weights, const uint32_t *symptoms,
                      uint32_t count, int32_t sums[AHD_ACT_LANES])
{
    int16_t all[AHD_ACT_LANES] = {0};

    for (uint32_t i = 0; i < count; i++) {
        const ahd_act_row *row = row_of(weights, symptoms[i]);
        int8_t lanes[AHD_ACT_LANES];
        if (row == NULL)
            continue;
        memcpy(lanes, row->lanes, sizeof lanes);
        for (int k = 0; k < AHD_ACT_LANE_SOURCE; k++)
            all[k] = (int16_t)(all[k] + lanes[k]);
        for (int k = AHD_ACT_LANE_SOURCE; k < AHD_ACT_LANES; k++)
            all[k] = (int16_t)(all[k] + lanes[k]);
    }
    for (int k = 0; k < AHD_ACT_LANES; k++)
        sums[k] += all[k];
}

void ahd_act_weights_sum(const ahd_act_weights *weights,
                         const uint32_t *symptoms, uint32_t count,
                         int32_t sums[AHD_ACT_LANES])
{
    uint32_t seen[AHEAD];

    if (weights->rows == NULL)
        return;
    for (uint32_t from = 0; from < count; from += AHEAD) {
        uint32_t left = count - from;
        uint32_t kept =
            fetch(weights, symptoms + from, left < AHEAD ? left : AHEAD, seen);
        sum_block(weights, seen, kept, sums);
    }
}

static float exp_of(const ahd_act_weights *weights, int32_t below)
{
    return weights->head && below < AHD_ACT_EXPS ? weights->head->exps[below]
                                                 : 0;
}

float ahd_act_weights_sure(const ahd_act_weights *weights, int32_t score)
{
    float odds = exp_of(weights, score < 0 ? -score : score);

    return (score < 0 ? odds : 1) / (1 + odds);
}

int32_t ahd_act_weights_either(const ahd_act_weights *weights, int32_t a,
                               int32_t b)
{
    int32_t most = a > b ? a : b, least = a > b ? b : a, more = 0;
    float sum = 1 + exp_of(weights, most - least);

    while (sum * exp_of(weights, more + 1) >= 1)
        more++;
    return most + more;
}
