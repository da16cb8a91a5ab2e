#include "base/parting.h"

#include "test.h"

static ahd_arena *arena;

static void what_is_joined_is_one_by_any_way(void)
{
    ahd_parting p = ahd_parting_new(arena, 5);

    CHECK(ahd_parting_join(&p, 0, 1) && ahd_parting_join(&p, 2, 3));
    CHECK(ahd_parting_leader(&p, 0) != ahd_parting_leader(&p, 2));
    CHECK(ahd_parting_join(&p, 3, 1) && ahd_parting_join(&p, 3, 1));
    CHECK(ahd_parting_leader(&p, 0) == ahd_parting_leader(&p, 2));
    CHECK(ahd_parting_leader(&p, 4) == 4);
}

static void what_is_apart_stays_so_by_any_way(void)
{
    ahd_parting p = ahd_parting_new(arena, 6);

    CHECK(ahd_parting_join(&p, 0, 1) && ahd_parting_part(&p, 1, 2));
    CHECK(ahd_parting_join(&p, 2, 3));
    CHECK(ahd_parting_are_apart(&p, 0, 3) && ahd_parting_are_apart(&p, 3, 0));
    CHECK(!ahd_parting_join(&p, 0, 3));
    CHECK(ahd_parting_join(&p, 3, 4) && !ahd_parting_join(&p, 4, 1));
    CHECK(!ahd_parting_are_apart(&p, 4, 5) && ahd_parting_join(&p, 5, 0));
    CHECK(ahd_parting_are_apart(&p, 5, 4));
}

static void what_is_one_cannot_be_parted_any_more(void)
{
    ahd_parting p = ahd_parting_new(arena, 3);

    CHECK(ahd_parting_join(&p, 0, 1) && ahd_parting_join(&p, 1, 2));
    CHECK(!ahd_parting_part(&p, 0, 2) && !ahd_parting_part(&p, 1, 1));
    CHECK(!ahd_parting_are_apart(&p, 0, 2));
}

static void many_that_are_apart_cost_little(void)
{
    enum { MANY = 200000 };
    ahd_parting p = ahd_parting_new(arena, 2 * MANY);

    for (uint32_t i = 1; i < MANY; i++)
        CHECK(ahd_parting_part(&p, 0, i));
    for (uint32_t i = MANY; i < 2 * MANY; i++)
        CHECK(ahd_parting_join(&p, i, 0));
    CHECK(ahd_parting_are_apart(&p, 2 * MANY - 1, 7));
    CHECK(!ahd_parting_join(&p, 7, MANY));
}

int main(void)
{
    arena = ahd_arena_new(1 << 28);
    RUN(what_is_joined_is_one_by_any_way);
    RUN(what_is_apart_stays_so_by_any_way);
    RUN(what_is_one_cannot_be_parted_any_more);
    RUN(many_that_are_apart_cost_little);
    ahd_arena_free(arena);
    return test_failures != 0;
}
