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

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a + 0x9E3779B97F4A7C15ull) * 0xD6E8FEB86659FD93ull;

    return (hash ^ hash >> 32 ^ b) * 0xCA5A826395121157ull;
}

uint64_t ahd_name_first_bytes(ahd_str s)
{
    uint64_t bytes = 0;

    if (s.len > 0)
        memcpy(&bytes, s.ptr, s.len < 8 ? s.len : 8);
    return bytes;
}

uint64_t ahd_name_last_bytes(ahd_str s)
{
    return s.len > 8 ? ahd_name_first_bytes((ahd_str){s.ptr + s.len - 8, 8})
                     : ahd_name_first_bytes(s) << (8 * (8 - s.len) & 63);
}

/* Of the start, the end and the middle: words are seldom longer. */
uint64_t ahd_name_hash(ahd_str s)
{
    uint64_t middle =
        s.len > 16 ? ahd_name_first_bytes((ahd_str){s.ptr + s.len / 2 - 4, 8})
                   : 0;

    if (s.len == 0)
        return 1;
    return mix(mix(ahd_name_first_bytes(s), ahd_name_last_bytes(s)),
               middle + s.len) |
           1;
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
