/* map.h - from text to a number, in an arena. Keys are not copied.
 *
 *     ahd_map ids = {0};
 *     *ahd_map_put(arena, &ids, AHD_STR("qa")) = 7;
 *     const uint32_t *id = ahd_map_find(&ids, AHD_STR("qa"));   NULL or 7 */
#ifndef AHD_BASE_MAP_H
#define AHD_BASE_MAP_H

#include "base/arena.h"

typedef struct ahd_map_slot {
    ahd_str key; /* ptr NULL: free */
    uint32_t value;
} ahd_map_slot;

typedef struct ahd_map {
    ahd_map_slot *slots;
    uint32_t count, capacity; /* capacity is 0 or a power of two */
} ahd_map;

/* The value under `key`, 0 when it is new. Valid until the next put. */
uint32_t *ahd_map_put(ahd_arena *arena, ahd_map *map, ahd_str key);
const uint32_t *ahd_map_find(const ahd_map *map, ahd_str key);

#endif
