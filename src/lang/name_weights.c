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

/* The row, or nothing when its slot has another. */
static ahd_name_row row_of(const ahd_name_row *table, uint32_t row)
{
    const uint32_t tags = (1u << AHD_NAME_TAG_BITS) - 1;
    ahd_name_row found = table[row >> AHD_NAME_TAG_BITS];
    uint64_t lanes, keep;

    keep = (uint64_t)(found.lanes[AHD_NAME_TAG] == (int)(row & tags));
    memcpy(&lanes, &found, sizeof lanes);
    lanes &= ~(keep - 1);
    memcpy(&found, &lanes, sizeof lanes);
    return found;
}

void ahd_name_weights_sum(const ahd_name_row *table, const uint32_t *rows,
                          uint32_t count, int16_t sums[AHD_NAME_LANES])
{
    /* Of its own, so that the compiler knows that no row is among the sums and
     * adds all lanes at once. */
    int16_t all[AHD_NAME_LANES];

    memcpy(all, sums, sizeof all);
    for (uint32_t i = 0; i < count; i++) {
        ahd_name_row row = row_of(table, rows[i]);
        for (int k = 0; k < AHD_NAME_LANES; k++)
            all[k] = (int16_t)(all[k] + row.lanes[k]);
    }
    all[AHD_NAME_TAG] = 0;
    memcpy(sums, all, sizeof all);
}
