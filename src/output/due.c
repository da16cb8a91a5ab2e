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

int32_t ahd_due_day(ahd_str rule, int32_t signed_on, int32_t effective_on)
{
    static const ahd_str date = {"date:", 5};
    const struct {
        ahd_str start;
        int32_t from;
    } counts[] = {{AHD_STR("signature+"), signed_on},
                  {AHD_STR("effective+"), effective_on}};

    if (ahd_str_starts(rule, date))
        return ahd_day_from_iso(
            (ahd_str){rule.ptr + date.len, rule.len - date.len});
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (ahd_str_starts(rule, counts[i].start))
            return add(counts[i].from,
                       (ahd_str){rule.ptr + counts[i].start.len,
                                 rule.len - counts[i].start.len});
    return NO_DAY;
}

int32_t ahd_due_commitment(const ahd_kb *kb, const ahd_agreement *a,
                           const ahd_commitment *c)
{
    bool exact = ahd_str_eq(ahd_kb_str(kb, a->precision), AHD_STR("day"));

    return ahd_due_day(ahd_kb_str(kb, c->deadline),
                       exact ? a->date : AHD_KB_NO_DAY, a->effective);
}
