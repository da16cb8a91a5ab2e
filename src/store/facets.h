/* facets.h - how many of what was found have each value, while it is counted.
 *
 *     ahd_facets_add(&counting, AHD_FACET_ACT, AHD_STR("deny"), 1);
 *     ahd_facets_finish(&counting, &facets);
 *         -> facets.by[AHD_FACET_ACT] is {"deny", 1}
 *
 * Values are cut at AHD_FACETS_WORD bytes, and beyond AHD_FACETS_VALUES of a
 * kind no new one is taken: so the arena, of AHD_FACETS_BYTES, is never full.
 * An empty value is none. */
#ifndef AHD_STORE_FACETS_H
#define AHD_STORE_FACETS_H

#include "ahd.h"
#include "base/map.h"
#include "base/vec.h"

enum {
    AHD_FACETS_WORD = 200,
    AHD_FACETS_VALUES = 1 << 14,
    AHD_FACETS_BYTES = 64 << 20
};

typedef struct ahd_facets_kind {
    ahd_map places; /* of a value in `counts` */
    AHD_VEC(ahd_find_count) counts;
} ahd_facets_kind;

typedef struct ahd_facets {
    ahd_arena *arena;
    ahd_facets_kind by[AHD_FACETS];
} ahd_facets;

void ahd_facets_add(ahd_facets *facets, ahd_facet facet, ahd_str value,
                    int64_t count);

/* In the order that ahd.h gives them. They live in the arena. */
void ahd_facets_finish(ahd_facets *facets, ahd_find_facets *out);

#endif
