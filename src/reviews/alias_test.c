#include "reviews/alias.h"

#include "test.h"

static ahd_arena *arena;

static ahd_joined said(const char *one, const char *other, bool joins)
{
    return (ahd_joined){AHD_STR("actor"), ahd_str_from(one),
                        ahd_str_from(other), joins};
}

/* What `id` is told as. */
static ahd_str told(const ahd_joined *joined, uint32_t count, const char *id)
{
    ahd_aliases all = ahd_alias_make(joined, count, arena);

    for (uint32_t i = 0; i < all.count; i++)
        if (ahd_str_eq(all.items[i].id, ahd_str_from(id)))
            return all.items[i].stands;
    return ahd_str_from(id);
}

static void what_a_registry_has_stands(void)
{
    const ahd_joined one[] = {said("~p-x", "ly-x", true)};
    const ahd_joined other[] = {said("ly-x", "~p-x", true)};

    CHECK_STR(told(one, 1, "~p-x"), "ly-x");
    CHECK_STR(told(one, 1, "ly-x"), "ly-x");
    CHECK_STR(told(other, 1, "~p-x"), "ly-x");
}

static void joins_go_on_from_one_to_the_next(void)
{
    const ahd_joined all[] = {said("a", "b", true), said("~c", "b", true),
                              said("~c", "~d", true)};

    CHECK_STR(told(all, 3, "b"), "a");
    CHECK_STR(told(all, 3, "~c"), "a");
    CHECK_STR(told(all, 3, "~d"), "a");
}

static void the_newest_word_on_two_counts(void)
{
    const ahd_joined all[] = {said("a", "b", true), said("b", "a", false),
                              said("a", "b", true)};

    CHECK_STR(told(all, 1, "b"), "a");
    CHECK_STR(told(all, 2, "b"), "b");
    CHECK_STR(told(all, 3, "b"), "a");
}

static void kinds_are_apart(void)
{
    ahd_joined all[] = {said("a", "b", true), said("b", "c", true)};

    all[1].what = AHD_STR("agreement");
    ahd_aliases out = ahd_alias_make(all, 2, arena);
    CHECK(out.count == 2);
    CHECK_STR(out.items[0].stands, "a");
    CHECK_STR(out.items[1].stands, "b");
    CHECK_STR(out.items[1].id, "c");
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(what_a_registry_has_stands);
    RUN(joins_go_on_from_one_to_the_next);
    RUN(the_newest_word_on_two_counts);
    RUN(kinds_are_apart);
    ahd_arena_free(arena);
    return test_failures != 0;
}
