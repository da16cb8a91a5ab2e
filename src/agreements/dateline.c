#include "agreements/dateline.h"

#include "base/day.h"
#include "doc/look.h"

#include <string.h>

static const char *const weekdays[] = {"Monday",   "Tuesday", "Wednesday",
                                       "Thursday", "Friday",  "Saturday",
                                       "Sunday"};

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

/* A weekday beside the signing that is the agreement's own. */
static bool is_anchor(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *act,
                      const ahd_agreement_ref *r)
{
    if (act->type != AHD_ACT_SIGN || act->modality != AHD_ACTUAL ||
        r->id == AHD_NONE)
        return false;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, r->id);
    if (a->date == AHD_KB_NO_DAY ||
        !ahd_str_eq(ahd_kb_str(kb, a->precision), AHD_STR("day")))
        return false;
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

static size_t add(char *out, size_t used, ahd_str s)
{
    memcpy(out + used, s.ptr, s.len);
    return used + s.len;
}

static void explain(const ahd_kb *kb, ahd_doc *doc, int weekday, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(kb, id);
    ahd_str name = ahd_kb_str(kb, a->en);
    char *out = ahd_arena_alloc(doc->arena, 1, name.len + 256);
    char day[AHD_DAY_ISO];
    size_t n = 0;

    n = add(out, n, AHD_STR("the text calls today "));
    n = add(out, n, ahd_str_from(weekdays[weekday]));
    n = add(out, n, AHD_STR("; what it says was signed on "));
    n = add(out, n, ahd_str_from(weekdays[ahd_day_weekday(a->date)]));
    n = add(out, n, AHD_STR(" is the registry's \""));
    n = add(out, n, name);
    n = add(out, n, AHD_STR("\" of "));
    ahd_day_iso(a->date, day);
    n = add(out, n, (ahd_str){day, sizeof day});
    n = add(out, n, AHD_STR(", days before"));
    doc->dated_because = (ahd_str){out, n};
}

bool ahd_dateline_infer(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    int weekday = today(doc);

    (void)scratch;
    if (doc->published != AHD_NO_DAY || weekday < 0)
        return false;
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        const ahd_act *act = &doc->acts.items[i];
        for (uint32_t k = 0; k < act->agreements.count; k++) {
            const ahd_agreement_ref *r =
                &doc->agreements.items[act->agreements.items[k]];
            if (!is_anchor(kb, doc, act, r))
                continue;
            ahd_day day = ahd_kb_agreement_at(kb, r->id)->date;
            doc->published = day + (weekday - ahd_day_weekday(day) + 7) % 7;
            doc->dated = AHD_DATED_INFERRED;
            explain(kb, doc, weekday, r->id);
            return true;
        }
    }
    return false;
}
