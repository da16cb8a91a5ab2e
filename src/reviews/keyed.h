/* keyed.h - indices in the order of their keys, without a function to compare.
 *
 *     ahd_keyed keys[] = {{7, 0}, {3, 1}, {7, 2}};
 *     ahd_keyed_sort(arena, keys, 3)   ->  1 0 2
 *
 * Of equal keys the earlier comes first. */
#ifndef AHD_REVIEWS_KEYED_H
#define AHD_REVIEWS_KEYED_H

#include "base/arena.h"

typedef struct ahd_keyed {
    int64_t key;
    uint32_t index;
} ahd_keyed;

/* The indices, in the arena; the keys are moved about. */
uint32_t *ahd_keyed_sort(ahd_arena *arena, ahd_keyed *keys, uint32_t count);

#endif
