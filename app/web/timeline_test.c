#include "web/timeline.h"

#include "test.h"

static ahd_mark marks[100];
static ahd_timeline t;

static void put(int32_t day, uint8_t lane)
{
    marks[t.count++] = (ahd_mark){.day = day, .lane = lane};
}

static void start(void)
{
    t = (ahd_timeline){.marks = marks};
}

static void all_days_are_shown(void)
{
    start();
    put(100, 0);
    put(110, 2);
    ahd_timeline_lay(&t, INT32_MIN, INT32_MIN);
    CHECK(t.from == 100 && t.to == 110);
    CHECK(t.start == 0 && t.end == 2);
    CHECK(t.places == 11 && t.slots == AHD_TIMELINE_PLACES / 11);
    /* Alone in the middle of the day: 5 slots are 10 halves. */
    CHECK(t.slots == 5 && marks[0].slot == 4 && marks[0].row == 0);
    CHECK(marks[1].slot == 2 * 10 * 5 + 4);
}

static void a_few_marks_far_off_do_not_crush_the_others(void)
{
    start();
    put(-3000, 0);
    for (int32_t i = 0; i < 40; i++)
        put(100 + i / 2, 2);
    ahd_timeline_lay(&t, INT32_MIN, INT32_MIN);
    CHECK(t.from >= 100 && t.to <= 119);
    CHECK(t.first == -3000);
}

static void what_is_asked_for_is_shown(void)
{
    start();
    put(100, 0);
    put(110, 2);
    put(120, 2);
    ahd_timeline_lay(&t, 105, 115);
    CHECK(t.from == 105 && t.to == 115);
    CHECK(t.start == 1 && t.end == 2);
    start();
    put(100, 0);
    ahd_timeline_lay(&t, 115, 105);
    CHECK(t.from == 115 && t.to == 115);
    CHECK(t.start == t.end);
}

static void marks_of_one_place_are_heaped(void)
{
    start();
    put(100, 0);
    for (int i = 0; i < 9; i++)
        put(400, 2);
    put(400, 3);
    put(700, 2);
    ahd_timeline_lay(&t, 100, 700);
    CHECK(t.places == AHD_TIMELINE_PLACES && t.slots == 1);
    CHECK(marks[1].row == 0 && marks[2].row == 1);
    CHECK(marks[1].slot == marks[2].slot);
    CHECK(marks[9].row == AHD_TIMELINE_HEAP);
    CHECK(marks[10].row == 0);
    CHECK(t.rows[2] == AHD_TIMELINE_HEAP && t.rows[3] == 1 && t.rows[0] == 1);
}

static void nothing_has_no_places(void)
{
    start();
    ahd_timeline_lay(&t, INT32_MIN, INT32_MIN);
    CHECK(t.places == 0 && t.start == t.end);
}

int main(void)
{
    RUN(all_days_are_shown);
    RUN(a_few_marks_far_off_do_not_crush_the_others);
    RUN(what_is_asked_for_is_shown);
    RUN(marks_of_one_place_are_heaped);
    RUN(nothing_has_no_places);
    return test_failures != 0;
}
