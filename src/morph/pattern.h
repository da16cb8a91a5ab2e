/* pattern.h - clues as rows of the weights, and the pattern of a word.
 *
 *     "مستقبل"  ->  مستCCC: letters that make words of roots stay
 *
 * A clue is its kind and up to two numbers that it is of; its row is a hash of
 * them. */
#ifndef AHD_MORPH_PATTERN_H
#define AHD_MORPH_PATTERN_H

#include <stdint.h>

typedef struct ahd_sheet {
    uint32_t *rows;
    uint32_t count, bits;
    uint64_t of; /* told to every clue */
} ahd_sheet;

static inline void ahd_sheet_add(ahd_sheet *sheet, uint32_t kind, uint64_t a,
                                 uint64_t b)
{
    uint64_t hash = (a + kind + sheet->of) * 0x9E3779B97F4A7C15ull;

    hash = (hash ^ hash >> 31 ^ b) * 0xD6E8FEB86659FD93ull;
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93ull;
    sheet->rows[sheet->count++] = (uint32_t)(hash >> (64 - sheet->bits));
}

/* Of folded letters; the first fifteen count. */
uint64_t ahd_pattern_of(const uint16_t *letters, uint32_t count);

#endif
