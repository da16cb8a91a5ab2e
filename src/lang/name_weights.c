#include "lang/name_weights.h"

#include <string.h>

bool ahd_name_weights_open(const ahd_lexica *lang, ahd_name_weights *out)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_NAMES];

    *out = (ahd_name_weights){0};
    if (table->bytes < sizeof *out->head)
        return false;
    out->head = table->rows;
    out->rows = (const void *)(out->head + 1);
    out->words = (const void *)(out->rows + AHD_NAME_SLOTS);
    return true;
}

const ahd_name_word *ahd_name_word_find(const ahd_name_weights *weights,
                                        uint32_t key)
{
    uint32_t mask = (1u << weights->head->word_bits) - 1;

    for (uint32_t i = key & mask; weights->words[i].key != 0;
         i = (i + 1) & mask)
        if (weights->words[i].key == key)
            return &weights->words[i];
    return NULL;
}

/* The row of this number as one word; 0 when its slot has another one's. */
static uint64_t row_of(const ahd_name_row *table, uint32_t number)
{
    const ahd_name_row *row = &table[number >> AHD_NAME_TAG_BITS];
    uint32_t tag = number & ((1u << AHD_NAME_TAG_BITS) - 1);
    uint64_t lanes;

    memcpy(&lanes, row, sizeof lanes);
    return lanes & -(uint64_t)(row->lanes[AHD_NAME_TAG] == (int)tag);
}

void ahd_name_weights_sum(const ahd_name_row *table, const uint32_t *rows,
                          uint32_t count, int16_t sums[AHD_NAME_LANES])
{
    /* Of its own, so that the compiler knows that no row is among the sums and
     * adds all lanes at once. */
    int16_t all[AHD_NAME_LANES];

    memcpy(all, sums, sizeof all);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t lanes = row_of(table, rows[i]);
        int8_t row[AHD_NAME_LANES];
        memcpy(row, &lanes, sizeof row);
        for (int k = 0; k < AHD_NAME_LANES; k++)
            all[k] = (int16_t)(all[k] + row[k]);
    }
    all[AHD_NAME_TAG] = 0;
    memcpy(sums, all, sizeof all);
}
