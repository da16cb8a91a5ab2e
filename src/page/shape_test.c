#include "page/shape.h"

#include "page/lines.h"
#include "test.h"

#include <string.h>

static const ahd_furniture phrases[] = {
    {{"line", 4}, {"share", 5}, 0},
    {{"related", 7}, {"read more", 9}, 0},
    {{"end", 3}, {"leave a comment", 15}, 0},
};
static const ahd_page_in in = {
    .furniture = phrases,
    .furniture_count = sizeof phrases / sizeof *phrases,
};

#define PROSE                                                                  \
    "The two delegations agreed on Sunday to extend the truce by a month."

static ahd_arena *arena;
static ahd_line_list lines;

/* The shapes of line `at` of a text. */
static const float *shapes_of(const char *text, uint32_t at)
{
    static float row[AHD_SHAPES];

    ahd_arena_clear(arena);
    lines = (ahd_line_list){0};
    ahd_lines_split(ahd_str_from(text), arena, &lines);
    ahd_shapes_of(ahd_shapes_new(&in, lines.items, lines.count, arena), at,
                  row);
    return row;
}

static void lines_know_their_gaps_and_indents(void)
{
    shapes_of("Home\r\n\n \n\t  \xE2\x80\x8FOne. \xC2\xA0\nTwo", 0);
    CHECK(lines.count == 3);
    CHECK_STR(lines.items[0].words, "Home");
    CHECK_STR(lines.items[1].words, "One.");
    CHECK(lines.items[1].gap && lines.items[1].ends);
    CHECK(lines.items[1].indent == 6);
    CHECK(!lines.items[2].gap && lines.items[2].indent == 0);
}

static void a_scale_has_its_points(void)
{
    CHECK(ahd_shape_scale(0) == 0);
    CHECK(ahd_shape_scale(1) == 0.1f);
    CHECK(ahd_shape_scale(31) == 0.5f);
    CHECK(ahd_shape_scale(1023) == 1 && ahd_shape_scale(UINT32_MAX) == 1);
    CHECK(ahd_shape_scale(2) > 0.1f && ahd_shape_scale(2) < 0.2f);
}

static void words_are_looked_at_in_any_script(void)
{
    const float *f = shapes_of("Doha Talks end, 12 May 2021", 0);
    CHECK(f[AHD_SHAPE_CAPITALS] == 0.5f && f[AHD_SHAPE_YEAR] == 1);
    CHECK(f[AHD_SHAPE_CLOCK] == 0 && f[AHD_SHAPE_ENDS] == 0);
    f = shapes_of("وقع الطرفان اتفاقا جديدا في الساعة ٩:٣٠ من ٢٠٢١", 0);
    CHECK(f[AHD_SHAPE_CAPITALS] == 0 && f[AHD_SHAPE_SMALL] > 0.7f);
    CHECK(f[AHD_SHAPE_YEAR] == 1 && f[AHD_SHAPE_CLOCK] == 1);
    f = shapes_of("• NEWS | © a@b", 0);
    CHECK(f[AHD_SHAPE_BULLET] == 1 && f[AHD_SHAPE_SHOUTED] > 0);
    CHECK(f[AHD_SHAPE_ADDRESS] == 1 && f[AHD_SHAPE_RIGHTS] == 1);
}

static void phrases_mark_what_comes_after(void)
{
    const char *text =
        PROSE "\nRead more: floods\nShare\nLeave a comment\n" PROSE;

    CHECK(shapes_of(text, 1)[AHD_SHAPE_F_RELATED] == 1);
    CHECK(shapes_of(text, 2)[AHD_SHAPE_SINCE_RELATED] == 0);
    CHECK(shapes_of(text, 2)[AHD_SHAPE_F_LINE] == 1);
    CHECK(shapes_of(text, 3)[AHD_SHAPE_AFTER_END] == 0);
    CHECK(shapes_of(text, 4)[AHD_SHAPE_AFTER_END] == 1);
    CHECK(shapes_of(text, 4)[AHD_SHAPE_TWICE] == 1);
}

static void runs_and_windows_tell_the_place(void)
{
    const char *text = "Home\nNews\nSport\n" PROSE "\n" PROSE "\nLogin";
    const float *f = shapes_of(text, 0);

    CHECK(f[AHD_SHAPE_RUN] == 0 && f[AHD_SHAPE_RUN + 1] == 0.2f);
    CHECK(f[AHD_SHAPE_WINDOW] == 0);
    CHECK(f[AHD_SHAPE_PROSE_UP] == 1 && f[AHD_SHAPE_PROSE_DOWN] < 0.2f);
    f = shapes_of(text, 4);
    CHECK(f[AHD_SHAPE_RUN] == 1 && f[AHD_SHAPE_RUN + 3] == 1);
    CHECK(f[AHD_SHAPE_WINDOW] > 0.3f);
    CHECK(f[AHD_SHAPE_NEAR + AHD_SHAPE_OWN + AHD_SHAPE_PROSE] == 1);
    CHECK(shapes_of(text, 5)[AHD_SHAPE_RUN + 2] == 0.1f);
}

static void odd_pages_have_shapes_too(void)
{
    const float *f = shapes_of(".", 0);

    for (int i = 0; i < AHD_SHAPES; i++)
        CHECK(f[i] >= 0 && f[i] <= 1);
    f = shapes_of("\xFF\xFE\n\x01", 1);
    for (int i = 0; i < AHD_SHAPES; i++)
        CHECK(f[i] >= 0 && f[i] <= 1);
}

int main(void)
{
    arena = ahd_arena_new((size_t)16 << 20);
    RUN(lines_know_their_gaps_and_indents);
    RUN(a_scale_has_its_points);
    RUN(words_are_looked_at_in_any_script);
    RUN(phrases_mark_what_comes_after);
    RUN(runs_and_windows_tell_the_place);
    RUN(odd_pages_have_shapes_too);
    ahd_arena_free(arena);
    return test_failures != 0;
}
