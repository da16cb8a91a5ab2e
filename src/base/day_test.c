#include "base/day.h"

#include "test.h"

static void days_count_from_1970(void)
{
    CHECK(ahd_day_of(1970, 1, 1) == 0);
    CHECK(ahd_day_of(1969, 12, 31) == -1);
    CHECK(ahd_day_of(2000, 2, 29) == 11016);
    CHECK(ahd_day_of(2021, 3, 1) == 18687);
}

static void there_is_no_thirtieth_of_february(void)
{
    CHECK(ahd_day_of(2020, 2, 30) == INT32_MIN);
    CHECK(ahd_day_of(2021, 2, 29) == INT32_MIN);
    CHECK(ahd_day_of(1900, 2, 29) == INT32_MIN);
    CHECK(ahd_day_of(2021, 13, 1) == INT32_MIN);
    CHECK(ahd_day_of(0, 1, 1) == INT32_MIN);
}

static void every_day_splits_into_what_made_it(void)
{
    for (int32_t day = -200000; day < 200000; day += 17) {
        int y, m, d;
        ahd_day_split(day, &y, &m, &d);
        CHECK(ahd_day_of(y, m, d) == day);
    }
}

static void weekdays_begin_with_monday(void)
{
    CHECK(ahd_day_weekday(ahd_day_of(1970, 1, 1)) == 3);
    CHECK(ahd_day_weekday(ahd_day_of(2021, 3, 1)) == 0);
    CHECK(ahd_day_weekday(ahd_day_of(1969, 12, 28)) == 6);
}

/* From published conversion tables of the tabular calendar. */
static void hijri_days_become_gregorian_ones(void)
{
    CHECK(ahd_day_of_hijri(1, 1, 1) == ahd_day_of(622, 7, 19));
    CHECK(ahd_day_of_hijri(1400, 1, 1) == ahd_day_of(1979, 11, 21));
    CHECK(ahd_day_of_hijri(1445, 9, 1) == ahd_day_of(2024, 3, 11));
    CHECK(ahd_day_of_hijri(1442, 13, 1) == INT32_MIN);
}

static void iso_text_is_written_and_read(void)
{
    char out[AHD_DAY_ISO];

    ahd_day_iso(ahd_day_of(987, 6, 5), out);
    CHECK_STR(((ahd_str){out, AHD_DAY_ISO}), "0987-06-05");
    CHECK(ahd_day_from_iso(AHD_STR("2024-02-29")) == ahd_day_of(2024, 2, 29));
    CHECK(ahd_day_from_iso(AHD_STR("2024-2-29")) == INT32_MIN);
    CHECK(ahd_day_from_iso(AHD_STR("2024/02/29")) == INT32_MIN);
    CHECK(ahd_day_from_iso(AHD_STR("20x4-02-29")) == INT32_MIN);
    CHECK(ahd_day_from_iso(AHD_STR("")) == INT32_MIN);
}

int main(void)
{
    RUN(days_count_from_1970);
    RUN(there_is_no_thirtieth_of_february);
    RUN(every_day_splits_into_what_made_it);
    RUN(weekdays_begin_with_monday);
    RUN(hijri_days_become_gregorian_ones);
    RUN(iso_text_is_written_and_read);
    return test_failures != 0;
}
