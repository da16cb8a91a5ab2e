#include "base/vec.h"

#include <string.h>

/* NOLINTNEXTLINE(readability-function-size): what the macros give it. */
void *ahd_vec_widen(ahd_arena *arena, void *items, size_t size, uint32_t count,
                    uint32_t least, uint32_t *capacity)
{
    if (least <= *capacity)
        return items;
    char *copy = ahd_arena_room(arena, size, least);
    if (count > 0)
        memcpy(copy, items, size * count);
    memset(copy + size * count, 0, size * (least - count));
    *capacity = least;
    return copy;
}

void *ahd_vec_grow(ahd_arena *arena, void *items, size_t size, uint32_t count,
                   uint32_t *capacity)
{
    if (count < *capacity)
        return items;
    return ahd_vec_widen(arena, items, size, count,
                         *capacity ? *capacity * 2 : 8, capacity);
}
