#include "time/reckon.h"

#include "base/day.h"
#include "time/calendar.h"
#include "time/ends.h"
#include "time/hours.h"
#include "time/periods.h"
#include "time/reckoner.h"

enum { DAY_SECONDS = 86400 };

/* ----------------------------------------------------------- relative days */

static ahd_day nearest_weekday(ahd_day near, int weekday)
{
    int ahead = (weekday - ahd_day_weekday(near) + 7) % 7;

    return near + (ahead > 3 ? ahead - 7 : ahead);
}

static ahd_reckoned reckon_day(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day day = l->anchor->day;

    if (day == AHD_NO_DAY)
        return ahd_reckoner_none();
    day += s->shift;
    if (s->weekday != AHD_UNSAID)
        day = nearest_weekday(day, s->weekday);
    return ahd_reckoner_days(day, day);
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

static ahd_reckoned reckon_weekday(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int ahead =
        today == AHD_NO_DAY ? 0 : (s->weekday - ahd_day_weekday(today) + 7) % 7;
    bool future = l->anchor->toward == AHD_TOWARD_FUTURE ||
                  l->anchor->toward == AHD_TOWARD_NEAR_FUTURE;
    bool today_counts = l->anchor->toward != AHD_TOWARD_PAST;
    ahd_day day;

    if (today == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (s->a) {
        ahd_reckoned week = ahd_reckoner_node(l, s->a);
        day = week.from == AHD_NO_DAY ? AHD_NO_DAY : week.from + s->weekday;
    } else if (s->shift != AHD_UNSAID || s->nth != AHD_UNSAID) {
        day = weekday_by_shift(l->anchor, s);
    } else {
        day = today + (ahead == 0 && !today_counts ? -7
                       : ahead && !future          ? ahead - 7
                                                   : ahead);
    }
    return ahd_reckoner_days(day, day);
}

static ahd_reckoned reckon_nth_day(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day, day;
    ahd_reckoned of = ahd_reckoner_none();

    if (s->a)
        of = ahd_reckoner_node(l, s->a);
    else if (today != AHD_NO_DAY)
        of = ahd_reckoner_span(ahd_spans_unit(today, AHD_GRAIN_MONTH, 0));

    if (of.from == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (s->nth < 0) {
        int back = (ahd_day_weekday(of.to) - s->weekday + 7) % 7;
        day = of.to - back;
    } else {
        int ahead = (s->weekday - ahd_day_weekday(of.from) + 7) % 7;
        day = of.from + ahead + 7 * (s->nth - 1);
    }
    return day <= of.to ? ahd_reckoner_days(day, day) : ahd_reckoner_none();
}

static ahd_reckoned reckon_day_of(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned of = ahd_reckoner_node(l, s->a);
    ahd_day day = of.from == AHD_NO_DAY ? AHD_NO_DAY : of.from + s->mday - 1;

    return day != AHD_NO_DAY && day <= of.to ? ahd_reckoner_days(day, day)
                                             : ahd_reckoner_none();
}

static ahd_reckoned reckon_away(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day base = s->a ? ahd_reckoner_node(l, s->a).from : l->anchor->day;
    ahd_day day = ahd_reckoner_away(base, s, s->shift);
    const float *a = s->amount;
    double clock = 3600.0 * a[AHD_GRAIN_HOUR] + 60.0 * a[AHD_GRAIN_MINUTE] +
                   a[AHD_GRAIN_SECOND];

    if (day == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (clock <= 0 || clock > 1e8)
        return ahd_reckoner_days(day, day);
    int64_t second = (int64_t)l->anchor->second + (int64_t)(s->shift * clock);
    int64_t over = second / DAY_SECONDS - (second % DAY_SECONDS < 0);
    ahd_reckoned r =
        ahd_reckoner_days(day + (int32_t)over, day + (int32_t)over);
    r.second = (int32_t)(second - over * DAY_SECONDS);
    return r;
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

/* -------------------------------------------------------------------- all */

static ahd_reckoned reckon_now(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned r = l->anchor->day == AHD_NO_DAY
                         ? ahd_reckoner_none()
                         : ahd_reckoner_days(l->anchor->day, l->anchor->day);

    (void)s;
    r.second = l->anchor->second;
    return r;
}

static ahd_reckoned reckon_plain(const ahd_said *s)
{
    ahd_reckoned r = ahd_reckoner_none();

    if (s->form == AHD_SAID_CLOCK)
        r.second = ahd_hours_second(s);
    else
        r.length = seconds_of(s);
    return r;
}

ahd_reckoned ahd_reckoner_said(const ahd_reckoner *l, const ahd_said *s)
{
    typedef ahd_reckoned reckoning(const ahd_reckoner *, const ahd_said *);
    static reckoning *const by_form[AHD_SAID_FORMS] = {
        [AHD_SAID_DATE] = ahd_calendar_date,
        [AHD_SAID_HOLIDAY] = ahd_calendar_holiday,
        [AHD_SAID_DAY] = reckon_day,
        [AHD_SAID_WEEKDAY] = reckon_weekday,
        [AHD_SAID_NTH_DAY] = reckon_nth_day,
        [AHD_SAID_DAY_OF] = reckon_day_of,
        [AHD_SAID_AWAY] = reckon_away,
        [AHD_SAID_RANGE] = ahd_ends_range,
        [AHD_SAID_SINCE] = ahd_ends_open,
        [AHD_SAID_UNTIL] = ahd_ends_open,
        [AHD_SAID_MOMENT] = ahd_hours_moment,
        [AHD_SAID_NOW] = reckon_now,
    };

    if (ahd_periods_has(s->form))
        return ahd_periods_reckon(l, s);
    return by_form[s->form] ? by_form[s->form](l, s) : reckon_plain(s);
}

ahd_reckoned ahd_reckoner_node(const ahd_reckoner *l, uint16_t node)
{
    return ahd_reckoner_said(l, &l->all[node]);
}

ahd_reckoned ahd_reckon(const ahd_said *said, uint16_t node,
                        const ahd_anchor *anchor)
{
    ahd_reckoner l = {said, anchor};

    return ahd_reckoner_node(&l, node);
}
