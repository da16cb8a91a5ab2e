#include "time/spans.h"

#include "base/day.h"
#include "base/hijri.h"

static const ahd_spans_days none = {AHD_NO_DAY, AHD_NO_DAY};

static ahd_spans_days both(ahd_day from, ahd_day to)
{
    if (from == AHD_NO_DAY || to == AHD_NO_DAY || from > to)
        return none;
    return (ahd_spans_days){from, to};
}

ahd_spans_days ahd_spans_years(int first, int count)
{
    return both(ahd_day_of(first, 1, 1), ahd_day_of(first + count - 1, 12, 31));
}

ahd_spans_days ahd_spans_date(int year, int month, int mday)
{
    if (month == AHD_UNSAID)
        return ahd_spans_years(year, 1);
    if (mday == AHD_UNSAID)
        return both(ahd_day_of(year, month, 1),
                    ahd_day_of(year, month, ahd_day_month_length(year, month)));
    return both(ahd_day_of(year, month, mday), ahd_day_of(year, month, mday));
}

ahd_spans_days ahd_spans_hijri(int year, int month, int mday)
{
    bool whole = mday == AHD_UNSAID;
    int last = whole ? ahd_hijri_month_length(year, month) : mday;

    return both(ahd_hijri_day(year, month, whole ? 1 : mday),
                ahd_hijri_day(year, month, last));
}

ahd_spans_days ahd_spans_hijri_year(int year)
{
    ahd_day next = ahd_hijri_day(year + 1, 1, 1);

    return both(ahd_hijri_day(year, 1, 1),
                next == AHD_NO_DAY ? next : next - 1);
}

/* `count` months from the month of (year, month) on. */
static ahd_spans_days months(int64_t first, int count)
{
    int64_t last = first + count - 1;

    if (first < 12 || last >= (int64_t)9999 * 12)
        return none;
    int year = (int)(last / 12), month = (int)(last % 12) + 1;
    return both(ahd_day_of((int)(first / 12), (int)(first % 12) + 1, 1),
                ahd_day_of(year, month, ahd_day_month_length(year, month)));
}

ahd_spans_days ahd_spans_unit(ahd_day day, ahd_grain unit, int shift)
{
    int year, month, mday;
    ahd_day monday = day - ahd_day_weekday(day);

    ahd_day_split(day, &year, &month, &mday);
    int64_t at = (int64_t)year * 12 + month - 1;
    switch (unit) {
    case AHD_GRAIN_WEEK:
        return both(monday + 7 * shift, monday + 7 * shift + 6);
    case AHD_GRAIN_FORTNIGHT:
        return both(monday + 14 * shift, monday + 14 * shift + 13);
    case AHD_GRAIN_WEEKEND:
        return both(monday + 7 * shift + 5, monday + 7 * shift + 6);
    case AHD_GRAIN_MONTH:
        return months(at + shift, 1);
    case AHD_GRAIN_QUARTER:
        return months(at - at % 3 + 3 * shift, 3);
    case AHD_GRAIN_HALF:
        return months(at - at % 6 + 6 * shift, 6);
    case AHD_GRAIN_YEAR:
        return ahd_spans_years(year + shift, 1);
    case AHD_GRAIN_DECADE:
        return ahd_spans_years(year - year % 10 + 10 * shift, 10);
    case AHD_GRAIN_CENTURY:
        return ahd_spans_years(year - year % 100 + 100 * shift, 100);
    case AHD_GRAIN_DAY:
    case AHD_GRAIN_WORKDAY:
    case AHD_GRAIN_HOUR:
    case AHD_GRAIN_MINUTE:
    case AHD_GRAIN_SECOND:
    case AHD_GRAIN_SEASON:
    case AHD_GRAINS:
        break;
    }
    return both(day + shift, day + shift);
}

/* The Monday of the first week whose Thursday is `day` or later. */
static ahd_day first_week(ahd_day day)
{
    return day + (3 - ahd_day_weekday(day) + 7) % 7 - 3;
}

ahd_spans_days ahd_spans_week(int year, int week)
{
    ahd_day first = ahd_day_of(year, 1, 1);

    if (first == AHD_NO_DAY || week < 1 || week > 53)
        return none;
    first = first_week(first) + 7 * (week - 1);
    return both(first, first + 6);
}

ahd_spans_days ahd_spans_season(int year, int season)
{
    return months((int64_t)year * 12 + 2 + 3 * (int64_t)season, 3);
}

static ahd_spans_days nth_week(ahd_spans_days of, int nth)
{
    ahd_day monday =
        nth > 0 ? first_week(of.from) + 7 * (nth - 1) : first_week(of.to - 6);

    return monday + 3 > of.to ? none : both(monday, monday + 6);
}

ahd_spans_days ahd_spans_nth(ahd_spans_days of, ahd_grain unit, int nth)
{
    int year, month, mday, size = unit == AHD_GRAIN_QUARTER ? 3 : 6;
    bool in_month = of.to - of.from < 31;

    ahd_day_split(of.from, &year, &month, &mday);
    if (unit == AHD_GRAIN_MONTH)
        size = 1;
    if (unit == AHD_GRAIN_WEEK || unit == AHD_GRAIN_WEEKEND) {
        ahd_spans_days week = nth_week(of, nth);
        if (unit == AHD_GRAIN_WEEKEND && week.from != AHD_NO_DAY)
            week.from += 5;
        return week;
    }
    if (unit == AHD_GRAIN_DECADE)
        return ahd_spans_years(year + 10 * (nth > 0 ? nth - 1 : 9), 10);
    if (nth < 0)
        nth = 12 / size;
    if (unit == AHD_GRAIN_HALF && in_month)
        return nth == 1 ? both(of.from, of.from + 14)
                        : both(of.from + 15, of.to);
    if (nth > 12 / size)
        return none;
    return months((int64_t)year * 12 + month - 1 + (int64_t)size * (nth - 1),
                  size);
}

/* First and last day of each part, as shares of the length: beginning, middle
 * and end. */
ahd_spans_days ahd_spans_part(ahd_spans_days of, int part, bool numbered)
{
    static const int week[][2] = {{0, 2}, {1, 4}, {3, 6}};
    static const int month[][2] = {{1, 15}, {11, 20}, {16, 0}};
    static const int year[][2] = {{1, 6}, {4, 9}, {7, 12}};
    static const int thirds[][2] = {{1, 4}, {5, 8}, {9, 12}};
    ahd_day length = of.to - of.from + 1;

    if (part < 0 || part > 2)
        return of;
    if (length == 7)
        return both(of.from + week[part][0], of.from + week[part][1]);
    if (length >= 28 && length <= 31)
        return both(of.from + month[part][0] - 1,
                    month[part][1] ? of.from + month[part][1] - 1 : of.to);
    if (length == 365 || length == 366) {
        const int *m = numbered ? thirds[part] : year[part];
        int y, first_month, mday;
        ahd_day_split(of.from, &y, &first_month, &mday);
        return months((int64_t)y * 12 + first_month - 2 + m[0],
                      m[1] - m[0] + 1);
    }
    if (length > 366) { /* decades, centuries */
        int first, year_of_end, other, mday;
        ahd_day_split(of.from, &first, &other, &mday);
        ahd_day_split(of.to, &year_of_end, &other, &mday);
        int count = year_of_end - first + 1;
        return ahd_spans_years(first + count * part / 3,
                               count * (part + 1) / 3 - count * part / 3);
    }
    return both(of.from + length * part / 3,
                of.from + length * (part + 1) / 3 - 1);
}
