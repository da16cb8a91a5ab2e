#include "base/arena.h"

#include "test.h"

#include <string.h>

static void memory_is_zeroed_and_aligned(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);

    for (size_t size = 1; size < 200; size++) {
        char *space = ahd_new(arena, char, size);
        CHECK((uintptr_t)space % 16 == 0);
        for (size_t i = 0; i < size; i++)
            CHECK(space[i] == 0);
        memset(space, 'x', size);
    }
    ahd_arena_free(arena);
}

static void memory_after_a_rewind_is_zeroed_again(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_mark mark = ahd_arena_mark(arena);
    char *first = ahd_new(arena, char, 100);

    memset(first, 'x', 100);
    ahd_arena_rewind(arena, mark);
    char *again = ahd_new(arena, char, 100);
    CHECK(again == first);
    CHECK(again[0] == 0 && again[99] == 0);
    ahd_arena_free(arena);
}

static void a_rewind_keeps_what_came_before_the_mark(void)
{
    ahd_arena *arena = ahd_arena_new(8 << 20);
    ahd_str kept = ahd_arena_str(arena, AHD_STR("kept"));
    ahd_mark mark = ahd_arena_mark(arena);
    size_t used = ahd_arena_used(arena);

    for (int i = 0; i < 100; i++)
        ahd_new(arena, char, 50000);
    CHECK(ahd_arena_used(arena) > 100 * 50000);
    ahd_arena_rewind(arena, mark);
    CHECK(ahd_arena_used(arena) == used);
    CHECK_STR(kept, "kept");
    ahd_arena_free(arena);
}

static void a_cleared_arena_uses_its_chunks_again(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);

    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < 16; i++)
            ahd_new(arena, char, 50000);
        ahd_arena_clear(arena);
        CHECK(ahd_arena_used(arena) == 0);
    }
    ahd_arena_free(arena);
}

/* Does an allocation of `size` times `count` bytes spring the trap? */
static bool springs(ahd_arena *arena, size_t size, size_t count)
{
    jmp_buf trap;
    volatile bool sprung = true;

    ahd_arena_trap(arena, &trap);
    if (setjmp(trap) == 0) {
        ahd_arena_alloc(arena, size, count);
        sprung = false;
    }
    ahd_arena_trap(arena, NULL);
    return sprung;
}

static void the_limit_springs_the_trap(void)
{
    ahd_arena *arena = ahd_arena_new(100000);

    CHECK(!springs(arena, 1, 60000));
    CHECK(!springs(arena, 1, 30000));
    CHECK(springs(arena, 1, 60000));
    ahd_arena_clear(arena);
    CHECK(!springs(arena, 1, 60000));
    ahd_arena_free(arena);
}

static void a_size_that_overflows_springs_the_trap(void)
{
    ahd_arena *arena = ahd_arena_new(SIZE_MAX / 4);

    CHECK(springs(arena, SIZE_MAX / 2, 3));
    CHECK(springs(arena, 3, SIZE_MAX / 2));
    CHECK(springs(arena, 1, SIZE_MAX / 2));
    ahd_arena_free(arena);
}

static void no_bytes_at_all_are_still_a_pointer(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);

    CHECK(ahd_new(arena, int, 0) != NULL);
    ahd_arena_free(arena);
    ahd_arena_free(NULL);
}

static void a_copied_str_ends_with_a_nul(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_str copy = ahd_arena_str(arena, AHD_STR("عهد"));

    CHECK_STR(copy, "عهد");
    CHECK(copy.ptr[copy.len] == '\0');
    CHECK(ahd_arena_str(arena, (ahd_str){NULL, 0}).ptr != NULL);
    ahd_arena_free(arena);
}

int main(void)
{
    RUN(memory_is_zeroed_and_aligned);
    RUN(memory_after_a_rewind_is_zeroed_again);
    RUN(a_rewind_keeps_what_came_before_the_mark);
    RUN(a_cleared_arena_uses_its_chunks_again);
    RUN(the_limit_springs_the_trap);
    RUN(a_size_that_overflows_springs_the_trap);
    RUN(no_bytes_at_all_are_still_a_pointer);
    RUN(a_copied_str_ends_with_a_nul);
    return test_failures != 0;
}
