/* A list of chunks. Chunks stay when the arena is rewound and are used again,
 * so a worker that reads a thousand documents allocates for the largest. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(ptr, len) __asan_poison_memory_region((ptr), (len))
#define UNPOISON(ptr, len) __asan_unpoison_memory_region((ptr), (len))
#else
#define POISON(ptr, len) ((void)(ptr), (void)(len))
#define UNPOISON(ptr, len) ((void)(ptr), (void)(len))
#endif

enum { ALIGN = 16, FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 4 << 20 };

typedef struct chunk {
    struct chunk *next, *previous;
    size_t size, used; /* of data */
    _Alignas(ALIGN) char data[];
} chunk;

struct ahd_arena {
    chunk *first, *now;
    size_t limit, reserved; /* bytes of all chunks */
    jmp_buf *trap;
};

ahd_arena *ahd_arena_new(size_t limit)
{
    ahd_arena *arena = calloc(1, sizeof *arena);

    if (arena != NULL)
        arena->limit = limit;
    return arena;
}

void ahd_arena_free(ahd_arena *arena)
{
    if (arena == NULL)
        return;
    for (chunk *c = arena->first, *next; c != NULL; c = next) {
        next = c->next;
        UNPOISON(c->data, c->size);
        free(c);
    }
    free(arena);
}

void ahd_arena_trap(ahd_arena *arena, jmp_buf *trap)
{
    arena->trap = trap;
}

static _Noreturn void give_up(ahd_arena *arena)
{
    if (arena->trap == NULL)
        abort();
    longjmp(*arena->trap, 1);
}

/* The next chunk that can hold `size`, an old one when it is large enough.
 * Old chunks that are too small are passed over until the next rewind. */
static chunk *next_chunk(ahd_arena *arena, size_t size)
{
    chunk *last = arena->now;
    chunk *c = last ? last->next : arena->first;

    while (c != NULL && c->size < size) {
        last = c;
        c = c->next;
    }
    if (c != NULL) {
        c->used = 0;
        return c;
    }
    size_t want = last ? last->size * 2 : FIRST_CHUNK;
    want = want > LARGEST_CHUNK ? LARGEST_CHUNK : want;
    want = want < size ? size : want;
    if (want > arena->limit - arena->reserved)
        want = size;
    if (want > arena->limit - arena->reserved)
        give_up(arena);
    c = malloc(sizeof *c + want);
    if (c == NULL)
        give_up(arena);
    *c = (chunk){.previous = last, .size = want};
    POISON(c->data, want);
    arena->reserved += want;
    *(last ? &last->next : &arena->first) = c;
    return c;
}

void *ahd_arena_room(ahd_arena *arena, size_t size, size_t count)
{
    if (count != 0 && size > (SIZE_MAX / 2) / count)
        give_up(arena);
    size_t len = size * count;
    size_t padded = (len + ALIGN - 1) & ~(size_t)(ALIGN - 1);

    if (arena->now == NULL || padded > arena->now->size - arena->now->used)
        arena->now = next_chunk(arena, padded);
    void *space = arena->now->data + arena->now->used;
    arena->now->used += padded;
    UNPOISON(space, len);
    return space;
}

void *ahd_arena_alloc(ahd_arena *arena, size_t size, size_t count)
{
    return memset(ahd_arena_room(arena, size, count), 0, size * count);
}

ahd_mark ahd_arena_mark(const ahd_arena *arena)
{
    return (ahd_mark){arena->now, arena->now ? arena->now->used : 0};
}

void ahd_arena_rewind(ahd_arena *arena, ahd_mark mark)
{
    chunk *keep = mark.chunk;

    for (chunk *c = keep ? keep->next : arena->first; c != NULL; c = c->next) {
        c->used = 0;
        POISON(c->data, c->size);
    }
    if (keep != NULL) {
        keep->used = mark.used;
        POISON(keep->data + mark.used, keep->size - mark.used);
    }
    arena->now = keep;
}

void ahd_arena_clear(ahd_arena *arena)
{
    ahd_arena_rewind(arena, (ahd_mark){NULL, 0});
}

size_t ahd_arena_used(const ahd_arena *arena)
{
    size_t used = 0;

    for (const chunk *c = arena->now; c != NULL; c = c->previous)
        used += c->used;
    return used;
}

ahd_str ahd_arena_str(ahd_arena *arena, ahd_str s)
{
    char *copy = ahd_arena_alloc(arena, 1, s.len + 1);

    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return (ahd_str){copy, s.len};
}
