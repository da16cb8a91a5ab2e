#include "time/reckon.h"

#include "base/day.h"
#include "base/hijri.h"
#include "time/feasts.h"
#include "time/spans.h"

#include <stdlib.h>

enum { YEARS_AROUND = 8, DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

typedef struct look {
    const ahd_said *all;
    const ahd_anchor *anchor;
} look;

static ahd_reckoned reckon(const look *l, uint16_t node);

static ahd_reckoned nothing(void)
{
    return (ahd_reckoned){
        .from = AHD_NO_DAY, .to = AHD_NO_DAY, .stop = AHD_NO_DAY, .second = -1};
}

static ahd_reckoned days(ahd_day from, ahd_day to)
{
    ahd_reckoned r = nothing();

    if (from == AHD_NO_DAY || to == AHD_NO_DAY)
        return r;
    r.from = from;
    r.to = to;
    r.stop = from == to ? from : to + 1;
    return r;
}

static ahd_reckoned spanned(ahd_spans_days d)
{
    ahd_reckoned r = days(d.from, d.to);

    if (r.from != AHD_NO_DAY)
        r.stop = d.to + 1;
    return r;
}

/* -------------------------------------------------------------- moving days */

ahd_day ahd_reckon_months(ahd_day day, int64_t months)
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

ahd_day ahd_reckon_away(ahd_day day, const ahd_said *said, int sign)
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
    day = ahd_reckon_months(day, sign * (int64_t)months);
    if (day == AHD_NO_DAY)
        return AHD_NO_DAY;
    day += sign * (int32_t)(whole + part * 30);
    int work = (int)a[AHD_GRAIN_WORKDAY];
    return workdays(day, work > 1000 ? 1000 : work, sign);
}

static double seconds_of(const ahd_said *said)
{
    static const double size[AHD_GRAINS] = {
        [AHD_GRAIN_DAY] = 1,       [AHD_GRAIN_WEEK] = 7,
        [AHD_GRAIN_MONTH] = 30,    [AHD_GRAIN_YEAR] = 365,
        [AHD_GRAIN_DECADE] = 3650, [AHD_GRAIN_CENTURY] = 36500,
        [AHD_GRAIN_QUARTER] = 90,  [AHD_GRAIN_HALF] = 182,
        [AHD_GRAIN_WEEKEND] = 2,   [AHD_GRAIN_FORTNIGHT] = 14,
        [AHD_GRAIN_WORKDAY] = 1,
    };
    const float *a = said->amount;
    double total = 3600.0 * a[AHD_GRAIN_HOUR] + 60.0 * a[AHD_GRAIN_MINUTE] +
                   a[AHD_GRAIN_SECOND];

    for (int i = 0; i < AHD_GRAINS; i++)
        total += (double)a[i] * size[i] * DAY_SECONDS;
    return total;
}

/* -------------------------------------------------------- which of several */

/* How far `from`..`to` is from today, for choosing; the direction wanted
 * decides first. */
static int64_t cost_of(const ahd_anchor *anchor, ahd_day from, ahd_day to)
{
    const int64_t never = INT64_MAX / 2;
    int64_t away = (int64_t)from - anchor->day;

    (void)to;
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

static bool is_strict(const ahd_anchor *anchor)
{
    return anchor->toward == AHD_TOWARD_PAST ||
           anchor->toward == AHD_TOWARD_FUTURE;
}

static int year_of(ahd_day day)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    return year;
}

static int month_of(ahd_day day)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    return month;
}

/* --------------------------------------------------------------- full dates */

static ahd_spans_days dated(const ahd_said *s, int year)
{
    if (s->hijri)
        return ahd_spans_hijri(year, s->month, s->mday);
    return ahd_spans_date(year, s->month, s->mday);
}

/* «مارس الماضي» is the last March before today's month, «المقبل» the next. */
static bool is_wrong_way(const look *l, const ahd_said *s, ahd_day from)
{
    ahd_day today = l->anchor->day;
    bool same = year_of(from) == year_of(today) &&
                month_of(from) == month_of(today) && s->mday == AHD_UNSAID;

    if (s->shift == AHD_UNSAID)
        return false;
    if (s->shift == 0)
        return !s->hijri && year_of(from) != year_of(today);
    return same || (s->shift < 0 ? from > today : from < today);
}

static int64_t cost_of_date(const look *l, const ahd_said *s, ahd_spans_days d)
{
    const ahd_anchor *anchor = l->anchor;
    ahd_day middle = s->mday == AHD_UNSAID && !is_strict(anchor)
                         ? d.from + (d.to - d.from) / 2
                         : d.from;
    int64_t cost = cost_of(anchor, middle, d.to);

    if (s->shift != AHD_UNSAID)
        cost = llabs((int64_t)d.from - anchor->day) +
               (is_wrong_way(l, s, d.from) ? 100000 : 0);
    if (!is_strict(anchor) && s->weekday != AHD_UNSAID &&
        s->mday != AHD_UNSAID && ahd_day_weekday(d.from) != s->weekday)
        cost += 2000;
    return cost;
}

/* The year that is not said. */
static ahd_reckoned year_sought(const look *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_spans_days best = {AHD_NO_DAY, AHD_NO_DAY};
    int now =
        s->hijri ? ahd_hijri_year(l->anchor->day) : year_of(l->anchor->day);

    for (int y = now - YEARS_AROUND; y <= now + YEARS_AROUND; y++) {
        ahd_spans_days d = dated(s, y);
        int64_t cost = d.from == AHD_NO_DAY ? least : cost_of_date(l, s, d);
        if (cost < least) {
            least = cost;
            best = d;
        }
    }
    return s->mday == AHD_UNSAID ? spanned(best) : days(best.from, best.to);
}

/* "last September", asked of a calendar: of last year. */
static ahd_reckoned by_calendar(const look *l, const ahd_said *s)
{
    int year = year_of(l->anchor->day), month = month_of(l->anchor->day);

    year += s->shift > 0 ? s->month <= month : s->shift;
    return spanned(dated(s, year));
}

/* The month that is not said: "the 15th", "Friday the 13th". */
static ahd_reckoned month_sought(const look *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_day best = AHD_NO_DAY;

    for (int m = -YEARS_AROUND; m <= YEARS_AROUND; m++) {
        ahd_day in = ahd_reckon_months(l->anchor->day, m);
        ahd_day day = in == AHD_NO_DAY
                          ? AHD_NO_DAY
                          : ahd_day_of(year_of(in), month_of(in), s->mday);
        if (day == AHD_NO_DAY)
            continue;
        bool dayed = s->weekday != AHD_UNSAID;
        int64_t cost = dayed ? llabs((int64_t)day - l->anchor->day)
                             : cost_of(l->anchor, day, day);
        if (dayed && ahd_day_weekday(day) != s->weekday)
            cost += 2000;
        if (cost < least) {
            least = cost;
            best = day;
        }
    }
    return days(best, best);
}

static ahd_reckoned reckon_date(const look *l, const ahd_said *s)
{
    int year = s->year == AHD_UNSAID ? 0 : s->year;

    if (s->a) {
        ahd_reckoned of = reckon(l, s->a);
        year = of.from == AHD_NO_DAY ? 0 : year_of(of.from);
        if (year == 0)
            return nothing();
    }
    if (year == 0 && l->anchor->day == AHD_NO_DAY)
        return nothing();
    if (year != 0 && s->month == AHD_UNSAID && s->hijri)
        return spanned(ahd_spans_hijri_year(year));
    if (year != 0)
        return s->mday == AHD_UNSAID
                   ? spanned(dated(s, year))
                   : days(dated(s, year).from, dated(s, year).to);
    if (s->month == AHD_UNSAID)
        return month_sought(l, s);
    if (l->anchor->calendar && s->shift != AHD_UNSAID && !s->hijri)
        return by_calendar(l, s);
    return year_sought(l, s);
}

static ahd_reckoned reckon_holiday(const look *l, const ahd_said *s)
{
    int year = s->year == AHD_UNSAID ? 0 : s->year, now;
    int64_t least = INT64_MAX / 2;
    ahd_day best = AHD_NO_DAY;

    if (s->a && reckon(l, s->a).from != AHD_NO_DAY)
        year = year_of(reckon(l, s->a).from);
    if (year)
        return days(ahd_feasts_day(s->nth, year), ahd_feasts_day(s->nth, year));
    if (l->anchor->day == AHD_NO_DAY)
        return nothing();
    now = year_of(l->anchor->day);
    for (int y = now - 1; y <= now + 1; y++) {
        ahd_day day = ahd_feasts_day(s->nth, y);
        int64_t cost = day == AHD_NO_DAY ? least : cost_of(l->anchor, day, day);
        if (cost < least) {
            least = cost;
            best = day;
        }
    }
    return days(best, best);
}

/* ----------------------------------------------------------- relative days */

static ahd_day nearest_weekday(ahd_day near, int weekday)
{
    int ahead = (weekday - ahd_day_weekday(near) + 7) % 7;

    return near + (ahead > 3 ? ahead - 7 : ahead);
}

static ahd_reckoned reckon_day(const look *l, const ahd_said *s)
{
    ahd_day day = l->anchor->day + s->shift;

    if (s->weekday != AHD_UNSAID)
        day = nearest_weekday(day, s->weekday);
    return days(day, day);
}

static ahd_day weekday_by_shift(const ahd_anchor *anchor, const ahd_said *s)
{
    ahd_day today = anchor->day;
    int ahead = (s->weekday - ahd_day_weekday(today) + 7) % 7;
    ahd_day monday = today - ahd_day_weekday(today);

    if (s->nth != AHD_UNSAID) /* "two Sundays from now" */
        return today + (ahead ? ahead : 7) + 7 * (s->nth - 1);
    if (s->shift == 0 || anchor->calendar)
        return monday + 7 * s->shift + s->weekday;
    if (s->shift > 0)
        return today + (ahead ? ahead : 7) + 7 * (s->shift - 1);
    return today - (ahead ? 7 - ahead : 7);
}

static ahd_reckoned reckon_weekday(const look *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int ahead = (s->weekday - ahd_day_weekday(today) + 7) % 7;
    bool future = l->anchor->toward == AHD_TOWARD_FUTURE ||
                  l->anchor->toward == AHD_TOWARD_NEAR_FUTURE;
    bool today_counts = l->anchor->toward != AHD_TOWARD_PAST;
    ahd_day day;

    if (s->a) {
        ahd_reckoned week = reckon(l, s->a);
        day = week.from == AHD_NO_DAY ? AHD_NO_DAY : week.from + s->weekday;
    } else if (s->shift != AHD_UNSAID || s->nth != AHD_UNSAID) {
        day = weekday_by_shift(l->anchor, s);
    } else {
        day = today + (ahead == 0 && !today_counts ? -7
                       : ahead && !future          ? ahead - 7
                                                   : ahead);
    }
    return days(day, day);
}

static ahd_reckoned reckon_nth_day(const look *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day, day;
    ahd_reckoned of = nothing();

    if (s->a)
        of = reckon(l, s->a);
    else if (today != AHD_NO_DAY)
        of = spanned(ahd_spans_unit(today, AHD_GRAIN_MONTH, 0));

    if (of.from == AHD_NO_DAY)
        return nothing();
    if (s->nth < 0) {
        int back = (ahd_day_weekday(of.to) - s->weekday + 7) % 7;
        day = of.to - back;
    } else {
        int ahead = (s->weekday - ahd_day_weekday(of.from) + 7) % 7;
        day = of.from + ahead + 7 * (s->nth - 1);
    }
    return day <= of.to ? days(day, day) : nothing();
}

static ahd_reckoned reckon_day_of(const look *l, const ahd_said *s)
{
    ahd_reckoned of = reckon(l, s->a);
    ahd_day day = of.from == AHD_NO_DAY ? AHD_NO_DAY : of.from + s->mday - 1;

    return day != AHD_NO_DAY && day <= of.to ? days(day, day) : nothing();
}

static ahd_reckoned reckon_away(const look *l, const ahd_said *s)
{
    ahd_day base = s->a ? reckon(l, s->a).from : l->anchor->day;
    ahd_day day = ahd_reckon_away(base, s, s->shift);
    const float *a = s->amount;
    double clock = 3600.0 * a[AHD_GRAIN_HOUR] + 60.0 * a[AHD_GRAIN_MINUTE] +
                   a[AHD_GRAIN_SECOND];

    if (day == AHD_NO_DAY)
        return nothing();
    if (clock <= 0 || clock > 1e8)
        return days(day, day);
    int64_t second = (int64_t)l->anchor->second + (int64_t)(s->shift * clock);
    int64_t over = second / DAY_SECONDS - (second % DAY_SECONDS < 0);
    ahd_reckoned r = days(day + (int32_t)over, day + (int32_t)over);
    r.second = (int32_t)(second - over * DAY_SECONDS);
    return r;
}

/* ------------------------------------------------------------------ periods */

/* "the seventies": of the century that fits. */
static int full_decade(const ahd_anchor *anchor, int year)
{
    int now = anchor->day == AHD_NO_DAY ? 2020 : year_of(anchor->day);
    int here = now - now % 100 + year;

    if (year >= 100)
        return year;
    if (anchor->toward == AHD_TOWARD_FUTURE)
        return here + (here < now ? 100 : 0);
    return here - (here > now ? 100 : 0);
}

/* «تسعينيات القرن الماضي» */
static ahd_reckoned decade_of(const look *l, const ahd_said *s)
{
    ahd_reckoned of = reckon(l, s->a);

    if (of.from == AHD_NO_DAY)
        return of;
    return spanned(ahd_spans_years(year_of(of.from) + s->year % 100, 10));
}

/* «الربيع الماضي» is the last one that is over. */
static ahd_reckoned reckon_season(const look *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int shift = s->shift == AHD_UNSAID ? 0 : s->shift;
    ahd_spans_days here = ahd_spans_season(year_of(today), s->nth);

    if (!l->anchor->calendar && here.from != AHD_NO_DAY)
        shift +=
            (shift < 0 && here.to < today) - (shift > 0 && here.from > today);
    return spanned(ahd_spans_season(year_of(today) + shift, s->nth));
}

static ahd_reckoned reckon_unit(const look *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int shift = s->shift == AHD_UNSAID ? 0 : s->shift;

    if (s->unit == AHD_GRAIN_DECADE && s->a)
        return decade_of(l, s);
    if (s->unit == AHD_GRAIN_DECADE && s->year != AHD_UNSAID)
        return spanned(ahd_spans_years(full_decade(l->anchor, s->year), 10));
    if (s->unit == AHD_GRAIN_SEASON && (s->year != AHD_UNSAID || s->a)) {
        ahd_reckoned of = s->a ? reckon(l, s->a) : nothing();
        int year = s->year != AHD_UNSAID   ? s->year
                   : of.from == AHD_NO_DAY ? 0
                                           : year_of(of.from);
        return year ? spanned(ahd_spans_season(year, s->nth)) : nothing();
    }
    if (today == AHD_NO_DAY)
        return nothing();
    if (s->unit == AHD_GRAIN_SEASON)
        return reckon_season(l, s);
    if (s->nth != AHD_UNSAID)
        return spanned(ahd_spans_week(year_of(today), s->nth));
    if (s->unit == AHD_GRAIN_DAY)
        return days(today + shift, today + shift);
    return spanned(ahd_spans_unit(today, (ahd_grain)s->unit, shift));
}

/* "next 3 days" begin tomorrow; "past 2 decades" are those of the calendar. */
static ahd_reckoned reckon_counted(const look *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int count = (int)s->amount[s->unit];

    if (today == AHD_NO_DAY)
        return nothing();
    if (s->unit == AHD_GRAIN_DECADE || s->unit == AHD_GRAIN_CENTURY) {
        int size = s->unit == AHD_GRAIN_DECADE ? 10 : 100;
        int here = year_of(today) - year_of(today) % size;
        return spanned(
            s->shift > 0 ? ahd_spans_years(here + size, count * size)
                         : ahd_spans_years(here - count * size, count * size));
    }
    ahd_day from = s->shift > 0 ? today + 1 : today;
    ahd_day other = ahd_reckon_away(from, s, s->shift > 0 ? 1 : -1);
    if (other == AHD_NO_DAY)
        return nothing();
    return spanned(s->shift > 0 ? (ahd_spans_days){from, other - 1}
                                : (ahd_spans_days){other, today - 1});
}

static ahd_reckoned reckon_within(const look *l, const ahd_said *s)
{
    ahd_day from = s->a ? reckon(l, s->a).from : l->anchor->day;
    ahd_day to = ahd_reckon_away(from, s, 1);

    if (to == AHD_NO_DAY)
        return nothing();
    ahd_reckoned r = days(from, to);
    r.stop = to;
    return r;
}

static bool is_floating(const look *l, const ahd_said *s);

/* A day without its year is of this one. */
static ahd_reckoned reckon_lasting(const look *l, const ahd_said *s)
{
    ahd_anchor anchor = *l->anchor;
    look there = {l->all, &anchor};

    if (anchor.day != AHD_NO_DAY && is_floating(l, &l->all[s->a]) &&
        l->all[s->a].form == AHD_SAID_DATE) {
        anchor.day = ahd_day_of(year_of(anchor.day), 1, 1);
        anchor.toward = AHD_TOWARD_FUTURE;
    }
    ahd_reckoned r = reckon_within(&there, s);

    if (r.from != AHD_NO_DAY && r.to > r.from)
        r.to--;
    return r;
}

/* A quarter or a half whose year is not said. */
static ahd_reckoned floating_nth(const look *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_spans_days best = {AHD_NO_DAY, AHD_NO_DAY};

    if (l->anchor->day == AHD_NO_DAY)
        return nothing();
    for (int y = -1; y <= 1; y++) {
        ahd_spans_days year = ahd_spans_unit(l->anchor->day, AHD_GRAIN_YEAR, y);
        ahd_spans_days d = ahd_spans_nth(year, (ahd_grain)s->unit, s->nth);
        int64_t cost =
            d.from == AHD_NO_DAY ? least : cost_of(l->anchor, d.from, d.to);
        if (cost < least) {
            least = cost;
            best = d;
        }
    }
    return spanned(best);
}

static ahd_reckoned reckon_nth(const look *l, const ahd_said *s)
{
    if (s->unit == AHD_GRAIN_CENTURY)
        return spanned(ahd_spans_years((s->nth - 1) * 100, 100));
    if (s->year == AHD_UNSAID && s->a == 0)
        return floating_nth(l, s);
    ahd_reckoned of = s->year != AHD_UNSAID
                          ? spanned(ahd_spans_years(s->year, 1))
                          : reckon(l, s->a);
    if (of.from == AHD_NO_DAY)
        return nothing();
    return spanned(ahd_spans_nth((ahd_spans_days){of.from, of.to},
                                 (ahd_grain)s->unit, s->nth));
}

static ahd_reckoned reckon_part(const look *l, const ahd_said *s)
{
    const ahd_said *child = &l->all[s->a];
    ahd_reckoned of = reckon(l, s->a);

    if (of.from == AHD_NO_DAY)
        return of;
    if (of.from == of.to) { /* the end of a day */
        of.second = s->part == 2 ? DAY_SECONDS - 60 : -1;
        return of;
    }
    bool numbered = child->form == AHD_SAID_DATE;
    return spanned(
        ahd_spans_part((ahd_spans_days){of.from, of.to}, s->part, numbered));
}

static ahd_reckoned reckon_rest(const look *l, const ahd_said *s)
{
    ahd_reckoned of = reckon(l, s->a);
    ahd_day today = l->anchor->day;

    if (of.from == AHD_NO_DAY || today == AHD_NO_DAY)
        return nothing();
    ahd_reckoned r = days(today > of.from ? today : of.from, of.to);
    r.stop = of.to;
    return r;
}

static ahd_reckoned reckon_later(const look *l, const ahd_said *s)
{
    ahd_reckoned of = reckon(l, s->a);
    ahd_day today = l->anchor->day;

    if (of.from == AHD_NO_DAY || today == AHD_NO_DAY || today < of.from ||
        today > of.to)
        return of;
    ahd_reckoned r = s->shift > 0 ? days(today, of.to) : days(of.from, today);
    r.stop = s->shift > 0 ? of.to + 1 : today;
    return r;
}

static ahd_reckoned reckon_around(const look *l, const ahd_said *s)
{
    ahd_reckoned at = reckon(l, s->a);

    if (at.from == AHD_NO_DAY)
        return at;
    return spanned(ahd_spans_unit(at.from, (ahd_grain)s->unit, 0));
}

/* ------------------------------------------------------------------- ranges */

/* Is its year left to the direction one looks in? */
static bool is_floating(const look *l, const ahd_said *s)
{
    bool shifted = s->shift != AHD_UNSAID;

    switch (s->form) {
    case AHD_SAID_DATE:
    case AHD_SAID_HOLIDAY:
        return s->year == AHD_UNSAID && s->a == 0 && !shifted;
    case AHD_SAID_WEEKDAY:
        return s->a == 0 && !shifted;
    case AHD_SAID_NTH_DAY:
    case AHD_SAID_PART:
        return s->a != 0 && is_floating(l, &l->all[s->a]);
    default:
        return false;
    }
}

/* "from 4 to 22 January 1995": the first lacks what the last has. */
static void share(const ahd_said *from, ahd_said *to)
{
    bool both = from->form == AHD_SAID_DATE && to->form == AHD_SAID_DATE;

    if (from->form == AHD_SAID_DAY_OF && to->form == AHD_SAID_DATE &&
        to->month == AHD_UNSAID) {
        to->form = AHD_SAID_DAY_OF;
        to->a = from->a;
    }
    if (!both)
        return;
    if (to->month == AHD_UNSAID && to->mday != AHD_UNSAID &&
        to->weekday == AHD_UNSAID && from->month != AHD_UNSAID) {
        to->month = from->month;
        to->hijri = from->hijri;
        if (to->shift == AHD_UNSAID)
            to->shift = from->shift;
    }
    if (to->year == AHD_UNSAID && to->month != AHD_UNSAID &&
        from->month != AHD_UNSAID)
        to->year = from->year;
}

/* The ends, each knowing what the range says for both. */
static void ends_of(const look *l, const ahd_said *s, ahd_said out[4])
{
    out[0] = l->all[0];
    out[1] = l->all[s->a];
    out[2] = l->all[s->b];
    for (int i = 1; i <= 2; i++) {
        if (s->month != AHD_UNSAID)
            out[i].month = s->month;
        if (s->year != AHD_UNSAID)
            out[i].year = s->year;
        if (s->c && out[i].form == AHD_SAID_WEEKDAY)
            out[i].a = s->c;
    }
    share(&out[2], &out[1]);
    share(&out[1], &out[2]);
}

static ahd_reckoned reckon_end(const look *l, const ahd_said *end, ahd_day from,
                               ahd_toward toward);

/* Both ends float: the last is to come and the first before it, or the first
 * is past and the last after it. */
static void float_both(const look *l, const ahd_said ends[4],
                       ahd_reckoned out[2])
{
    ahd_toward toward = l->anchor->toward;
    ahd_day today = l->anchor->day;
    bool forward =
        toward == AHD_TOWARD_FUTURE || toward == AHD_TOWARD_NEAR_FUTURE;

    if (forward) {
        out[1] = reckon_end(l, &ends[2], today, toward);
        out[0] = reckon_end(l, &ends[1], out[1].from, AHD_TOWARD_PAST);
    } else {
        out[0] = reckon_end(l, &ends[1], today, toward);
        out[1] = reckon_end(l, &ends[2], out[0].from, AHD_TOWARD_FUTURE);
    }
}

static ahd_reckoned reckon_range(const look *l, const ahd_said *s)
{
    ahd_said ends[4];
    ahd_reckoned at[2];
    ahd_day today = l->anchor->day;
    ahd_toward toward = l->anchor->toward;

    ends_of(l, s, ends);
    bool first = is_floating(l, &ends[1]), last = is_floating(l, &ends[2]);
    if (first && last) {
        float_both(l, ends, at);
    } else {
        at[0] = first ? nothing() : reckon_end(l, &ends[1], today, toward);
        at[1] = last ? reckon_end(l, &ends[2], at[0].from, AHD_TOWARD_FUTURE)
                     : reckon_end(l, &ends[2], today, toward);
        if (first)
            at[0] = reckon_end(l, &ends[1], at[1].from, AHD_TOWARD_PAST);
    }
    if (at[0].from == AHD_NO_DAY || at[1].to == AHD_NO_DAY ||
        at[0].from > at[1].to)
        return nothing();
    ahd_reckoned r = days(at[0].from, at[1].to);
    r.stop = at[1].from;
    return r;
}

/* "since May", "until Friday" */
static ahd_reckoned reckon_open(const look *l, const ahd_said *s)
{
    ahd_reckoned at = reckon(l, s->a), r = nothing();
    bool since = s->form == AHD_SAID_SINCE;
    int sign = since ? 1 : -1;

    if (at.from == AHD_NO_DAY)
        return r;
    if (since)
        r.from = ahd_reckon_away(at.from, s, sign);
    else
        r.to = ahd_reckon_away(at.to, s, sign);
    r.stop = r.to;
    return r;
}

/* ---------------------------------------------------------------- the clock */

/* The hour that «السابعة مساء» is. */
static int hour_of(const ahd_said *s)
{
    int part = s->day_part, hour = s->hour;

    if (s->part == 1 && hour == AHD_UNSAID) /* of the morning, the day ... */
        return part == 12 ? 14 : part < 20 ? part + 4 : 0;
    if (hour == AHD_UNSAID)
        return part % 24;
    if (part == AHD_UNSAID)
        return hour;
    if (hour == 12) /* of the night or the morning: midnight */
        return part >= 20 || part < 12 ? 0 : 12;
    if (hour > 12 || part < 12 || part == 24)
        return hour;
    if (part == 20) /* «الثالثة ليلا» is after midnight */
        return hour < 5 ? hour : hour + 12;
    return part == 12 && hour > 9 ? hour : hour + 12;
}

static int32_t second_of(const ahd_said *s)
{
    int minute = s->minute == AHD_UNSAID ? 0 : s->minute;
    int second = s->second == AHD_UNSAID ? 0 : s->second;
    int away = s->shift == AHD_UNSAID ? 0 : s->shift;
    int32_t all = hour_of(s) % 24 * HOUR_SECONDS + minute * 60 + second +
                  away * (int32_t)s->amount[AHD_GRAIN_MINUTE] * 60;

    return (all + DAY_SECONDS) % DAY_SECONDS;
}

static bool has_clock(const ahd_said *s)
{
    return s->hour != AHD_UNSAID || s->day_part != AHD_UNSAID;
}

static ahd_reckoned reckon_moment(const look *l, const ahd_said *s)
{
    const ahd_said *a = &l->all[s->a], *b = &l->all[s->b];
    bool clock_first = s->a && a->form == AHD_SAID_CLOCK;
    const ahd_said *clock = clock_first ? a : b;
    uint16_t point = clock_first ? s->b : s->a;
    ahd_said own = *s;

    if (clock_first ? s->a : s->b) {
        own.hour = clock->hour;
        own.minute = clock->minute;
        own.second = clock->second;
        if (clock->day_part != AHD_UNSAID)
            own.day_part = clock->day_part;
    }
    own.shift = AHD_UNSAID;
    int shift = s->shift == AHD_UNSAID ? 0 : s->shift;
    ahd_day today = l->anchor->day;
    ahd_reckoned r = point                 ? reckon(l, point)
                     : today == AHD_NO_DAY ? nothing()
                                           : days(today + shift, today + shift);
    if (has_clock(&own) && (own.hour != AHD_UNSAID || own.day_part >= 0))
        r.second = own.hour == AHD_UNSAID ? -1 : second_of(&own);
    return r;
}

/* -------------------------------------------------------------------- all */

static ahd_reckoned reckon_now(const look *l)
{
    ahd_reckoned r = l->anchor->day == AHD_NO_DAY
                         ? nothing()
                         : days(l->anchor->day, l->anchor->day);

    r.second = l->anchor->second;
    return r;
}

static ahd_reckoned reckon_plain(const ahd_said *s)
{
    ahd_reckoned r = nothing();

    if (s->form == AHD_SAID_CLOCK)
        r.second = second_of(s);
    else
        r.length = seconds_of(s);
    return r;
}

static ahd_reckoned reckon_said(const look *l, const ahd_said *s)
{
    switch (s->form) {
    case AHD_SAID_DATE:
        return reckon_date(l, s);
    case AHD_SAID_NTH_DAY:
        return reckon_nth_day(l, s);
    case AHD_SAID_DAY_OF:
        return reckon_day_of(l, s);
    case AHD_SAID_UNIT:
        return reckon_unit(l, s);
    case AHD_SAID_COUNTED:
        return reckon_counted(l, s);
    case AHD_SAID_AWAY:
        return reckon_away(l, s);
    case AHD_SAID_WITHIN:
        return reckon_within(l, s);
    case AHD_SAID_NTH:
        return reckon_nth(l, s);
    case AHD_SAID_PART:
        return reckon_part(l, s);
    case AHD_SAID_REST:
        return reckon_rest(l, s);
    case AHD_SAID_LATER:
        return reckon_later(l, s);
    case AHD_SAID_AROUND:
        return reckon_around(l, s);
    case AHD_SAID_RANGE:
        return reckon_range(l, s);
    case AHD_SAID_LASTING:
        return reckon_lasting(l, s);
    case AHD_SAID_SINCE:
    case AHD_SAID_UNTIL:
        return reckon_open(l, s);
    case AHD_SAID_HOLIDAY:
        return reckon_holiday(l, s);
    case AHD_SAID_MOMENT:
        return reckon_moment(l, s);
    case AHD_SAID_NOW:
        return reckon_now(l);
    case AHD_SAID_DAY:
        return l->anchor->day == AHD_NO_DAY ? nothing() : reckon_day(l, s);
    case AHD_SAID_WEEKDAY:
        return l->anchor->day == AHD_NO_DAY ? nothing() : reckon_weekday(l, s);
    case AHD_SAID_CLOCK:
    case AHD_SAID_DURATION:
    case AHD_SAID_SET:
    case AHD_SAID_VAGUE:
    case AHD_SAID_NONE:
    case AHD_SAID_FORMS:
        break;
    }
    return reckon_plain(s);
}

static ahd_reckoned reckon(const look *l, uint16_t node)
{
    return reckon_said(l, &l->all[node]);
}

static ahd_reckoned reckon_end(const look *l, const ahd_said *end, ahd_day from,
                               ahd_toward toward)
{
    ahd_anchor anchor = *l->anchor;
    look there = {l->all, &anchor};

    if (is_floating(l, end) || from != anchor.day)
        anchor.toward = toward;
    if (is_floating(l, end))
        anchor.day = from;
    if (anchor.day == AHD_NO_DAY && is_floating(l, end))
        return nothing();
    return reckon_said(&there, end);
}

ahd_reckoned ahd_reckon(const ahd_said *said, uint16_t node,
                        const ahd_anchor *anchor)
{
    look l = {said, anchor};

    return reckon(&l, node);
}
