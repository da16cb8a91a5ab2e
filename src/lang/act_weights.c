#include "lang/act_weights.h"

ahd_act_weights ahd_act_weights_open(const ahd_lexica *lang)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_ACTS];
    const ahd_act_head *head = table->rows;

    if (table->bytes < sizeof *head || head->rows == 0)
        return (ahd_act_weights){0};
    return (ahd_act_weights){head, (const void *)(head + 1),
                             (1u << head->bits) - 1};
}

const ahd_act_row *ahd_act_weights_find(const ahd_act_weights *weights,
                                        uint32_t symptom)
{
    if (weights->rows == NULL ||
        !(weights->head->seen[symptom % AHD_ACT_SEEN / 64] >> symptom % 64 & 1))
        return NULL;
    for (uint32_t i = symptom & weights->mask; weights->rows[i].symptom != 0;
         i = (i + 1) & weights->mask)
        if (weights->rows[i].symptom == symptom)
            return &weights->rows[i];
    return NULL;
}

void ahd_act_weights_sum(const ahd_act_weights *weights,
                         const uint32_t *symptoms, uint32_t count,
                         int32_t sums[AHD_ACT_LANES])
{
    for (uint32_t i = 0; i < count; i++) {
        const ahd_act_row *row = ahd_act_weights_find(weights, symptoms[i]);
        if (row == NULL)
            continue;
        for (int k = 0; k < AHD_ACT_LANES; k++)
            sums[k] += row->lanes[k];
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
