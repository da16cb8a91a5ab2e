#include "acts/merge.h"

/* A lead is the first sentence of the body, or the second. */
enum { LEAD_SENTENCES = 2 };

/* One actor, however named: by id, else by the same mention. */
static bool same_arg(const ahd_arg *a, const ahd_arg *b)
{
    if (a->id != AHD_NONE && b->id != AHD_NONE)
        return a->id == b->id;
    return a->mention != AHD_NONE && a->mention == b->mention;
}

/* A person and the institution he acts for tell the same: «المسماري» in the
 * body, «الجيش الليبي» in the lead. */
static bool kindred(const ahd_arg *a, const ahd_arg *b)
{
    if (same_arg(a, b))
        return true;
    return (a->principal != AHD_NONE && a->principal == b->id) ||
           (b->principal != AHD_NONE && b->principal == a->id);
}

static bool share(const ahd_args *a, const ahd_args *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (kindred(&a->items[i], &b->items[j]))
                return true;
    return false;
}

/* Both lists may be empty; one that is empty says nothing against. */
static bool agree(const ahd_args *a, const ahd_args *b)
{
    return a->count == 0 || b->count == 0 || share(a, b);
}

static bool same_noun(const ahd_doc *doc, const ahd_act *a, const ahd_act *b)
{
    if (a->agreements.count == 0 || b->agreements.count == 0)
        return false;
    const ahd_agreement_ref *x = &doc->agreements.items[a->agreements.items[0]];
    const ahd_agreement_ref *y = &doc->agreements.items[b->agreements.items[0]];
    return x->noun == y->noun ||
           (x->others > 0 && y->others > 0 && x->other[0].id == y->other[0].id);
}

static bool is_title_or_lead(const ahd_doc *doc, const ahd_act *act)
{
    return act->sentence < LEAD_SENTENCES + (doc->title_len > 0);
}

static bool is_charge(const ahd_act *act)
{
    return act->type == AHD_ACT_ACCUSE || act->type == AHD_ACT_BREACH;
}

/* «الاتفاق يشكل خرقا» in a title, and in the body a spokesman who says so. */
static bool retells_charge(const ahd_doc *doc, const ahd_act *a,
                           const ahd_act *b)
{
    return is_charge(a) && is_charge(b) &&
           (a->type != b->type || a->source.count == 0) &&
           is_title_or_lead(doc, a) && b->type == AHD_ACT_ACCUSE &&
           agree(&a->target, &b->target);
}

/* Does `a` tell what `b` tells? */
static bool repeats(const ahd_doc *doc, const ahd_act *a, const ahd_act *b)
{
    if (retells_charge(doc, a, b))
        return true;
    if (a->type != b->type || a->modality != b->modality)
        return false;
    if (a->source.count == 0 && a->target.count == 0)
        return same_noun(doc, a, b) && a->sentence != b->sentence;
    if (!share(&a->source, &b->source))
        return false;
    if (a->target.count > 0 && b->target.count > 0)
        return share(&a->target, &b->target);
    return same_noun(doc, a, b) ||
           (a->agreements.count == 0 && b->agreements.count == 0 &&
            a->sentence == b->sentence);
}

/* How much an act says: the fuller telling is kept. */
static int fullness(const ahd_doc *doc, const ahd_act *a)
{
    return 4 * (a->source.count > 0) + 2 * (a->target.count > 0) +
           2 * (a->agreements.count > 0) + (a->content.len > 0) +
           2 * a->has_via + (a->type == AHD_ACT_ACCUSE) +
           !is_title_or_lead(doc, a);
}

static void add_telling(ahd_doc *doc, ahd_act *kept, const ahd_act *other)
{
    *ahd_vec_push(doc->arena, &kept->tellings) =
        doc->sentences.items[other->sentence].at;
    for (uint32_t i = 0; i < other->tellings.count; i++)
        *ahd_vec_push(doc->arena, &kept->tellings) = other->tellings.items[i];
}

/* The earlier act that `act` belongs with, or AHD_NONE. Looks back over a
 * bounded number of acts, so that a page of ten thousand stays linear. */
static uint32_t partner(const ahd_doc *doc, uint32_t kept, const ahd_act *act)
{
    enum { LOOK_BACK = 64 };

    for (uint32_t i = 0; i < kept; i++) {
        if (kept - i > LOOK_BACK && i > 8)
            i = kept - LOOK_BACK;
        const ahd_act *other = &doc->acts.items[i];
        if (repeats(doc, act, other) || repeats(doc, other, act))
            return i;
    }
    return AHD_NONE;
}

/* Order by where the trigger stands; few are out of place. */
static void sort_acts(ahd_doc *doc)
{
    ahd_act *acts = doc->acts.items;

    for (uint32_t i = 1; i < doc->acts.count; i++) {
        ahd_act act = acts[i];
        uint32_t j = i;
        for (; j > 0 && acts[j - 1].trigger_first > act.trigger_first; j--)
            acts[j] = acts[j - 1];
        acts[j] = act;
    }
}

void ahd_merge_tellings(ahd_doc *doc, ahd_arena *scratch)
{
    uint32_t kept = 0;

    (void)scratch;
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act act = doc->acts.items[i];
        uint32_t p = partner(doc, kept, &act);
        if (p == AHD_NONE) {
            doc->acts.items[kept++] = act;
            continue;
        }
        ahd_act *other = &doc->acts.items[p];
        if (fullness(doc, &act) > fullness(doc, other)) {
            ahd_act less = *other;
            *other = act;
            add_telling(doc, other, &less);
        } else
            add_telling(doc, other, &act);
    }
    doc->acts.count = kept;
    sort_acts(doc);
}
