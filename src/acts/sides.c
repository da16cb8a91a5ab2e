#include "acts/sides.h"

#include "doc/look.h"

/* More parties than this are not "the two sides". */
enum { MOST_PARTIES = 4 };

static bool names_sides(const ahd_doc *doc, const ahd_arg *arg)
{
    if (arg->id != AHD_NONE || arg->mention == AHD_NONE)
        return false;
    const ahd_mention *m = &doc->mentions.items[arg->mention];
    return m->kind == AHD_MENTION_GROUP &&
           ahd_look_hit_id(doc, m->first, AHD_TERM_CLASS, AHD_CLASS_SIDES);
}

/* The decided agreement of the act, else of its sentence. */
static uint32_t agreement_of(const ahd_doc *doc, const ahd_act *act)
{
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);

    for (uint32_t i = 0; i < act->agreements.count; i++) {
        uint32_t id = doc->agreements.items[act->agreements.items[i]].id;
        if (id != AHD_NONE)
            return id;
    }
    for (uint32_t i = ahd_look_ref_from(doc, s.first);
         i < doc->agreements.count && doc->agreements.items[i].first < s.end;
         i++)
        if (doc->agreements.items[i].id != AHD_NONE)
            return doc->agreements.items[i].id;
    return AHD_NONE;
}

/* The parties, each with the words that stand for them all. */
static ahd_args parties_as_args(const ahd_kb *kb, ahd_doc *doc,
                                const ahd_agreement *a, ahd_arg words)
{
    ahd_args args = {0};

    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(kb, a->first_party + i);
        if (p->role != AHD_PARTY_PARTY || p->actor == AHD_KB_NONE)
            continue;
        ahd_arg *arg = ahd_vec_push(doc->arena, &args);
        *arg = words;
        arg->id = p->actor;
        arg->principal = AHD_NONE;
        arg->how = AHD_HOW_CONTEXT;
        arg->score = 0.7f;
    }
    return args;
}

void ahd_sides_resolve(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        if (act->source.count != 1 || !names_sides(doc, &act->source.items[0]))
            continue;
        uint32_t id = agreement_of(doc, act);
        if (id == AHD_NONE)
            continue;
        ahd_args parties = parties_as_args(kb, doc, ahd_kb_agreement_at(kb, id),
                                           act->source.items[0]);
        if (parties.count >= 2 && parties.count <= MOST_PARTIES)
            act->source = parties;
    }
}
