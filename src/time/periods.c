#include "time/periods.h"

#include "base/day.h"
#include "time/ends.h"

enum { DAY_SECONDS = 86400 };

/* "the seventies": of the century that fits. */
static int full_decade(const ahd_anchor *anchor, int year)
{
    int now = anchor->day == AHD_NO_DAY ? 2020 : ahd_reckoner_year(anchor->day);
    int here = now - now % 100 + year;

    if (year >= 100)
        return year;
    if (anchor->toward == AHD_TOWARD_FUTURE)
        return here + (here < now ? 100 : 0);
    return here - (here > now ? 100 : 0);
}

/* «تسعينيات القرن الماضي» */
static ahd_reckoned decade_of(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned of = ahd_reckoner_node(l, s->a);

    if (of.from == AHD_NO_DAY)
        return of;
    return ahd_reckoner_span(
        ahd_spans_years(ahd_reckoner_year(of.from) + s->year % 100, 10));
}

/* «الربيع الماضي» is the last one that is over. */
static ahd_reckoned reckon_season(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int shift = s->shift == AHD_UNSAID ? 0 : s->shift;
    ahd_spans_days here = ahd_spans_season(ahd_reckoner_year(today), s->nth);

    if (!l->anchor->calendar && here.from != AHD_NO_DAY)
        shift +=
            (shift < 0 && here.to < today) - (shift > 0 && here.from > today);
    return ahd_reckoner_span(
        ahd_spans_season(ahd_reckoner_year(today) + shift, s->nth));
}

static ahd_reckoned reckon_unit(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int shift = s->shift == AHD_UNSAID ? 0 : s->shift;

    if (s->unit == AHD_GRAIN_DECADE && s->a)
        return decade_of(l, s);
    if (s->unit == AHD_GRAIN_DECADE && s->year != AHD_UNSAID)
        return ahd_reckoner_span(
            ahd_spans_years(full_decade(l->anchor, s->year), 10));
    if (s->unit == AHD_GRAIN_SEASON && (s->year != AHD_UNSAID || s->a)) {
        ahd_reckoned of =
            s->a ? ahd_reckoner_node(l, s->a) : ahd_reckoner_none();
        int year = s->year != AHD_UNSAID   ? s->year
                   : of.from == AHD_NO_DAY ? 0
                                           : ahd_reckoner_year(of.from);
        return year ? ahd_reckoner_span(ahd_spans_season(year, s->nth))
                    : ahd_reckoner_none();
    }
    if (today == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (s->unit == AHD_GRAIN_SEASON)
        return reckon_season(l, s);
    if (s->nth != AHD_UNSAID)
        return ahd_reckoner_span(
            ahd_spans_week(ahd_reckoner_year(today), s->nth));
    if (s->unit == AHD_GRAIN_DAY)
        return ahd_reckoner_days(today + shift, today + shift);
    return ahd_reckoner_span(ahd_spans_unit(today, (ahd_grain)s->unit, shift));
}

/* "next 3 days" begin tomorrow; "past 2 decades" are those of the calendar. */
static ahd_reckoned reckon_counted(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day today = l->anchor->day;
    int count = (int)s->amount[s->unit];

    if (today == AHD_NO_DAY)
        return ahd_reckoner_none();
    if (s->unit == AHD_GRAIN_DECADE || s->unit == AHD_GRAIN_CENTURY) {
        int size = s->unit == AHD_GRAIN_DECADE ? 10 : 100;
        int here = ahd_reckoner_year(today) - ahd_reckoner_year(today) % size;
        return ahd_reckoner_span(
            s->shift > 0 ? ahd_spans_years(here + size, count * size)
                         : ahd_spans_years(here - count * size, count * size));
    }
    ahd_day from = s->shift > 0 ? today + 1 : today;
    ahd_day other = ahd_reckoner_away(from, s, s->shift > 0 ? 1 : -1);
    if (other == AHD_NO_DAY)
        return ahd_reckoner_none();
    return ahd_reckoner_span(s->shift > 0 ? (ahd_spans_days){from, other - 1}
                                          : (ahd_spans_days){other, today - 1});
}

static ahd_reckoned reckon_within(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_day from = s->a ? ahd_reckoner_node(l, s->a).from : l->anchor->day;
    ahd_day to = ahd_reckoner_away(from, s, 1);

    if (to == AHD_NO_DAY)
        return ahd_reckoner_none();
    ahd_reckoned r = ahd_reckoner_days(from, to);
    r.stop = to;
    return r;
}

/* A day without its year is of this one. */
static ahd_reckoned reckon_lasting(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_anchor anchor = *l->anchor;
    ahd_reckoner there = {l->all, &anchor};

    if (anchor.day != AHD_NO_DAY && ahd_ends_float(l, &l->all[s->a]) &&
        l->all[s->a].form == AHD_SAID_DATE) {
        anchor.day = ahd_day_of(ahd_reckoner_year(anchor.day), 1, 1);
        anchor.toward = AHD_TOWARD_FUTURE;
    }
    ahd_reckoned r = reckon_within(&there, s);

    if (r.from != AHD_NO_DAY && r.to > r.from)
        r.to--;
    return r;
}

/* A quarter or a half whose year is not said. */
static ahd_reckoned floating_nth(const ahd_reckoner *l, const ahd_said *s)
{
    int64_t least = INT64_MAX / 2;
    ahd_spans_days best = {AHD_NO_DAY, AHD_NO_DAY};

    if (l->anchor->day == AHD_NO_DAY)
        return ahd_reckoner_none();
    for (int y = -1; y <= 1; y++) {
        ahd_spans_days year = ahd_spans_unit(l->anchor->day, AHD_GRAIN_YEAR, y);
        ahd_spans_days d = ahd_spans_nth(year, (ahd_grain)s->unit, s->nth);
        int64_t cost =
            d.from == AHD_NO_DAY ? least : ahd_reckoner_cost(l->anchor, d.from);
        if (cost < least) {
            least = cost;
            best = d;
        }
    }
    return ahd_reckoner_span(best);
}

static ahd_reckoned reckon_nth(const ahd_reckoner *l, const ahd_said *s)
{
    if (s->unit == AHD_GRAIN_CENTURY)
        return ahd_reckoner_span(ahd_spans_years((s->nth - 1) * 100, 100));
    if (s->year == AHD_UNSAID && s->a == 0)
        return floating_nth(l, s);
    ahd_reckoned of = s->year != AHD_UNSAID
                          ? ahd_reckoner_span(ahd_spans_years(s->year, 1))
                          : ahd_reckoner_node(l, s->a);
    if (of.from == AHD_NO_DAY)
        return ahd_reckoner_none();
    return ahd_reckoner_span(ahd_spans_nth((ahd_spans_days){of.from, of.to},
                                           (ahd_grain)s->unit, s->nth));
}

static ahd_reckoned reckon_part(const ahd_reckoner *l, const ahd_said *s)
{
    const ahd_said *child = &l->all[s->a];
    ahd_reckoned of = ahd_reckoner_node(l, s->a);

    if (of.from == AHD_NO_DAY)
        return of;
    if (of.from == of.to) { /* the end of a day */
        of.second = s->part == 2 ? DAY_SECONDS - 60 : -1;
        return of;
    }
    bool numbered = child->form == AHD_SAID_DATE;
    return ahd_reckoner_span(
        ahd_spans_part((ahd_spans_days){of.from, of.to}, s->part, numbered));
}

static ahd_reckoned reckon_rest(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned of = ahd_reckoner_node(l, s->a);
    ahd_day today = l->anchor->day;

    if (of.from == AHD_NO_DAY || today == AHD_NO_DAY)
        return ahd_reckoner_none();
    ahd_reckoned r =
        ahd_reckoner_days(today > of.from ? today : of.from, of.to);
    r.stop = of.to;
    return r;
}

static ahd_reckoned reckon_later(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned of = ahd_reckoner_node(l, s->a);
    ahd_day today = l->anchor->day;

    if (of.from == AHD_NO_DAY || today == AHD_NO_DAY || today < of.from ||
        today > of.to)
        return of;
    ahd_reckoned r = s->shift > 0 ? ahd_reckoner_days(today, of.to)
                                  : ahd_reckoner_days(of.from, today);
    r.stop = s->shift > 0 ? of.to + 1 : today;
    return r;
}

static ahd_reckoned reckon_around(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned at = ahd_reckoner_node(l, s->a);

    if (at.from == AHD_NO_DAY)
        return at;
    return ahd_reckoner_span(ahd_spans_unit(at.from, (ahd_grain)s->unit, 0));
}

ahd_reckoned ahd_periods_reckon(const ahd_reckoner *l, const ahd_said *s)
{
    typedef ahd_reckoned reckoning(const ahd_reckoner *, const ahd_said *);
    static reckoning *const by_form[AHD_SAID_FORMS] = {
        [AHD_SAID_UNIT] = reckon_unit,     [AHD_SAID_COUNTED] = reckon_counted,
        [AHD_SAID_WITHIN] = reckon_within, [AHD_SAID_LASTING] = reckon_lasting,
        [AHD_SAID_NTH] = reckon_nth,       [AHD_SAID_PART] = reckon_part,
        [AHD_SAID_REST] = reckon_rest,     [AHD_SAID_LATER] = reckon_later,
        [AHD_SAID_AROUND] = reckon_around,
    };

    return by_form[s->form](l, s);
}

bool ahd_periods_has(ahd_said_form form)
{
    return form == AHD_SAID_UNIT || form == AHD_SAID_COUNTED ||
           form == AHD_SAID_WITHIN || form == AHD_SAID_LASTING ||
           (form >= AHD_SAID_NTH && form <= AHD_SAID_AROUND);
}
