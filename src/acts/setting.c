#include "acts/setting.h"

#include "acts/fullest.h"
#include "acts/link.h"
#include "acts/merge.h"
#include "acts/sides.h"
#include "doc/look.h"

/* A time or place belongs to the act when no more words are between. */
enum { TIME_REACH = 16, PLACE_REACH = 20 };

/* Words between the act and tokens [first, end); in another sentence than its
 * own, all are equally near. */
static uint32_t distance(const ahd_act *act, const ahd_sentence *s,
                         uint32_t first, uint32_t end)
{
    if (act->trigger_first < s->first || act->trigger_first >= s->end)
        return 0;
    if (first >= act->trigger_end)
        return first - act->trigger_end;
    return act->trigger_first >= end ? act->trigger_first - end : 0;
}

/* The nearest time of sentence `s`, into act->time; false when none is near. */
static bool time_in(ahd_doc *doc, ahd_act *act, const ahd_sentence *s)
{
    uint32_t nearest = TIME_REACH + 1;

    for (uint32_t i = ahd_look_time_from(doc, s->first);
         i < doc->times.count && doc->times.items[i].first < s->end; i++) {
        const ahd_time *t = &doc->times.items[i];
        uint32_t d = distance(act, s, t->first, t->end);
        if (!t->vague && d < nearest) {
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

/* «في جنيف»; of a state that is also a city («تونس»), the city. */
static uint32_t place_of(const ahd_doc *doc, const ahd_mention *m)
{
    if (m->kind == AHD_MENTION_PLACE)
        return m->id;
    const ahd_hit *hit = ahd_look_hit(doc, m->first, AHD_TERM_PLACE);
    return hit && m->kind == AHD_MENTION_STATE ? hit->id : AHD_NONE;
}

/* The nearest place after "in" in sentence `s`. */
static bool place_in(ahd_doc *doc, ahd_act *act, const ahd_sentence *s)
{
    uint32_t nearest = PLACE_REACH + 1;

    for (uint32_t m = ahd_look_mention_from(doc, s->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool in = mention->first > s->first &&
                  ahd_look_hit_id(doc, mention->first - 1, AHD_TERM_CLASS,
                                  AHD_CLASS_IN);
        uint32_t place = in ? place_of(doc, mention) : AHD_NONE;
        uint32_t d = distance(act, s, mention->first, mention->end);
        if (place == AHD_NONE || d >= nearest)
            continue;
        nearest = d;
        act->place = ahd_look_arg(doc, m);
        act->place.id = place;
        act->has_place = 1;
    }
    return act->has_place;
}

/* What its own sentence does not say, another telling may. */
static void settle_act(ahd_doc *doc, ahd_act *act)
{
    ahd_sentence own = ahd_look_around(doc, act->trigger_first);
    bool timed = time_in(doc, act, &own), placed = place_in(doc, act, &own);

    for (uint32_t i = 0; i < act->tellings.count && !(timed && placed); i++) {
        uint32_t token = ahd_look_token_at(doc, act->tellings.items[i].start);
        ahd_sentence s = ahd_look_around(doc, token);
        timed = timed || time_in(doc, act, &s);
        placed = placed || place_in(doc, act, &s);
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
        settle_act(doc, &doc->acts.items[i]);
}
