#include "acts/setting.h"

#include "acts/between.h"
#include "acts/fullest.h"
#include "acts/link.h"
#include "acts/merge.h"
#include "acts/scene.h"
#include "acts/sides.h"
#include "acts/venue.h"
#include "doc/look.h"

/* A time belongs to the act when no more words are between. */
enum { REACH = 16 };

/* A length of time or an hour says not which day. */
static bool tells_day(const ahd_time *t)
{
    return t->kind == AHD_TIME_POINT || t->kind == AHD_TIME_PERIOD ||
           t->kind == AHD_TIME_MOMENT;
}

/* Is one of the words that describe the agreement a word of signing? */
static bool tells_signing(const ahd_kb *kb, const ahd_doc *doc,
                          const ahd_agreement_ref *ref)
{
    for (uint32_t token = ref->head + 1; token < ref->end; token++)
        if (ahd_scene_may_tell(kb, doc, token, 1u << AHD_ACT_SIGN))
            return true;
    return false;
}

/* «اتفاق وقف إطلاق النار الموقع في جنيف في 23 أكتوبر»: the day that follows is
 * that of the signing, and of no other act. */
static bool dates_agreement(const ahd_kb *kb, const ahd_doc *doc,
                            const ahd_sentence *s, const ahd_time *t)
{
    enum { WORDS = 2 }; /* between: «في يوم» */

    for (uint32_t i = ahd_look_ref_from(doc, s->first);
         i < doc->agreements.count &&
         doc->agreements.items[i].first <= t->first;
         i++) {
        const ahd_agreement_ref *ref = &doc->agreements.items[i];
        if (t->first <= ref->end + WORDS && tells_signing(kb, doc, ref))
            return true;
    }
    return false;
}

/* «وقع الاتفاق بعد محادثات … الشهر المقبل»: nothing was done on a day that the
 * page has not seen yet. */
static bool is_to_come(const ahd_doc *doc, const ahd_act *act,
                       const ahd_time *t)
{
    return act->modality == AHD_ACTUAL && doc->published != AHD_NO_DAY &&
           t->from != AHD_NO_DAY && t->from > doc->published;
}

/* The nearest time of sentence `s`, into act->time; false when none is near. */
static bool time_in(const ahd_kb *kb, ahd_doc *doc, ahd_act *act,
                    const ahd_sentence *s)
{
    uint32_t nearest = REACH + 1;

    for (uint32_t i = ahd_look_time_from(doc, s->first);
         i < doc->times.count && doc->times.items[i].first < s->end; i++) {
        const ahd_time *t = &doc->times.items[i];
        uint32_t d = ahd_between_words(act, s, t->first, t->end);
        if (tells_day(t) && d < nearest && !is_to_come(doc, act, t) &&
            (act->type == AHD_ACT_SIGN || !dates_agreement(kb, doc, s, t))) {
            nearest = d;
            act->time = i;
        }
    }
    if (act->time == AHD_NONE)
        return false;
    act->from = doc->times.items[act->time].from;
    act->to = doc->times.items[act->time].to;
    return true;
}

/* What its own sentence does not say, another telling may. */
static void settle_act(const ahd_kb *kb, ahd_doc *doc, ahd_act *act)
{
    ahd_sentence own = ahd_look_around(doc, act->trigger_first);
    bool timed = time_in(kb, doc, act, &own);
    bool placed = ahd_venue_in(kb, doc, act, &own);

    for (uint32_t i = 0; i < act->tellings.count && !(timed && placed); i++) {
        uint32_t token = ahd_look_token_at(doc, act->tellings.items[i].start);
        ahd_sentence s = ahd_look_around(doc, token);
        timed = timed || time_in(kb, doc, act, &s);
        placed = placed || ahd_venue_in(kb, doc, act, &s);
    }
}

void ahd_acts_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_sides_resolve(kb, doc);
    if (doc->given.count == 0)
        ahd_merge_tellings(kb, doc);
    ahd_link_acts(kb, doc);
    ahd_fullest_names(doc, scratch);
    for (uint32_t i = 0; i < doc->acts.count; i++)
        settle_act(kb, doc, &doc->acts.items[i]);
}
