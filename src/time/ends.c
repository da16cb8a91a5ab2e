#include "time/ends.h"

/* Is its year left to the direction one looks in? */
bool ahd_ends_float(const ahd_reckoner *l, const ahd_said *s)
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
        return s->a != 0 && ahd_ends_float(l, &l->all[s->a]);
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
static void ends_of(const ahd_reckoner *l, const ahd_said *s, ahd_said out[4])
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

static ahd_reckoned reckon_end(const ahd_reckoner *l, const ahd_said *end,
                               ahd_day from, ahd_toward toward);

/* Both ends float: the last is to come and the first before it, or the first
 * is past and the last after it. */
static void float_both(const ahd_reckoner *l, const ahd_said ends[4],
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

ahd_reckoned ahd_ends_range(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_said ends[4];
    ahd_reckoned at[2];
    ahd_day today = l->anchor->day;
    ahd_toward toward = l->anchor->toward;

    ends_of(l, s, ends);
    bool first = ahd_ends_float(l, &ends[1]),
         last = ahd_ends_float(l, &ends[2]);
    if (first && last) {
        float_both(l, ends, at);
    } else {
        at[0] = first ? ahd_reckoner_none()
                      : reckon_end(l, &ends[1], today, toward);
        at[1] = last ? reckon_end(l, &ends[2], at[0].from, AHD_TOWARD_FUTURE)
                     : reckon_end(l, &ends[2], today, toward);
        if (first)
            at[0] = reckon_end(l, &ends[1], at[1].from, AHD_TOWARD_PAST);
    }
    if (at[0].from == AHD_NO_DAY || at[1].to == AHD_NO_DAY ||
        at[0].from > at[1].to)
        return ahd_reckoner_none();
    ahd_reckoned r = ahd_reckoner_days(at[0].from, at[1].to);
    r.stop = at[1].from;
    return r;
}

/* "since May", "until Friday" */
ahd_reckoned ahd_ends_open(const ahd_reckoner *l, const ahd_said *s)
{
    ahd_reckoned at = ahd_reckoner_node(l, s->a), r = ahd_reckoner_none();
    bool since = s->form == AHD_SAID_SINCE;
    int sign = since ? 1 : -1;

    if (at.from == AHD_NO_DAY)
        return r;
    if (since)
        r.from = ahd_reckoner_away(at.from, s, sign);
    else
        r.to = ahd_reckoner_away(at.to, s, sign);
    r.stop = r.to;
    return r;
}

static ahd_reckoned reckon_end(const ahd_reckoner *l, const ahd_said *end,
                               ahd_day from, ahd_toward toward)
{
    ahd_anchor anchor = *l->anchor;
    ahd_reckoner there = {l->all, &anchor};

    if (ahd_ends_float(l, end) || from != anchor.day)
        anchor.toward = toward;
    if (ahd_ends_float(l, end))
        anchor.day = from;
    if (anchor.day == AHD_NO_DAY && ahd_ends_float(l, end))
        return ahd_reckoner_none();
    return ahd_reckoner_said(&there, end);
}
