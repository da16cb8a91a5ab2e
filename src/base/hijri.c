#include "base/hijri.h"

#include "base/day.h"

#include "hijri.inc"

enum { CYCLE_YEARS = 30, CYCLE_DAYS = 10631, START = -492148 };

int ahd_hijri_month_length(int year, int month)
{
    if (month < 1 || month > 12)
        return 0;
    if (year >= HIJRI_FIRST && year <= HIJRI_LAST)
        return hijri_years[year - HIJRI_FIRST].full >> (month - 1) & 1 ? 30
                                                                       : 29;
    return month % 2 || (month == 12 && (11 * year + 14) % 30 < 11) ? 30 : 29;
}

int32_t ahd_hijri_day(int year, int month, int mday)
{
    if (mday < 1 || mday > ahd_hijri_month_length(year, month))
        return INT32_MIN;
    if (year < HIJRI_FIRST || year > HIJRI_LAST)
        return ahd_day_of_hijri(year, month, mday);
    int32_t day = hijri_years[year - HIJRI_FIRST].start;
    for (int m = 1; m < month; m++)
        day += ahd_hijri_month_length(year, m);
    return day + mday - 1;
}

int ahd_hijri_year(int32_t day)
{
    int64_t since = (int64_t)day - START;

    return (int)(since * CYCLE_YEARS / CYCLE_DAYS) + 1;
}
