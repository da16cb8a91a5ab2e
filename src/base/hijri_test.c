#include "base/hijri.h"

#include "base/day.h"
#include "test.h"

static void days_follow_the_table(void)
{
    CHECK(ahd_hijri_day(1442, 9, 1) == ahd_day_of(2021, 4, 13));
    CHECK(ahd_hijri_day(1445, 10, 1) == ahd_day_of(2024, 4, 10));
    CHECK(ahd_hijri_day(1400, 1, 1) == ahd_day_of(1979, 11, 21));
}

static void months_follow_each_other(void)
{
    for (int year = 1300; year < 1600; year++)
        for (int month = 1; month <= 12; month++) {
            int length = ahd_hijri_month_length(year, month);
            int next = ahd_hijri_day(year + (month == 12), month % 12 + 1, 1);
            CHECK(length == 29 || length == 30);
            CHECK(ahd_hijri_day(year, month, 1) + length == next);
        }
}

static void other_years_are_tabular(void)
{
    CHECK(ahd_hijri_day(1, 1, 1) == ahd_day_of(622, 7, 19));
    CHECK(ahd_hijri_day(1700, 1, 1) == ahd_day_of_hijri(1700, 1, 1));
    CHECK(ahd_hijri_day(1700, 1, 31) == INT32_MIN);
    CHECK(ahd_hijri_day(1442, 13, 1) == INT32_MIN);
}

static void a_day_has_its_year(void)
{
    CHECK(ahd_hijri_year(ahd_day_of(2021, 4, 13)) == 1442);
    CHECK(ahd_hijri_year(ahd_day_of(1980, 6, 1)) == 1400);
}

int main(void)
{
    RUN(days_follow_the_table);
    RUN(months_follow_each_other);
    RUN(other_years_are_tabular);
    RUN(a_day_has_its_year);
    return test_failures != 0;
}
