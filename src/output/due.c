#include "output/due.h"

#include "base/day.h"

enum { NO_DAY = INT32_MIN, MOST = 10000 };

static int32_t add_months(int32_t day, int months)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    month += months - 1;
    year += month / 12;
    month = month % 12 + 1;
    int last = ahd_day_month_length(year, month);
    return ahd_day_of(year, month, mday < last ? mday : last);
}

/* "90d" */
static int32_t add(int32_t day, ahd_str period)
{
    uint32_t n;

    if (day == NO_DAY || period.len < 2 ||
        !ahd_str_number((ahd_str){period.ptr, period.len - 1}, &n) || n > MOST)
        return NO_DAY;
    switch (period.ptr[period.len - 1]) {
    case 'd':
        return day + (int32_t)n;
    case 'w':
        return day + 7 * (int32_t)n;
    case 'm':
        return add_months(day, (int)n);
    case 'y':
        return add_months(day, 12 * (int)n);
    default:
        return NO_DAY;
    }
}

int32_t ahd_due_day(ahd_str rule, int32_t signed_on)
{
    /* No other day of coming into force is known than the signature's. */
    static const ahd_str starts[] = {{"signature+", 10}, {"effective+", 10}};
    static const ahd_str date = {"date:", 5};

    if (ahd_str_starts(rule, date))
        return ahd_day_from_iso(
            (ahd_str){rule.ptr + date.len, rule.len - date.len});
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ahd_str_starts(rule, starts[i]))
            return add(signed_on, (ahd_str){rule.ptr + starts[i].len,
                                            rule.len - starts[i].len});
    return NO_DAY;
}
