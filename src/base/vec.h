/* vec.h - a growing array in an arena: the layers of a document.
 *
 *     AHD_VEC(ahd_span) lines = {0};
 *     *ahd_vec_push(arena, &lines) = (ahd_span){0, 4};
 *     for (uint32_t i = 0; i < lines.count; i++) use(lines.items[i]);
 *
 * Growing copies; the old array stays in the arena until that is rewound, so
 * a pointer to an item must not be kept across a push. */
#ifndef AHD_BASE_VEC_H
#define AHD_BASE_VEC_H

#include "base/arena.h"

#define AHD_VEC(type)                                                          \
    struct {                                                                   \
        type *items;                                                           \
        uint32_t count, capacity;                                              \
    }

/* A zeroed new last item. */
#define ahd_vec_push(arena, vec)                                               \
    ((vec)->items = ahd_vec_grow((arena), (vec)->items, sizeof *(vec)->items,  \
                                 (vec)->count, &(vec)->capacity),              \
     &(vec)->items[(vec)->count++])

/* Room for `more` items beyond those it has, so that adding them copies
 * nothing. */
#define ahd_vec_reserve(arena, vec, more)                                      \
    ((vec)->items = ahd_vec_widen((arena), (vec)->items, sizeof *(vec)->items, \
                                  (vec)->count, (vec)->count + (more),         \
                                  &(vec)->capacity))

void *ahd_vec_widen(ahd_arena *arena, void *items, size_t size, uint32_t count,
                    uint32_t least, uint32_t *capacity);
void *ahd_vec_grow(ahd_arena *arena, void *items, size_t size, uint32_t count,
                   uint32_t *capacity);

#endif
