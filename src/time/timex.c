#include "time/timex.h"

#include "base/day.h"

#include <string.h>

enum { LONGEST = 96, HOUR = 3600 };

typedef struct line {
    char text[LONGEST];
    size_t len;
} line;

static void put(line *l, ahd_str s)
{
    if (l->len + s.len > sizeof l->text)
        return;
    memcpy(l->text + l->len, s.ptr, s.len);
    l->len += s.len;
}

static void put_number(line *l, int64_t value, int width)
{
    char digits[20];
    int n = 0;

    do {
        digits[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (n < 19 && (value > 0 || n < width));
    while (n-- > 0)
        put(l, (ahd_str){&digits[n], 1});
}

/* Up to three places behind the point. */
static void put_real(line *l, double value)
{
    int64_t mills = (int64_t)(value * 1000 + 0.5);
    int part = (int)(mills % 1000), width = 3;

    put_number(l, mills / 1000, 1);
    if (part == 0)
        return;
    for (; part % 10 == 0; width--)
        part /= 10;
    put(l, AHD_STR("."));
    put_number(l, part, width);
}

static void put_day(line *l, ahd_day day)
{
    char iso[AHD_DAY_ISO];

    ahd_day_iso(day, iso);
    put(l, (ahd_str){iso, sizeof iso});
}

static void put_clock(line *l, int32_t second, bool minutes)
{
    put(l, AHD_STR("T"));
    put_number(l, second / HOUR, 2);
    if (minutes || second % HOUR) {
        put(l, AHD_STR(":"));
        put_number(l, second % HOUR / 60, 2);
    }
    if (second % 60) {
        put(l, AHD_STR(":"));
        put_number(l, second % 60, 2);
    }
}

/* ------------------------------------------------------------------ amounts */

static void put_amount(line *l, const ahd_said *said)
{
    static const struct {
        uint8_t grain;
        uint8_t times;
        char letter;
    } units[] = {
        {AHD_GRAIN_CENTURY, 100, 'Y'}, {AHD_GRAIN_DECADE, 10, 'Y'},
        {AHD_GRAIN_YEAR, 1, 'Y'},      {AHD_GRAIN_QUARTER, 3, 'M'},
        {AHD_GRAIN_MONTH, 1, 'M'},     {AHD_GRAIN_FORTNIGHT, 2, 'W'},
        {AHD_GRAIN_WEEK, 1, 'W'},      {AHD_GRAIN_DAY, 1, 'D'},
        {AHD_GRAIN_WORKDAY, 1, 'D'},   {AHD_GRAIN_HOUR, 1, 'H'},
        {AHD_GRAIN_MINUTE, 1, 'M'},    {AHD_GRAIN_SECOND, 1, 'S'},
    };
    bool clock = false;

    put(l, AHD_STR("P"));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        double count = (double)said->amount[units[i].grain] * units[i].times;
        if (count <= 0)
            continue;
        if (!clock && units[i].grain >= AHD_GRAIN_HOUR &&
            units[i].grain <= AHD_GRAIN_SECOND) {
            put(l, AHD_STR("T"));
            clock = true;
        }
        put_real(l, count);
        put(l, (ahd_str){&units[i].letter, 1});
    }
}

static ahd_str copied(ahd_arena *arena, const line *l)
{
    char *out = ahd_arena_alloc(arena, 1, l->len + 1);

    memcpy(out, l->text, l->len);
    return (ahd_str){out, l->len};
}

ahd_str ahd_timex_amount(ahd_arena *arena, const ahd_said *said)
{
    line l = {.len = 0};

    put_amount(&l, said);
    return copied(arena, &l);
}

/* --------------------------------------------------------------------- sets */

static bool is_counted(const ahd_said *said)
{
    for (int i = 0; i < AHD_GRAINS; i++)
        if (said->amount[i] > 0)
            return true;
    return false;
}

static void put_day_part(line *l, int part)
{
    put(l, part < 12   ? AHD_STR("TMO")
           : part < 18 ? AHD_STR("TAF")
           : part < 20 ? AHD_STR("TEV")
                       : AHD_STR("TNI"));
}

/* «كل يوم اثنين الساعة 4 مساء»: XXXX-WXX-1T16 */
static void put_set(line *l, const ahd_said *said)
{
    const ahd_said *s = &said[1], *clock = s->a ? &said[s->a] : s;
    const ahd_anchor anchor = {AHD_NO_DAY, 0, AHD_TOWARD_NEAR_PAST, false};
    bool timed = clock->form == AHD_SAID_CLOCK || s->hour != AHD_UNSAID;

    if (clock->form == AHD_SAID_DATE) {
        put(l, AHD_STR("XXXX-"));
        put_number(l, clock->month, 2);
        put(l, AHD_STR("-"));
        put_number(l, clock->mday, 2);
    }
    if (s->weekday != AHD_UNSAID) {
        put(l, AHD_STR("XXXX-WXX-"));
        put_number(l, s->weekday + 1, 1);
    }
    if (timed) {
        ahd_said at[2] = {said[0], *clock};
        at[1].form = AHD_SAID_CLOCK;
        at[1].shift = AHD_UNSAID;
        if (s->day_part != AHD_UNSAID && at[1].day_part == AHD_UNSAID)
            at[1].day_part = s->day_part;
        put_clock(l, ahd_reckon(at, 1, &anchor).second,
                  at[1].minute != AHD_UNSAID);
    } else if (s->day_part != AHD_UNSAID) {
        put_day_part(l, s->day_part);
    } else if (is_counted(s)) {
        put_amount(l, s);
    } else if (l->len == 0 && s->unit >= 0) {
        ahd_said one = *s;
        one.amount[one.unit] = 1;
        put_amount(l, &one);
    }
}

/* --------------------------------------------------------------------- days */

static void put_week(line *l, ahd_day monday)
{
    int year, month, mday;

    ahd_day_split(monday + 3, &year, &month, &mday);
    put_number(l, year, 4);
    put(l, AHD_STR("-W"));
    put_number(l, (monday + 3 - ahd_day_of(year, 1, 1)) / 7 + 1, 2);
}

static void put_days(line *l, ahd_day from, ahd_day to)
{
    int year, month, mday;
    ahd_day length = to - from + 1;

    ahd_day_split(from, &year, &month, &mday);
    if (from == to) {
        put_day(l, from);
    } else if (mday == 1 && month == 1 && to == ahd_day_of(year, 12, 31)) {
        put_number(l, year, 4);
    } else if (mday == 1 && length == ahd_day_month_length(year, month)) {
        put_number(l, year, 4);
        put(l, AHD_STR("-"));
        put_number(l, month, 2);
    } else if (length == 7 && ahd_day_weekday(from) == 0) {
        put_week(l, from);
    } else {
        put_day(l, from);
        put(l, AHD_STR("/"));
        put_day(l, to);
    }
}

static void put_open(line *l, ahd_day from, ahd_day to)
{
    if (from != AHD_NO_DAY)
        put_day(l, from);
    else
        put(l, AHD_STR(".."));
    put(l, AHD_STR("/"));
    if (to != AHD_NO_DAY)
        put_day(l, to);
    else
        put(l, AHD_STR(".."));
}

static void put_known_days(line *l, const ahd_time *t, const ahd_said *said)
{
    bool part = t->kind == AHD_TIME_MOMENT && t->second < 0 &&
                said[1].day_part != AHD_UNSAID;

    bool from = t->from != AHD_NO_DAY, to = t->to != AHD_NO_DAY;

    if (!from && !to)
        return;
    if (!from || !to)
        put_open(l, t->from, t->to);
    else
        put_days(l, t->from, t->to);
    if (t->second >= 0)
        put_clock(l, t->second, true);
    else if (part)
        put_day_part(l, said[1].day_part);
}

ahd_str ahd_timex_of(ahd_arena *arena, const ahd_time *time,
                     const ahd_said *said)
{
    line l = {.len = 0};

    switch ((ahd_time_kind)time->kind) {
    case AHD_TIME_DURATION:
    case AHD_TIME_LIMIT:
        put_amount(&l, &said[1]);
        break;
    case AHD_TIME_SET:
        put_set(&l, said);
        break;
    case AHD_TIME_CLOCK:
        put_clock(&l, time->second < 0 ? 0 : time->second, true);
        break;
    case AHD_TIME_VAGUE:
        return time->vague < 0   ? AHD_STR("PAST_REF")
               : time->vague > 0 ? AHD_STR("FUTURE_REF")
                                 : AHD_STR("PRESENT_REF");
    case AHD_TIME_POINT:
    case AHD_TIME_PERIOD:
    case AHD_TIME_MOMENT:
    case AHD_TIME_OPEN:
    case AHD_TIME_KINDS:
        put_known_days(&l, time, said);
        break;
    }
    return copied(arena, &l);
}
