#include "acts/venue.h"

#include "acts/between.h"
#include "doc/look.h"

/* Words are said anywhere: only a place right beside them is theirs. */
enum { REACH = 20, REACH_OF_WORDS = 8 };

/* Acts that are done at some place, by more than words. */
static bool is_somewhere(const ahd_act *act)
{
    static const uint32_t somewhere =
        1u << AHD_ACT_SIGN | 1u << AHD_ACT_NEGOTIATE | 1u << AHD_ACT_MEET |
        1u << AHD_ACT_MEDIATE | 1u << AHD_ACT_IMPLEMENT | 1u << AHD_ACT_BREACH;

    return somewhere & 1u << act->type;
}

/* The row of a country among places, of a state. */
static uint32_t country_place(const ahd_kb *kb, uint32_t state)
{
    ahd_str code = ahd_kb_str(kb, ahd_kb_actor_at(kb, state)->country);

    for (uint32_t i = 0; i < kb->places.count; i++) {
        const ahd_place *p = ahd_kb_place_at(kb, i);
        if (ahd_str_eq(ahd_kb_str(kb, p->type), AHD_STR("country")) &&
            ahd_str_eq(ahd_kb_str(kb, p->country), code))
            return i;
    }
    return AHD_NONE;
}

/* «في جنيف»; of a state that is also a city («تونس»), the city; of a visit
 * the country. */
static uint32_t place_of(const ahd_kb *kb, const ahd_doc *doc,
                         const ahd_act *act, const ahd_mention *m)
{
    if (m->kind == AHD_MENTION_PLACE)
        return m->id;
    if (m->kind != AHD_MENTION_STATE)
        return AHD_NONE;
    const ahd_hit *hit = ahd_look_hit(doc, m->first, AHD_TERM_PLACE);
    if (hit)
        return hit->id;
    bool visit = act->type == AHD_ACT_MEET && m->id != AHD_NONE;
    return visit ? country_place(kb, m->id) : AHD_NONE;
}

/* «في جنيف», «بالخرطوم», "in Geneva"; of a visit «إلى قطر», «لتونس» too. */
static bool is_inside(const ahd_doc *doc, const ahd_act *act,
                      const ahd_mention *m)
{
    bool meets = act->type == AHD_ACT_MEET;
    uint32_t before = m->first - 1;

    if (m->first == 0)
        return false;
    if (ahd_look_hit_id(doc, before, AHD_TERM_CLASS, AHD_CLASS_LOCALITY))
        before = before > 0 ? before - 1 : 0;
    if (ahd_look_hit_id(doc, before, AHD_TERM_CLASS, AHD_CLASS_IN) ||
        ahd_look_has_pro(doc, m->first, AHD_PRO_BI) ||
        ahd_look_has_pro(doc, before, AHD_PRO_BI))
        return true;
    return meets &&
           (ahd_look_hit_id(doc, before, AHD_TERM_CLASS, AHD_CLASS_TO) ||
            ahd_look_has_pro(doc, m->first, AHD_PRO_LI));
}

static void put(const ahd_doc *doc, ahd_act *act, uint32_t mention,
                uint32_t place)
{
    act->place = ahd_look_arg(doc, mention);
    act->place.id = place;
    act->has_place = 1;
}

bool ahd_venue_in(const ahd_kb *kb, const ahd_doc *doc, ahd_act *act,
                  const ahd_sentence *s)
{
    uint32_t nearest = (is_somewhere(act) ? REACH : REACH_OF_WORDS) + 1;

    for (uint32_t i = ahd_look_mention_from(doc, s->first);
         i < doc->mentions.count && doc->mentions.items[i].first < s->end;
         i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        uint32_t d = ahd_between_words(act, s, m->first, m->end);
        if (m->first <= s->first || d >= nearest || !is_inside(doc, act, m))
            continue;
        uint32_t place = place_of(kb, doc, act, m);
        if (place == AHD_NONE)
            continue;
        nearest = d;
        put(doc, act, i, place);
    }
    return act->has_place;
}
