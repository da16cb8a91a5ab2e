/* parting.h - which of many are one, where some were said not to be.
 *
 *     join 1 2   part 2 3   join 3 1   ->  1 and 2 are one; 3 is not, and the
 *                                          last one answers false
 *
 * Whatever comes first stands: what contradicts it, by itself or by what is one
 * already, changes nothing. Numbers are 0..count-1; time grows with what is
 * said, not with the count. */
#ifndef AHD_BASE_PARTING_H
#define AHD_BASE_PARTING_H

#include "base/vec.h"

typedef AHD_VEC(uint32_t) ahd_parted;

typedef struct ahd_parting {
    ahd_arena *arena;
    uint32_t *leads;   /* to one of its own, or to itself */
    ahd_parted *apart; /* by leader: those that it is not */
} ahd_parting;

ahd_parting ahd_parting_new(ahd_arena *arena, uint32_t count);

/* The one of its own that stands for all of them now. */
uint32_t ahd_parting_leader(ahd_parting *parting, uint32_t one);

/* Are they said not to be one? */
bool ahd_parting_are_apart(ahd_parting *parting, uint32_t a, uint32_t b);

/* They are one; false when they are apart. */
bool ahd_parting_join(ahd_parting *parting, uint32_t a, uint32_t b);

/* They are not; false when they are one. */
bool ahd_parting_part(ahd_parting *parting, uint32_t a, uint32_t b);

#endif
