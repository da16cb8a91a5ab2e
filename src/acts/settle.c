#include "acts/settle.h"

#include "acts/fullest.h"
#include "acts/link.h"
#include "acts/merge.h"
#include "acts/sides.h"
#include "doc/look.h"

/* A time or place belongs to the act when no more words are between. */
enum { TIME_REACH = 16, PLACE_REACH = 20 };

static uint32_t distance(const ahd_act *act, uint32_t first, uint32_t end)
{
    if (first >= act->trigger_end)
        return first - act->trigger_end;
    return act->trigger_first >= end ? act->trigger_first - end : 0;
}

static void settle_time(ahd_doc *doc, ahd_act *act)
{
    uint32_t nearest = TIME_REACH + 1;

    const ahd_sentence *s = &doc->sentences.items[act->sentence];
    for (uint32_t i = ahd_look_time_from(doc, s->first);
         i < doc->times.count && doc->times.items[i].first < s->end; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (t->vague)
            continue;
        uint32_t d = distance(act, t->first, t->end);
        if (d < nearest) {
            nearest = d;
            act->time = i;
        }
    }
    if (act->time == AHD_NONE)
        return;
    act->from = doc->times.items[act->time].from;
    act->to = doc->times.items[act->time].to;
}

/* «في جنيف»: the nearest place after "in", in the act's own sentence. */
static void settle_place(ahd_doc *doc, ahd_act *act)
{
    const ahd_sentence *s = &doc->sentences.items[act->sentence];
    uint32_t nearest = PLACE_REACH + 1;

    for (uint32_t m = ahd_look_mention_from(doc, s->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool in = mention->first > s->first &&
                  ahd_look_hit_id(doc, mention->first - 1, AHD_TERM_CLASS,
                                  AHD_CLASS_IN);
        uint32_t d = distance(act, mention->first, mention->end);
        if (!in || mention->kind != AHD_MENTION_PLACE || d >= nearest)
            continue;
        nearest = d;
        act->place = ahd_look_arg(doc, m);
        act->place.id = mention->id;
        act->has_place = 1;
    }
}

void ahd_acts_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_sides_resolve(kb, doc);
    ahd_merge_tellings(kb, doc);
    ahd_link_acts(kb, doc);
    ahd_fullest_names(doc, scratch);
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        settle_time(doc, &doc->acts.items[i]);
        settle_place(doc, &doc->acts.items[i]);
    }
}
