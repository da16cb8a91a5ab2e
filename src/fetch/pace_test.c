#include "pace.h"
#include "test.h"

static void intervals_follow_changes_within_bounds(void)
{
    int64_t often = AHD_PACE_FIRST, seldom = AHD_PACE_FIRST;

    CHECK(ahd_pace_interval(1800, true) == 1200);
    CHECK(ahd_pace_interval(1800, false) == 2700);
    for (int i = 0; i < 50; i++) {
        often = ahd_pace_interval(often, true);
        seldom = ahd_pace_interval(seldom, false);
    }
    CHECK(often == AHD_PACE_LEAST);
    CHECK(seldom == AHD_PACE_MOST);
}

static void back_off_doubles_with_jitter_and_an_end(void)
{
    int64_t least = INT64_MAX, most = 0;

    for (uint32_t failures = 1; failures < 12; failures++) {
        int64_t middle = (int64_t)60 << (failures - 1);
        int64_t wait = ahd_pace_back_off(60, failures, 7);
        if (middle > AHD_PACE_LONGEST)
            middle = AHD_PACE_LONGEST;
        CHECK(wait >= middle * 3 / 4 && wait <= middle * 5 / 4);
        CHECK(wait <= AHD_PACE_LONGEST);
    }
    for (uint32_t seed = 0; seed < 1000; seed++) {
        int64_t wait = ahd_pace_back_off(1000, 1, seed);
        least = wait < least ? wait : least;
        most = wait > most ? wait : most;
    }
    CHECK(least >= 750 && least < 800);
    CHECK(most <= 1250 && most > 1200);
    CHECK(ahd_pace_back_off(60, UINT32_MAX, 1) <= AHD_PACE_LONGEST);
}

static void retry_after_is_seconds_or_a_date(void)
{
    const int64_t now = 1603699200; /* 2020-10-26 08:00:00 */

    CHECK(ahd_pace_retry_after(AHD_STR("120"), now) == 120);
    CHECK(ahd_pace_retry_after(AHD_STR(" 0 "), now) == 0);
    CHECK(ahd_pace_retry_after(AHD_STR("Mon, 26 Oct 2020 08:05:00 GMT"), now) ==
          300);
    CHECK(ahd_pace_retry_after(AHD_STR("Mon, 26 Oct 2020 07:00:00 GMT"), now) ==
          0);
    CHECK(ahd_pace_retry_after(AHD_STR("4294967295"), now) == AHD_PACE_LONGEST);
    CHECK(ahd_pace_retry_after(AHD_STR("Fri, 26 Oct 2120 07:00:00 GMT"), now) ==
          AHD_PACE_LONGEST);
    CHECK(ahd_pace_retry_after(AHD_STR(""), now) == -1);
    CHECK(ahd_pace_retry_after(AHD_STR("soon"), now) == -1);
    CHECK(ahd_pace_retry_after(AHD_STR("-5"), now) == -1);
}

static void intervals_are_read(void)
{
    CHECK(ahd_pace_read(AHD_STR("15m")) == 900);
    CHECK(ahd_pace_read(AHD_STR("2h")) == 7200);
    CHECK(ahd_pace_read(AHD_STR("30d")) == 2592000);
    CHECK(ahd_pace_read(AHD_STR("31d")) == 0);
    CHECK(ahd_pace_read(AHD_STR("0m")) == 0);
    CHECK(ahd_pace_read(AHD_STR("4294967295d")) == 0);
    CHECK(ahd_pace_read(AHD_STR("15")) == 0);
    CHECK(ahd_pace_read(AHD_STR("m")) == 0);
    CHECK(ahd_pace_read(AHD_STR("15s")) == 0);
}

int main(void)
{
    RUN(intervals_follow_changes_within_bounds);
    RUN(back_off_doubles_with_jitter_and_an_end);
    RUN(retry_after_is_seconds_or_a_date);
    RUN(intervals_are_read);
    return test_failures != 0;
}
