#include "time/days.h"

#include "base/day.h"
#include "doc/look.h"
#include "time/dates.h"

/* ------------------------------------------------------------ the clause */

static bool ends_clause(const ahd_doc *doc, uint32_t token)
{
    static const char *const stops[] = {"،",  ",", "؛", ";", ".",
                                        "\"", "«", "»", NULL};

    for (const char *const *stop = stops; *stop; stop++)
        if (ahd_look_is(doc, token, *stop))
            return true;
    return false;
}

static bool is_future(const ahd_doc *doc, uint32_t token)
{
    if (ahd_look_hit_id(doc, token, AHD_TERM_CLASS, AHD_CLASS_FUTURE))
        return true;
    const ahd_token *t = &doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_VERB && hit->pro & AHD_PRO_SA)
            return true;
    }
    return false;
}

/* A time is between commas often: «، الجمعة، »; then the clause before it is
 * its own. */
static bool is_of_future(const ahd_doc *doc, const ahd_time *t)
{
    const ahd_sentence *s = &doc->sentences.items[t->sentence];
    uint32_t first = t->first, end = t->end;

    first -= first > s->first && ends_clause(doc, first - 1);
    while (first > s->first && !ends_clause(doc, first - 1))
        first--;
    while (end < s->end && !ends_clause(doc, end))
        end++;
    for (uint32_t i = first; i < end; i++)
        if ((i < t->first || i >= t->end) && is_future(doc, i))
            return true;
    return false;
}

/* -------------------------------------------------------------- the forms */

/* The nearest such weekday to `near`, at most three days away. */
static ahd_day nearest_weekday(ahd_day near, int weekday)
{
    int ahead = (weekday - ahd_day_weekday(near) + 7) % 7;

    return near + (ahead > 3 ? ahead - 7 : ahead);
}

static ahd_day settle_weekday(const ahd_doc *doc, const ahd_time *t)
{
    ahd_day day = doc->published;
    int ahead = (t->weekday - ahd_day_weekday(day) + 7) % 7;

    if (t->offset > 0)
        return day + (ahead ? ahead : 7);
    if (t->offset < 0)
        return day - (ahead ? 7 - ahead : 7);
    if (is_of_future(doc, t))
        return day + ahead;
    return ahead ? day + ahead - 7 : day;
}

/* The year that brings a date without one nearest to the document; a weekday
 * that was said with it decides first. */
static int nearest_year(const ahd_doc *doc, const ahd_time *t)
{
    int year, month, mday, best = 0;
    int64_t least = INT64_MAX;
    bool ahead = is_of_future(doc, t);

    ahd_day_split(doc->published, &year, &month, &mday);
    for (int y = year - 1; y <= year + 1; y++) {
        ahd_day day = ahd_day_of(y, t->month, t->mday ? t->mday : 15);
        if (day == AHD_NO_DAY)
            continue;
        int64_t away = (int64_t)day - doc->published;
        bool wrong_way =
            (t->offset < 0 && y > year) || (t->offset > 0 && y < year) ||
            (t->offset * away < 0 && y == year && t->month != month);
        /* News tell the past: the future must be nearer by half. */
        int64_t cost = (away < 0 ? -away : away * (ahead ? 1 : 2)) +
                       (wrong_way ? 1000 : 0);
        if (t->weekday >= 0 && ahd_day_weekday(day) != t->weekday)
            cost += 2000;
        if (cost < least) {
            least = cost;
            best = y;
        }
    }
    return best;
}

static void settle_date(const ahd_doc *doc, ahd_time *t)
{
    ahd_time full = *t;

    full.year = (int16_t)nearest_year(doc, t);
    ahd_dates_settle(&full);
    t->from = full.from;
    t->to = full.to;
}

static void settle_months(const ahd_doc *doc, ahd_time *t)
{
    int year, month, mday;

    ahd_day_split(doc->published, &year, &month, &mday);
    int64_t months = (int64_t)year * 12 + month - 1 + t->offset;
    if (months < 12 || months >= 9999 * 12)
        return;
    year = (int)(months / 12);
    month = (int)(months % 12) + 1;
    t->from = ahd_day_of(year, month, 1);
    t->to = ahd_day_of(year, month, ahd_day_month_length(year, month));
}

static void settle_years(const ahd_doc *doc, ahd_time *t)
{
    int year, month, mday;

    ahd_day_split(doc->published, &year, &month, &mday);
    t->from = ahd_day_of(year + t->offset, 1, 1);
    t->to = ahd_day_of(year + t->offset, 12, 31);
}

static void settle_offset(const ahd_doc *doc, ahd_time *t)
{
    ahd_day day = doc->published;

    switch ((ahd_grain)t->grain) {
    case AHD_GRAIN_DAY:
        day += t->offset;
        t->from = t->to =
            t->weekday >= 0 ? nearest_weekday(day, t->weekday) : day;
        break;
    case AHD_GRAIN_WEEK:
        t->from = day - ahd_day_weekday(day) + 7 * t->offset;
        t->to = t->from + 6;
        break;
    case AHD_GRAIN_MONTH:
        settle_months(doc, t);
        break;
    case AHD_GRAIN_YEAR:
        settle_years(doc, t);
        break;
    }
}

static void settle(const ahd_doc *doc, ahd_time *t)
{
    bool full = t->form == AHD_TIME_DATE && t->year != 0;

    if (full || t->vague)
        return;
    t->from = t->to = AHD_NO_DAY;
    if (doc->published == AHD_NO_DAY)
        return;
    if (t->form == AHD_TIME_DATE)
        settle_date(doc, t);
    else if (t->form == AHD_TIME_WEEKDAY)
        t->from = t->to = settle_weekday(doc, t);
    else
        settle_offset(doc, t);
}

void ahd_time_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t i = 0; i < doc->times.count; i++)
        settle(doc, &doc->times.items[i]);
}
