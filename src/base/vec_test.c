#include "base/vec.h"

#include "test.h"

static void pushed_items_stand_in_order(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    AHD_VEC(ahd_span) spans = {0};

    for (uint32_t i = 0; i < 1000; i++)
        *ahd_vec_push(arena, &spans) = (ahd_span){i, i + 1};
    CHECK(spans.count == 1000);
    for (uint32_t i = 0; i < 1000; i++)
        CHECK(spans.items[i].start == i && spans.items[i].len == i + 1);
    ahd_arena_free(arena);
}

static void a_new_item_is_zeroed_even_in_used_memory(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);

    for (int round = 0; round < 2; round++) {
        AHD_VEC(uint64_t) numbers = {0};
        for (int i = 0; i < 100; i++) {
            uint64_t *item = ahd_vec_push(arena, &numbers);
            CHECK(*item == 0);
            *item = UINT64_MAX;
        }
        ahd_arena_clear(arena);
    }
    ahd_arena_free(arena);
}

int main(void)
{
    RUN(pushed_items_stand_in_order);
    RUN(a_new_item_is_zeroed_even_in_used_memory);
    return test_failures != 0;
}
