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

/* Nobody is named but the sides, once or more: «الجانبان … البلدين». */
static bool are_sides(const ahd_doc *doc, const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (!names_sides(doc, &args->items[i]))
            return false;
    return args->count > 0;
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

static bool is_side(const ahd_mention *m)
{
    return m->id != AHD_NONE &&
           (m->kind == AHD_MENTION_STATE || m->kind == AHD_MENTION_GROUP ||
            m->kind == AHD_MENTION_ORGANISATION);
}

/* «السودان وتشاد … الجانبان»: the nearest two before that are named together;
 * the index of the first, or AHD_NONE. */
static uint32_t pair_before(const ahd_doc *doc, uint32_t mention)
{
    enum { LOOK_BACK = 24 };
    uint32_t stop = mention > LOOK_BACK ? mention - LOOK_BACK : 0;

    for (uint32_t i = mention; i-- > stop + 1;) {
        const ahd_mention *second = &doc->mentions.items[i];
        const ahd_mention *first = &doc->mentions.items[i - 1];
        bool joined = first->end == second->first &&
                      ahd_look_has_pro(doc, second->first, AHD_PRO_WA);
        bool apart =
            first->end + 1 == second->first &&
            ahd_look_hit_id(doc, first->end, AHD_TERM_CLASS, AHD_CLASS_AND);
        if ((joined || apart) && is_side(first) && is_side(second) &&
            first->id != second->id)
            return i - 1;
    }
    return AHD_NONE;
}

static void resolve_by_pair(ahd_doc *doc, ahd_act *act)
{
    uint32_t pair = pair_before(doc, act->source.items[0].mention);

    if (pair == AHD_NONE)
        return;
    act->source = (ahd_args){0};
    for (uint32_t i = pair; i < pair + 2; i++) {
        ahd_arg arg = ahd_look_arg(doc, i);
        arg.how = AHD_HOW_ANAPHOR;
        arg.score = 0.6f;
        *ahd_vec_push(doc->arena, &act->source) = arg;
    }
}

void ahd_sides_resolve(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        if (!are_sides(doc, &act->source))
            continue;
        uint32_t id = agreement_of(doc, act);
        if (id == AHD_NONE) {
            resolve_by_pair(doc, act);
            continue;
        }
        ahd_args parties = parties_as_args(kb, doc, ahd_kb_agreement_at(kb, id),
                                           act->source.items[0]);
        if (parties.count >= 2 && parties.count <= MOST_PARTIES)
            act->source = parties;
    }
}
