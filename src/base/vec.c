#include "base/vec.h"

#include <string.h>

void *ahd_vec_grow(ahd_arena *arena, void *items, size_t size, uint32_t count,
                   uint32_t *capacity)
{
    if (count < *capacity)
        return items;
    uint32_t wider = *capacity ? *capacity * 2 : 8;
    char *copy = ahd_arena_room(arena, size, wider);
    if (count > 0)
        memcpy(copy, items, size * count);
    memset(copy + size * count, 0, size * (wider - count));
    *capacity = wider;
    return copy;
}
