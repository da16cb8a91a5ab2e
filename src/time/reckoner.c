#include "time/reckoner.h"

#include "base/day.h"

ahd_reckoned ahd_reckoner_none(void)
{
    return (ahd_reckoned){
        .from = AHD_NO_DAY, .to = AHD_NO_DAY, .stop = AHD_NO_DAY, .second = -1};
}

ahd_reckoned ahd_reckoner_days(ahd_day from, ahd_day to)
{
    ahd_reckoned r = ahd_reckoner_none();

    if (from == AHD_NO_DAY || to == AHD_NO_DAY)
        return r;
    r.from = from;
    r.to = to;
    r.stop = from == to ? from : to + 1;
    return r;
}

ahd_reckoned ahd_reckoner_span(ahd_spans_days d)
{
    ahd_reckoned r = ahd_reckoner_days(d.from, d.to);

    if (r.from != AHD_NO_DAY)
        r.stop = d.to + 1;
    return r;
}

/* -------------------------------------------------------------- moving days */

ahd_day ahd_reckoner_months(ahd_day day, int64_t months)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    int64_t total = (int64_t)year * 12 + month - 1 + months;
    if (total < 12 || total >= (int64_t)9999 * 12)
        return AHD_NO_DAY;
    year = (int)(total / 12);
    month = (int)(total % 12) + 1;
    int last = ahd_day_month_length(year, month);
    return ahd_day_of(year, month, mday < last ? mday : last);
}

static ahd_day workdays(ahd_day day, int count, int sign)
{
    while (count > 0) {
        day += sign;
        count -= ahd_day_weekday(day) < 5;
    }
    return day;
}

ahd_day ahd_reckoner_away(ahd_day day, const ahd_said *said, int sign)
{
    const float *a = said->amount;
    double months = a[AHD_GRAIN_MONTH] + 3.0 * a[AHD_GRAIN_QUARTER] +
                    12.0 * a[AHD_GRAIN_YEAR] + 120.0 * a[AHD_GRAIN_DECADE] +
                    1200.0 * a[AHD_GRAIN_CENTURY];
    double whole = a[AHD_GRAIN_DAY] + 7.0 * a[AHD_GRAIN_WEEK] +
                   14.0 * a[AHD_GRAIN_FORTNIGHT] + 7.0 * a[AHD_GRAIN_WEEKEND];
    double part = months - (double)(int64_t)months;

    if (day == AHD_NO_DAY)
        return AHD_NO_DAY;
    day = ahd_reckoner_months(day, sign * (int64_t)months);
    if (day == AHD_NO_DAY)
        return AHD_NO_DAY;
    day += sign * (int32_t)(whole + part * 30);
    int work = (int)a[AHD_GRAIN_WORKDAY];
    return workdays(day, work > 1000 ? 1000 : work, sign);
}

/* -------------------------------------------------------- which of several */

/* How far `from`..`to` is from today, for choosing; the direction wanted
 * decides first. */
int64_t ahd_reckoner_cost(const ahd_anchor *anchor, ahd_day from)
{
    const int64_t never = INT64_MAX / 2;
    int64_t away = (int64_t)from - anchor->day;

    switch (anchor->toward) {
    case AHD_TOWARD_PAST:
        return away < 0 ? -away : never;
    case AHD_TOWARD_FUTURE:
        return away >= 0 ? away : never;
    case AHD_TOWARD_NEAR_PAST:
        return away < 0 ? -away : 2 * away;
    case AHD_TOWARD_NEAR_FUTURE:
        break;
    }
    return away < 0 ? -away : away;
}

bool ahd_reckoner_is_strict(const ahd_anchor *anchor)
{
    return anchor->toward == AHD_TOWARD_PAST ||
           anchor->toward == AHD_TOWARD_FUTURE;
}

int ahd_reckoner_year(ahd_day day)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    return year;
}

int ahd_reckoner_month(ahd_day day)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    return month;
}
