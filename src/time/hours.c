#include "time/hours.h"

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

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

int32_t ahd_hours_second(const ahd_said *s)
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

ahd_reckoned ahd_hours_moment(const ahd_reckoner *l, const ahd_said *s)
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
    ahd_reckoned r = point ? ahd_reckoner_node(l, point)
                     : today == AHD_NO_DAY
                         ? ahd_reckoner_none()
                         : ahd_reckoner_days(today + shift, today + shift);
    if (has_clock(&own) && (own.hour != AHD_UNSAID || own.day_part >= 0))
        r.second = own.hour == AHD_UNSAID ? -1 : ahd_hours_second(&own);
    return r;
}
