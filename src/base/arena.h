/* arena.h - memory that is freed all at once.
 *
 * Everything a document holds lives in that document's arena. There is no
 * free(): drop the arena, or rewind a scratch arena to a mark.
 *
 * ahd_new never returns NULL. At the arena's limit it jumps to the trap set by
 * the public call that is running, which then returns AHD_ENOMEM; so no code
 * between the two checks for NULL. Without a trap it aborts the program.
 *
 *     jmp_buf trap;
 *     ahd_arena_trap(arena, &trap);
 *     if (setjmp(trap))
 *         return ahd_fail(error, AHD_ENOMEM, "...");
 */
#ifndef AHD_BASE_ARENA_H
#define AHD_BASE_ARENA_H

#include "base/str.h"

#include <setjmp.h>
#include <stddef.h>

typedef struct ahd_arena ahd_arena;
typedef struct ahd_mark {
    void *chunk;
    size_t used;
} ahd_mark;

/* An arena that grows up to `limit` bytes; NULL when there is no memory. */
ahd_arena *ahd_arena_new(size_t limit);
void ahd_arena_free(ahd_arena *arena); /* NULL is allowed, as everywhere */
void ahd_arena_trap(ahd_arena *arena, jmp_buf *trap); /* NULL takes it away */

/* `size * count` zeroed bytes, aligned for any type. */
void *ahd_arena_alloc(ahd_arena *arena, size_t size, size_t count);
/* The same with anything in them: for who fills them at once. */
void *ahd_arena_room(ahd_arena *arena, size_t size, size_t count);
ahd_mark ahd_arena_mark(const ahd_arena *arena);
void ahd_arena_rewind(ahd_arena *arena, ahd_mark mark);
void ahd_arena_clear(ahd_arena *arena); /* rewind to the empty arena */
size_t ahd_arena_used(const ahd_arena *arena); /* bytes handed out so far */

/* `count` zeroed objects of `type`. */
#define ahd_new(arena, type, count)                                            \
    ((type *)ahd_arena_alloc((arena), sizeof(type), (count)))

/* A copy of `s` in the arena, followed by a NUL that len does not count. */
ahd_str ahd_arena_str(ahd_arena *arena, ahd_str s);

#endif
