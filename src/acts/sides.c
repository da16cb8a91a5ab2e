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

/* The nearest mention of the actor before this one, or AHD_NONE. */
static uint32_t named_before(const ahd_doc *doc, uint32_t mention, uint32_t id)
{
    enum { LOOK_BACK = 40 };

    for (uint32_t i = mention; i-- > 0 && mention - i <= LOOK_BACK;)
        if (doc->mentions.items[i].id == id)
            return i;
    return AHD_NONE;
}

/* The words of a party: its last name in the text, else those for them all. */
static ahd_arg party_words(const ahd_doc *doc, const ahd_arg *words,
                           uint32_t actor)
{
    uint32_t named = named_before(doc, words->mention, actor);

    return named == AHD_NONE ? *words : ahd_look_arg(doc, named);
}

static ahd_args parties_as_args(const ahd_kb *kb, ahd_doc *doc,
                                const ahd_agreement *a, ahd_arg words)
{
    ahd_args args = {0};

    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(kb, a->first_party + i);
        if (p->role != AHD_PARTY_PARTY || p->actor == AHD_KB_NONE)
            continue;
        ahd_arg *arg = ahd_vec_push(doc->arena, &args);
        *arg = party_words(doc, &words, p->actor);
        arg->id = p->actor;
        arg->principal = AHD_NONE;
        arg->how = AHD_HOW_CONTEXT;
        arg->score = 0.7f;
    }
    return args;
}

/* Are the two that an argument stands for known? */
static bool is_two(const ahd_doc *doc, const ahd_arg *arg)
{
    return names_sides(doc, arg) &&
           doc->mentions.items[arg->mention].others == 2;
}

static void add_two(ahd_doc *doc, const ahd_arg *sides, ahd_args *out)
{
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t id = doc->mentions.items[sides->mention].other[i].id;
        uint32_t named = named_before(doc, sides->mention, id);
        if (named == AHD_NONE)
            continue;
        ahd_arg arg = ahd_look_arg(doc, named);
        arg.how = AHD_HOW_ANAPHOR;
        arg.score = 0.6f;
        *ahd_vec_push(doc->arena, out) = arg;
    }
}

static bool is_among(const ahd_args *args, uint32_t id)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].id == id)
            return true;
    return false;
}

/* «دعت قطر الطرفين»: she is neither of them. */
static bool are_others(const ahd_args *sides, const ahd_args *args)
{
    for (uint32_t i = 0; i < sides->count; i++)
        if (is_among(args, sides->items[i].id))
            return false;
    return true;
}

/* Whom the words mean in an act: the parties of its agreement, else the two who
 * were last named together; nobody when neither is known. */
static ahd_args meant_by(const ahd_kb *kb, ahd_doc *doc, const ahd_act *act,
                         ahd_arg sides)
{
    uint32_t id = agreement_of(doc, act);
    ahd_args parties = {0};

    if (id != AHD_NONE)
        parties = parties_as_args(kb, doc, ahd_kb_agreement_at(kb, id), sides);
    if (parties.count >= 2 && parties.count <= MOST_PARTIES)
        return parties;
    parties = (ahd_args){0};
    if (is_two(doc, &sides))
        add_two(doc, &sides, &parties);
    return parties;
}

static void resolve_source(const ahd_kb *kb, ahd_doc *doc, ahd_act *act)
{
    ahd_args meant = meant_by(kb, doc, act, act->source.items[0]);

    if (meant.count > 0)
        act->source = meant;
}

/* «السودان وتشاد … البلدين»: they are named besides. */
static void drop_named(const ahd_doc *doc, ahd_args *args)
{
    uint32_t named = 0, kept = 0;

    for (uint32_t i = 0; i < args->count; i++)
        named += !names_sides(doc, &args->items[i]);
    for (uint32_t i = 0; i < args->count; i++)
        if (named < 2 || !names_sides(doc, &args->items[i]))
            args->items[kept++] = args->items[i];
    args->count = kept;
}

static void add_all(ahd_doc *doc, const ahd_args *from, ahd_args *to)
{
    for (uint32_t i = 0; i < from->count; i++)
        if (!is_among(to, from->items[i].id))
            *ahd_vec_push(doc->arena, to) = from->items[i];
}

static void resolve_target(const ahd_kb *kb, ahd_doc *doc, ahd_act *act)
{
    ahd_args target = {0};

    for (uint32_t i = 0; i < act->target.count; i++) {
        ahd_arg arg = act->target.items[i];
        ahd_args meant = {0};
        if (is_two(doc, &arg))
            meant = meant_by(kb, doc, act, arg);
        if (meant.count > 0 && are_others(&meant, &act->source))
            add_all(doc, &meant, &target);
        else
            *ahd_vec_push(doc->arena, &target) = arg;
    }
    act->target = target;
}

void ahd_sides_resolve(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        if (are_sides(doc, &act->source))
            resolve_source(kb, doc, act);
        else
            drop_named(doc, &act->source);
        resolve_target(kb, doc, act);
    }
}
