#include "events/occasion.h"

#include "doc/look.h"

enum { NEAR = 20 };

static uint32_t distance(const ahd_event *event, uint32_t first, uint32_t end)
{
    if (first >= event->trigger_end)
        return first - event->trigger_end;
    return end <= event->trigger_first ? event->trigger_first - end : 0;
}

/* «في عدن», «بمدينة عدن», "in Aden". */
static bool is_inside(const ahd_episode *e, const ahd_mention *m)
{
    const ahd_doc *doc = e->doc;
    uint32_t before = m->first - 1;

    if (m->first == 0 || m->kind != AHD_MENTION_PLACE)
        return false;
    if (ahd_episode_is_class(e, before, AHD_CLASS_LOCALITY) && before > 0)
        before--;
    return ahd_episode_is_class(e, before, AHD_CLASS_IN) ||
           ahd_look_has_pro(doc, m->first, AHD_PRO_BI) ||
           ahd_look_has_pro(doc, before + 1, AHD_PRO_BI);
}

static void find_place(const ahd_episode *e, ahd_event *event)
{
    const ahd_doc *doc = e->doc;
    uint32_t nearest = NEAR + 1;

    for (uint32_t i = ahd_look_mention_from(doc, e->sentence.first);
         i < doc->mentions.count &&
         doc->mentions.items[i].first < e->sentence.end;
         i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        uint32_t d = distance(event, m->first, m->end);
        if (d >= nearest || !is_inside(e, m))
            continue;
        nearest = d;
        event->place = ahd_look_arg(doc, i);
        event->place.id = m->id;
        event->has_place = 1;
    }
}

static void find_time(const ahd_episode *e, ahd_event *event)
{
    const ahd_doc *doc = e->doc;
    uint32_t nearest = NEAR + 1;

    for (uint32_t i = ahd_look_time_from(doc, e->sentence.first);
         i < doc->times.count && doc->times.items[i].first < e->sentence.end;
         i++) {
        const ahd_time *t = &doc->times.items[i];
        uint32_t d = distance(event, t->first, t->end);
        if (d < nearest &&
            (t->kind == AHD_TIME_POINT || t->kind == AHD_TIME_PERIOD ||
             t->kind == AHD_TIME_MOMENT)) {
            nearest = d;
            event->time = i;
        }
    }
}

void ahd_occasion_find(const ahd_episode *e, ahd_event *event)
{
    find_place(e, event);
    find_time(e, event);
}
