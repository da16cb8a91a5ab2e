/* sorted.h - numbers in order, in time that grows with their count.
 *
 *     {7, 3, 7, 1}  ->  {1, 3, 7, 7}      ahd_sorted_unique -> {1, 3, 7}
 */
#ifndef AHD_STORIES_SORTED_H
#define AHD_STORIES_SORTED_H

#include "base/arena.h"

/* Sorts by all 64 bits; `spare` has room for as many. */
void ahd_sorted_numbers(uint64_t *items, uint64_t *spare, size_t count);

/* The same of 32 bits, with each only once; how many stay. */
uint32_t ahd_sorted_unique(uint32_t *items, uint32_t count);

/* Numbers 0..count-1 in the order that `before` says, which never says yes
 * both ways; of equal ones the lower first. */
typedef bool ahd_sorted_before(const void *context, uint32_t a, uint32_t b);
uint32_t *ahd_sorted_ranks(ahd_arena *arena, uint32_t count,
                           ahd_sorted_before *before, const void *context);

#endif
