#include "lang/weights.h"

#include <string.h>

bool ahd_weights_open(const ahd_lexica *lang, ahd_weights *out)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_WEIGHTS];
    const ahd_weights_head *head = table->rows;
    const char *base = table->rows;

    *out = (ahd_weights){0};
    ahd_frequency_open(lang, &out->usages);
    if (table->bytes < sizeof *head)
        return false;
    out->rows = (const void *)(base + head->rows);
    out->vowels = (const void *)(base + head->vowels);
    out->edits = (const void *)(base + head->edits);
    out->after = (const void *)(base + head->after);
    out->slots = (const void *)(base + head->slots);
    out->recalled = (const void *)(base + head->recalled);
    out->lemmas = base + head->lemmas;
    out->row_bits = head->row_bits;
    out->vowel_bits = head->vowel_bits;
    out->slot_bits = head->slot_bits;
    return true;
}

uint32_t ahd_weights_recall(const ahd_weights *weights, uint64_t key,
                            const ahd_recalled **out)
{
    uint32_t mask = (1u << weights->slot_bits) - 1;
    uint32_t tag = (uint32_t)(key >> 32) | 1, count = 0;
    uint32_t i = (uint32_t)key & mask;

    while (weights->slots[i].key != 0 && weights->slots[i].key != tag)
        i = (i + 1) & mask;
    if (weights->slots[i].key == 0)
        return 0;
    *out = &weights->recalled[weights->slots[i].first];
    while (!(*out)[count++].last)
        ;
    return count;
}

enum { BLOCK = 16 }; /* lanes that are added up at once, in registers */

static void sum_block(const int8_t *lanes, const uint32_t *rows, uint32_t count,
                      int16_t *sums)
{
    /* Of its own, so that the compiler knows that no row is among the sums. */
    int16_t all[BLOCK];

    memcpy(all, sums, sizeof all);
    for (uint32_t i = 0; i < count; i++) {
        int8_t row[BLOCK];
        memcpy(row, lanes + (size_t)rows[i] * AHD_WEIGHTS_LANES, sizeof row);
        for (int k = 0; k < BLOCK; k++)
            all[k] = (int16_t)(all[k] + row[k]);
    }
    memcpy(sums, all, sizeof all);
}

void ahd_weights_sum(const ahd_weights_row *table, const uint32_t *rows,
                     uint32_t count, int16_t sums[AHD_WEIGHTS_LANES])
{
    /* The rows are far apart: to wait for all of them at once is cheaper. */
    for (uint32_t i = 0; i < count; i++)
        __builtin_prefetch(&table[rows[i]]);
    for (int k = 0; k < AHD_WEIGHTS_LANES; k += BLOCK)
        sum_block(table->lanes + k, rows, count, sums + k);
}

ahd_str ahd_weights_lemma(const ahd_weights *weights, uint32_t at)
{
    const char *lemma = weights->lemmas + at;

    return (ahd_str){lemma + 1, (unsigned char)*lemma};
}
