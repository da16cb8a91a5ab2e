#include "engine/reading.h"

#include "test.h"

static const char *const names[] = {"a", "b", "c"};

static void values_are_taken_whole(void)
{
    ahd_str v[3];

    CHECK(ahd_reading_fields(
        AHD_STR("{\"b\": [1, {\"a\": \"]\"}], \"x\": 1, \"a\":\"q\\\"\"}"),
        names, v, 3));
    CHECK_STR(v[0], "\"q\\\"\"");
    CHECK_STR(v[1], "[1, {\"a\": \"]\"}]");
    CHECK(v[2].len == 0);
    CHECK(ahd_reading_fields(AHD_STR("{\"a\":null}"), names, v, 3));
    CHECK(v[0].len == 0);
}

static void what_is_broken_is_no_object(void)
{
    ahd_str v[3];

    CHECK(!ahd_reading_fields(AHD_STR(""), names, v, 3));
    CHECK(!ahd_reading_fields(AHD_STR("[1]"), names, v, 3));
    CHECK(!ahd_reading_fields(AHD_STR("{\"a\":[1}"), names, v, 3));
    CHECK(!ahd_reading_fields(AHD_STR("{\"a\":1} 2"), names, v, 3));
}

static void rows_of_numbers_are_read_one_by_one(void)
{
    uint32_t n[AHD_READING_NUMBERS];
    ahd_json_in rows;
    ahd_str row;

    ahd_reading_begin(&rows, AHD_STR("[[1,2,3],[4,5,6,7],[8]]"));
    CHECK(ahd_reading_next(&rows, &row) && ahd_reading_numbers(row, n) == 3);
    CHECK(n[0] == 1 && n[1] == 2 && n[2] == 3);
    CHECK(ahd_reading_next(&rows, &row) && ahd_reading_numbers(row, n) == 4);
    CHECK(n[3] == 7);
    CHECK(ahd_reading_next(&rows, &row) && ahd_reading_numbers(row, n) == 1);
    CHECK(!ahd_reading_next(&rows, &row) && !rows.broken);
    CHECK(ahd_reading_numbers(AHD_STR("[1,2,3,4,5]"), n) == 0);
    CHECK(ahd_reading_numbers(AHD_STR("[1,\"2\"]"), n) == 0);
    CHECK(ahd_reading_numbers(AHD_STR("[1,-2]"), n) == 0);
}

static void text_is_without_escapes(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);

    CHECK_STR(ahd_reading_text(arena, AHD_STR("\"a\\n\\u0647 b\\\\\"")),
              "a\nه b\\");
    CHECK_STR(ahd_reading_text(arena, AHD_STR("\"\"")), "");
    CHECK_STR(ahd_reading_text(arena, AHD_STR("")), "");
    ahd_arena_free(arena);
}

int main(void)
{
    RUN(values_are_taken_whole);
    RUN(what_is_broken_is_no_object);
    RUN(rows_of_numbers_are_read_one_by_one);
    RUN(text_is_without_escapes);
    return test_failures != 0;
}
