#include "base/map.h"

#include "base/buf.h"
#include "test.h"

static void an_empty_map_finds_nothing(void)
{
    ahd_map map = {0};

    CHECK(ahd_map_find(&map, AHD_STR("a")) == NULL);
}

static void a_new_key_has_the_value_zero(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_map map = {0};

    CHECK(*ahd_map_put(arena, &map, AHD_STR("a")) == 0);
    CHECK(map.count == 1);
    CHECK(*ahd_map_find(&map, AHD_STR("a")) == 0);
    CHECK(ahd_map_find(&map, AHD_STR("b")) == NULL);
    ahd_arena_free(arena);
}

static void a_known_key_keeps_its_value(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_map map = {0};

    *ahd_map_put(arena, &map, AHD_STR("قطر")) = 7;
    CHECK(*ahd_map_put(arena, &map, AHD_STR("قطر")) == 7);
    CHECK(map.count == 1);
    ahd_arena_free(arena);
}

static void the_empty_key_is_a_key(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_map map = {0};

    *ahd_map_put(arena, &map, (ahd_str){NULL, 0}) = 3;
    CHECK(map.count == 1);
    CHECK(*ahd_map_find(&map, AHD_STR("")) == 3);
    ahd_arena_free(arena);
}

static void thousands_of_keys_are_all_found(void)
{
    ahd_arena *arena = ahd_arena_new(8 << 20);
    ahd_map map = {0};
    ahd_buf key = AHD_BUF(32);

    for (uint32_t i = 0; i < 5000; i++) {
        ahd_buf_clear(&key);
        ahd_buf_printf(&key, "key-%u", i);
        *ahd_map_put(arena, &map, ahd_arena_str(arena, ahd_buf_str(&key))) = i;
    }
    CHECK(map.count == 5000);
    for (uint32_t i = 0; i < 10000; i++) {
        ahd_buf_clear(&key);
        ahd_buf_printf(&key, "key-%u", i);
        const uint32_t *value = ahd_map_find(&map, ahd_buf_str(&key));
        CHECK(i < 5000 ? value != NULL && *value == i : value == NULL);
    }
    ahd_buf_finish(&key);
    ahd_arena_free(arena);
}

int main(void)
{
    RUN(an_empty_map_finds_nothing);
    RUN(a_new_key_has_the_value_zero);
    RUN(a_known_key_keeps_its_value);
    RUN(the_empty_key_is_a_key);
    RUN(thousands_of_keys_are_all_found);
    return test_failures != 0;
}
