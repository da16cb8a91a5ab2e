#include "agreements/dateline.h"

#include "base/day.h"
#include "doc/look.h"

#include <string.h>

enum { MOST = 8, PARTS = 8, REACH = 12, FIRST_YEAR = 1990, LAST_YEAR = 2040 };

static const char *const weekdays[] = {"Monday",   "Tuesday", "Wednesday",
                                       "Thursday", "Friday",  "Saturday",
                                       "Sunday"};

/* How sure each kind of evidence is. */
static const float by_date = 0.95f, by_weekday = 0.9f, by_distance = 0.7f,
                   by_year_too = 0.5f, by_latest = 0.35f, by_year = 0.2f;

/* A candidate is taken from here on, if no other comes so near. */
static const float likely = 0.8f, margin = 0.15f;

/* ---------------------------------------------------------- candidates */

/* What says the same day for two reasons is surer, but guesses stay guesses. */
static float both(const ahd_dating *d, float score, ahd_str because)
{
    float more = d->score > score ? d->score : score;
    float sum = 1 - (1 - d->score) * (1 - score);

    if (ahd_str_eq(d->because, because))
        return more;
    return more < likely && sum >= likely ? likely - 0.01f : sum;
}

/* Sorted, likeliest first. */
static void add(ahd_doc *doc, ahd_day day, float score, ahd_str because)
{
    uint32_t i = 0;

    while (i < doc->datings.count && doc->datings.items[i].day != day)
        i++;
    if (i == doc->datings.count && i == MOST)
        return;
    if (i == doc->datings.count)
        *ahd_vec_push(doc->arena, &doc->datings) =
            (ahd_dating){day, score, because};
    else
        doc->datings.items[i].score =
            both(&doc->datings.items[i], score, because);
    ahd_dating *all = doc->datings.items, moved = all[i];
    for (; i > 0 && all[i - 1].score < moved.score; i--)
        all[i] = all[i - 1];
    all[i] = moved;
}

static ahd_str join(ahd_arena *arena, const ahd_str parts[PARTS])
{
    size_t len = 0, used = 0;

    for (int i = 0; i < PARTS; i++)
        len += parts[i].len;
    char *out = ahd_arena_alloc(arena, 1, len + 1);
    for (int i = 0; i < PARTS; i++) {
        if (parts[i].len > 0)
            memcpy(out + used, parts[i].ptr, parts[i].len);
        used += parts[i].len;
    }
    return (ahd_str){out, used};
}

static ahd_str iso(ahd_arena *arena, ahd_day day)
{
    char *out = ahd_arena_alloc(arena, 1, AHD_DAY_ISO);

    ahd_day_iso(day, out);
    return (ahd_str){out, AHD_DAY_ISO};
}

/* ---------------------------------------- a signing that the registry knows */

static bool is_today(const ahd_time *t)
{
    return t->relative && t->grain == AHD_GRAIN_DAY && t->ahead == 0;
}

/* "اليوم الاثنين": the weekday that the text calls today; -1 when none. */
static int today(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (is_today(t) && t->weekday >= 0)
            return t->weekday;
    }
    return -1;
}

/* Does the act sign an agreement whose day the registry has? */
static const ahd_agreement *signed_on(const ahd_kb *kb, const ahd_act *act,
                                      const ahd_agreement_ref *r)
{
    if (act->type != AHD_ACT_SIGN || act->modality != AHD_ACTUAL ||
        r->id == AHD_NONE)
        return NULL;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, r->id);
    bool known = a->date != AHD_KB_NO_DAY &&
                 ahd_str_eq(ahd_kb_str(kb, a->precision), AHD_STR("day"));
    return known ? a : NULL;
}

/* A weekday beside the signing that is the agreement's own. */
static bool is_on_its_weekday(const ahd_doc *doc, const ahd_act *act,
                              const ahd_agreement *a)
{
    const ahd_sentence *s = &doc->sentences.items[act->sentence];

    for (uint32_t i = ahd_look_time_from(doc, s->first);
         i < doc->times.count && doc->times.items[i].first < s->end; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (!is_today(t) && t->weekday >= 0 &&
            t->weekday == ahd_day_weekday(a->date))
            return true;
    }
    return false;
}

static void by_weekday_of(const ahd_kb *kb, ahd_doc *doc, int weekday,
                          const ahd_agreement *a)
{
    ahd_day day = a->date + (weekday - ahd_day_weekday(a->date) + 7) % 7;
    const ahd_str parts[PARTS] = {
        AHD_STR("the text calls today "),
        ahd_str_from(weekdays[weekday]),
        AHD_STR("; what it says was signed on "),
        ahd_str_from(weekdays[ahd_day_weekday(a->date)]),
        AHD_STR(" is the registry's \""),
        ahd_kb_str(kb, a->en),
        AHD_STR("\" of "),
        join(doc->arena, (const ahd_str[PARTS]){iso(doc->arena, a->date),
                                                AHD_STR(", days before")})};

    add(doc, day, by_weekday, join(doc->arena, parts));
}

/* How many days ago: of "yesterday" 1, of "a week ago" 7; -1 when it does not
 * say. */
static int days_ago(const ahd_doc *doc, const ahd_time *t)
{
    const ahd_said *s = &doc->said.items[t->said + 1];

    if (!t->relative || t->grain != AHD_GRAIN_DAY || t->ahead > 0)
        return -1;
    if (s->form == AHD_SAID_DAY && s->weekday == AHD_UNSAID)
        return -s->shift;
    float days = s->amount[AHD_GRAIN_DAY] + 7 * s->amount[AHD_GRAIN_WEEK];
    if (s->form != AHD_SAID_AWAY || s->amount[AHD_GRAIN_MONTH] > 0 ||
        s->amount[AHD_GRAIN_YEAR] > 0 || days < 1 || days > 60)
        return -1;
    return (int)days;
}

/* "signed three days ago" */
static void by_distance_of(const ahd_kb *kb, ahd_doc *doc, const ahd_act *act,
                           const ahd_agreement *a)
{
    uint32_t from = act->trigger_first > REACH ? act->trigger_first - REACH : 0;
    const ahd_sentence *s = &doc->sentences.items[act->sentence];

    for (uint32_t i =
             ahd_look_time_from(doc, from > s->first ? from : s->first);
         i < doc->times.count &&
         doc->times.items[i].first < act->trigger_end + REACH &&
         doc->times.items[i].first < s->end;
         i++) {
        const ahd_time *t = &doc->times.items[i];
        int ago = days_ago(doc, t);
        if (ago < 0)
            continue;
        const ahd_str parts[PARTS] = {AHD_STR("what it says was signed \""),
                                      ahd_doc_words(doc, t->at),
                                      AHD_STR("\" is the registry's \""),
                                      ahd_kb_str(kb, a->en),
                                      AHD_STR("\" of "),
                                      iso(doc->arena, a->date)};
        add(doc, a->date + ago, by_distance, join(doc->arena, parts));
    }
}

static void by_signings(const ahd_kb *kb, ahd_doc *doc)
{
    int weekday = today(doc);

    for (uint32_t i = 0; i < doc->acts.count; i++) {
        const ahd_act *act = &doc->acts.items[i];
        for (uint32_t k = 0; k < act->agreements.count; k++) {
            const ahd_agreement *a = signed_on(
                kb, act, &doc->agreements.items[act->agreements.items[k]]);
            if (a && weekday >= 0 && is_on_its_weekday(doc, act, a))
                by_weekday_of(kb, doc, weekday, a);
            else if (a)
                by_distance_of(kb, doc, act, a);
        }
    }
}

/* --------------------------------------------------- dates that are told */

static bool is_full_day(const ahd_time *t)
{
    return t->full && t->grain == AHD_GRAIN_DAY && t->from == t->to &&
           t->from != AHD_NO_DAY &&
           (t->kind == AHD_TIME_POINT || t->kind == AHD_TIME_MOMENT);
}

/* «اليوم السبت 18 فيفري 2017» */
static void by_today(ahd_doc *doc, const ahd_time *t)
{
    const ahd_said *s = &doc->said.items[t->said + 1];

    if (s->form != AHD_SAID_DATE || s->shift == AHD_UNSAID)
        return;
    const ahd_str parts[PARTS] = {AHD_STR("the text says \""),
                                  ahd_doc_words(doc, t->at), AHD_STR("\"")};
    add(doc, t->from - s->shift, by_date, join(doc->arena, parts));
}

static void by_latest_day(ahd_doc *doc)
{
    const ahd_time *latest = NULL;

    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (!is_full_day(t))
            continue;
        by_today(doc, t);
        if (latest == NULL || t->from > latest->from)
            latest = t;
    }
    if (latest == NULL)
        return;
    const ahd_str parts[PARTS] = {
        AHD_STR("the latest day that the text tells is \""),
        ahd_doc_words(doc, latest->at),
        AHD_STR("\"; it may be of that day or a later one")};
    add(doc, latest->from, by_latest, join(doc->arena, parts));
}

/* ------------------------------------------- weekdays that fit some years */

static int year_of(ahd_day day)
{
    int year, month, mday;

    ahd_day_split(day, &year, &month, &mday);
    return year;
}

/* The latest year that the text tells, or that of an agreement it names. */
static int year_told(const ahd_kb *kb, const ahd_doc *doc)
{
    int latest = 0;

    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (t->full && t->from != AHD_NO_DAY && year_of(t->from) > latest &&
            year_of(t->from) < LAST_YEAR)
            latest = year_of(t->from);
    }
    for (uint32_t i = 0; i < doc->agreements.count; i++) {
        uint32_t id = doc->agreements.items[i].id;
        ahd_day day =
            id == AHD_NONE ? AHD_KB_NO_DAY : ahd_kb_agreement_at(kb, id)->date;
        if (day != AHD_KB_NO_DAY && year_of(day) > latest)
            latest = year_of(day);
    }
    return latest;
}

/* «الجمعة 23 أكتوبر» was in 2009, 2015, 2020 ...: those from the year told on,
 * the first likeliest. */
static void by_weekday_and_date(ahd_doc *doc, const ahd_time *t, int told)
{
    const ahd_said *s = &doc->said.items[t->said + 1];
    int found = 0;

    if (t->full || s->form != AHD_SAID_DATE || s->weekday == AHD_UNSAID ||
        s->month == AHD_UNSAID || s->mday == AHD_UNSAID || s->hijri)
        return;
    for (int y = told > FIRST_YEAR ? told : FIRST_YEAR;
         y < LAST_YEAR && found < 3; y++) {
        ahd_day day = ahd_day_of(y, s->month, s->mday);
        if (day == AHD_NO_DAY || ahd_day_weekday(day) != s->weekday)
            continue;
        const ahd_str parts[PARTS] = {
            AHD_STR("the text says \""), ahd_doc_words(doc, t->at),
            AHD_STR("\", and that day was a "),
            ahd_str_from(weekdays[s->weekday]),
            y == told ? AHD_STR(" in the year that it tells")
                      : AHD_STR(" in that year")};
        add(doc, day, y == told ? by_year_too : by_year,
            join(doc->arena, parts));
        found++;
    }
}

static void by_years(const ahd_kb *kb, ahd_doc *doc)
{
    int told = year_told(kb, doc);

    for (uint32_t i = 0; i < doc->times.count && told > 0; i++)
        by_weekday_and_date(doc, &doc->times.items[i], told);
}

bool ahd_dateline_infer(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)scratch;
    if (doc->published != AHD_NO_DAY)
        return false;
    by_signings(kb, doc);
    by_latest_day(doc);
    by_years(kb, doc);
    if (doc->datings.count == 0)
        return false;
    const ahd_dating *best = &doc->datings.items[0];
    bool clear = doc->datings.count == 1 ||
                 best->score - doc->datings.items[1].score >= margin;
    if (best->score < likely || !clear)
        return false;
    doc->published = best->day;
    doc->dated = AHD_DATED_INFERRED;
    doc->dated_because = best->because;
    return true;
}
