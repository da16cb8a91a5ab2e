#include "time/calendar.h"

#include "base/day.h"
#include "base/hijri.h"
#include "time/feasts.h"

#include <stdlib.h>

enum { YEARS_AROUND = 8 };

static ahd_spans_days dated(const ahd_said *s, int year)
{
    if (s->hijri)
        return ahd_spans_hijri(year, s->month, s->mday);
    return ahd_spans_date(year, s->month, s->mday);
}

/* «مارس الماضي» is the last March before today's month, «المقبل» the next. */
static bool is_wrong_way(const ahd_reckoner *l, const ahd_said *s, ahd_day from)
{
    ahd_day today = l->anchor->day;
    bool same = ahd_reckoner_year(from) == ahd_reckoner_year(today) &&
                ahd_reckoner_month(from) == ahd_reckoner_month(today) &&
                s->mday == AHD_UNSAID;

    if (s->shift == AHD_UNSAID)
        return false;
    if (s->shift == 0)
        return !s->hijri && ahd_reckoner_year(from) != ahd_reckoner_year(today);
    return same || (s->shift < 0 ? from > today : from < today);
}

static int64_t cost_of_date(const ahd_reckoner *l, const ahd_said *s,
                            ahd_spans_days d)
{
    const ahd_anchor *anchor = l->anchor;
    ahd_day middle = s->mday == AHD_UNSAID && !ahd_reckoner_is_strict(anchor)
                         ? d.from + (d.to - d.from) / 2
                         : d.from;
    int64_t cost = ahd_reckoner_cost(anchor, middle);

    if (s->shift != AHD_UNSAID)
        cost = llabs((int64_t)d.from - anchor->day) +
               (is_wrong_way(l, s, d.from) ? 100000 : 0);
    if (!ahd_reckoner_is_strict(anchor) && s->weekday != AHD_UNSAID &&
        s->mday != AHD_UNSAID && ahd_day_weekday(d.from) != s->weekday)
        cost += 2000;
    return cost;
}

/* The year that is not said. */
static ahd_reckoned year_sought(const ahd_reckoner *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_spans_days best = {AHD_NO_DAY, AHD_NO_DAY};
    int now = s->hijri ? ahd_hijri_year(l->anchor->day)
                       : ahd_reckoner_year(l->anchor->day);

    for (int y = now - YEARS_AROUND; y <= now + YEARS_AROUND; y++) {
        ahd_spans_days d = dated(s, y);
        int64_t cost = d.from == AHD_NO_DAY ? least : cost_of_date(l, s, d);
        if (cost < least) {
            least = cost;
            best = d;
        }
    }
    return s->mday == AHD_UNSAID ? ahd_reckoner_span(best)
                                 : ahd_reckoner_days(best.from, best.to);
}

/* "last September", asked of a calendar: of last year. */
static ahd_reckoned by_calendar(const ahd_reckoner *l, const ahd_said *s)
{
    int year = ahd_reckoner_year(l->anchor->day),
        month = ahd_reckoner_month(l->anchor->day);

    year += s->shift > 0 ? s->month <= month : s->shift;
    return ahd_reckoner_span(dated(s, year));
}

/* The month that is not said: "the 15th", "Friday the 13th". */
static ahd_reckoned month_sought(const ahd_reckoner *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_day best = AHD_NO_DAY;

    for (int m = -YEARS_AROUND; m <= YEARS_AROUND; m++) {
        ahd_day in = ahd_reckoner_months(l->anchor->day, m);
        ahd_day day = in == AHD_NO_DAY
                          ? AHD_NO_DAY
                          : ahd_day_of(ahd_reckoner_year(in),
                                       ahd_reckoner_month(in), s->mday);
        if (day == AHD_NO_DAY)
            continue;
        bool dayed = s->weekday != AHD_UNSAID;
        int64_t cost = dayed ? llabs((int64_t)day - l->anchor->day)
                             : ahd_reckoner_cost(l->anchor, day);
        if (dayed && ahd_day_weekday(day) != s->weekday)
            cost += 2000;
        if (cost < least) {
            least = cost;
            best = day;
        }
    }
    return ahd_reckoner_days(best, best);
}

ahd_reckoned ahd_calendar_date(const ahd_reckoner *l, const ahd_said *s)
{
    int year = s->year == AHD_UNSAID ? 0 : s->year;

    if (s->a) {
        ahd_reckoned of = ahd_reckoner_node(l, s->a);
        year = of.from == AHD_NO_DAY ? 0 : ahd_reckoner_year(of.from);
        if (year == 0)
            return ahd_reckoner_none();
    }
    if (year == 0 && l->anchor->day == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (year != 0 && s->month == AHD_UNSAID && s->hijri)
        return ahd_reckoner_span(ahd_spans_hijri_year(year));
    if (year != 0)
        return s->mday == AHD_UNSAID
                   ? ahd_reckoner_span(dated(s, year))
                   : ahd_reckoner_days(dated(s, year).from, dated(s, year).to);
    if (s->month == AHD_UNSAID)
        return month_sought(l, s);
    if (l->anchor->calendar && s->shift != AHD_UNSAID && !s->hijri)
        return by_calendar(l, s);
    return year_sought(l, s);
}

ahd_reckoned ahd_calendar_holiday(const ahd_reckoner *l, const ahd_said *s)
{
    int year = s->year == AHD_UNSAID ? 0 : s->year, now;
    int64_t least = INT64_MAX / 2;
    ahd_day best = AHD_NO_DAY;

    if (s->a && ahd_reckoner_node(l, s->a).from != AHD_NO_DAY)
        year = ahd_reckoner_year(ahd_reckoner_node(l, s->a).from);
    if (year)
        return ahd_reckoner_days(ahd_feasts_day(s->nth, year),
                                 ahd_feasts_day(s->nth, year));
    if (l->anchor->day == AHD_NO_DAY)
        return ahd_reckoner_none();
    now = ahd_reckoner_year(l->anchor->day);
    for (int y = now - 1; y <= now + 1; y++) {
        ahd_day day = ahd_feasts_day(s->nth, y);
        int64_t cost =
            day == AHD_NO_DAY ? least : ahd_reckoner_cost(l->anchor, day);
        if (cost < least) {
            least = cost;
            best = day;
        }
    }
    return ahd_reckoner_days(best, best);
}
