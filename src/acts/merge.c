#include "acts/merge.h"

#include "doc/look.h"

/* A lead is the first sentence of the body, or the second. */
enum { LEAD_SENTENCES = 2 };

/* One actor, however named: by id, else by the same mention. */
static bool same_arg(const ahd_arg *a, const ahd_arg *b)
{
    if (a->id != AHD_NONE && b->id != AHD_NONE)
        return a->id == b->id;
    return a->mention != AHD_NONE && a->mention == b->mention;
}

static uint32_t institution(const ahd_arg *a)
{
    return a->principal != AHD_NONE ? a->principal : a->id;
}

/* A person, the institution he acts for and the state above it tell the same:
 * «وزير الداخلية القطري» in the body, «قطر» in the title. */
static bool kindred(const ahd_kb *kb, const ahd_arg *a, const ahd_arg *b)
{
    uint32_t x = institution(a), y = institution(b);

    if (same_arg(a, b))
        return true;
    bool two_people = a->id != AHD_NONE && b->id != AHD_NONE &&
                      a->principal != AHD_NONE && b->principal != AHD_NONE;
    if (x == AHD_NONE || y == AHD_NONE || two_people)
        return false;
    return ahd_kb_is_of(kb, x, y) || ahd_kb_is_of(kb, y, x);
}

static uint32_t shared(const ahd_kb *kb, const ahd_args *a, const ahd_args *b)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (kindred(kb, &a->items[i], &b->items[j])) {
                count++;
                break;
            }
    return count;
}

/* Both lists may be empty; one that is empty says nothing against. */
static bool agree(const ahd_kb *kb, const ahd_args *a, const ahd_args *b)
{
    return a->count == 0 || b->count == 0 || shared(kb, a, b) > 0;
}

static const ahd_agreement_ref *first_ref(const ahd_doc *doc, const ahd_act *a)
{
    return a->agreements.count ? &doc->agreements.items[a->agreements.items[0]]
                               : NULL;
}

static bool is_candidate(const ahd_agreement_ref *r, uint32_t id)
{
    for (uint8_t i = 0; i < r->others; i++)
        if (r->other[i].id == id)
            return true;
    return false;
}

/* Both about one agreement: the same one of the registry, an open one that
 * may be it, or neither known but called by the same noun. */
static bool same_agreement(const ahd_doc *doc, const ahd_act *a,
                           const ahd_act *b)
{
    const ahd_agreement_ref *x = first_ref(doc, a), *y = first_ref(doc, b);

    if (x == NULL || y == NULL)
        return false;
    if (x->id != AHD_NONE && y->id != AHD_NONE)
        return x->id == y->id;
    if (x->id != AHD_NONE)
        return is_candidate(y, x->id);
    if (y->id != AHD_NONE)
        return is_candidate(x, y->id);
    /* «مفاوضات» and «المفاوضات» may be any talks: only the same words count. */
    if (x->noun == AHD_NOUN_TALKS)
        return ahd_str_eq(ahd_doc_words(doc, x->at), ahd_doc_words(doc, y->at));
    return x->noun == y->noun;
}

static bool is_title_or_lead(const ahd_doc *doc, const ahd_act *act)
{
    return act->sentence < LEAD_SENTENCES + (doc->title_len > 0);
}

static bool is_title(const ahd_doc *doc, const ahd_act *act)
{
    return act->sentence == 0 && doc->title_len > 0;
}

static bool is_charge(const ahd_act *act)
{
    return act->type == AHD_ACT_ACCUSE || act->type == AHD_ACT_BREACH;
}

/* Read as an accusation of its own, by whom the other accuses, of nobody or of
 * the accuser: «بخرق الهدنة». */
static bool is_by_the_accused(const ahd_kb *kb, const ahd_act *a,
                              const ahd_act *b)
{
    return a->type == AHD_ACT_ACCUSE && a->source.count > 0 &&
           shared(kb, &a->source, &b->target) == a->source.count &&
           shared(kb, &a->target, &b->source) == a->target.count;
}

/* Is `a` what `b` charges somebody with, read as that one's own charge? */
static bool is_turned_round(const ahd_kb *kb, const ahd_act *a,
                            const ahd_act *b)
{
    return b->type == AHD_ACT_ACCUSE && a->sentence == b->sentence &&
           is_by_the_accused(kb, a, b);
}

/* «الاتفاق يشكل خرقا» in a title, and in the body a spokesman who says so. */
static bool retells_charge(const ahd_kb *kb, const ahd_doc *doc,
                           const ahd_act *a, const ahd_act *b)
{
    /* «اتهم الحوثيين بخرق الهدنة»: the breach is what the accusation says. */
    if (is_turned_round(kb, a, b) ||
        (a->type == AHD_ACT_BREACH && b->type == AHD_ACT_ACCUSE &&
         a->sentence == b->sentence))
        return true;
    return is_charge(a) && is_charge(b) &&
           (a->type != b->type || a->source.count == 0) &&
           is_title_or_lead(doc, a) && b->type == AHD_ACT_ACCUSE &&
           (agree(kb, &a->target, &b->target) || same_agreement(doc, a, b));
}

/* «الجارتان» have signed much: their names must stand there. */
static bool is_named(const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].how == AHD_HOW_ANAPHOR)
            return false;
    return args->count > 1;
}

/* One signing: each side of the shorter list has its own in the longer. */
static bool same_signing(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *a,
                         const ahd_act *b)
{
    const ahd_agreement_ref *x = first_ref(doc, a), *y = first_ref(doc, b);
    bool decided = x && y && x->id != AHD_NONE && y->id != AHD_NONE;

    if (decided && x->id == y->id)
        return agree(kb, &a->source, &b->source);
    if (decided || a->source.count == 0 || a->source.count > b->source.count)
        return a->source.count == 0 && same_agreement(doc, a, b);
    return shared(kb, &a->source, &b->source) == a->source.count &&
           ((is_named(&a->source) && is_named(&b->source)) ||
            same_agreement(doc, a, b));
}

/* Those who met are the same people, not only of the same states. */
static bool same_meeting(const ahd_args *a, const ahd_args *b)
{
    uint32_t same = 0;

    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (same_arg(&a->items[i], &b->items[j])) {
                same++;
                break;
            }
    return same >= 2 && same == a->count;
}

static bool same_word(const ahd_doc *doc, const ahd_act *a, const ahd_act *b)
{
    const ahd_segment *x = ahd_look_host(doc, a->trigger_first);
    const ahd_segment *y = ahd_look_host(doc, b->trigger_first);

    return x && y && ahd_str_eq(x->lemma, y->lemma);
}

/* Does `a` tell what `b` tells? */
static bool repeats(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *a,
                    const ahd_act *b)
{
    if (retells_charge(kb, doc, a, b))
        return true;
    if (a->type != b->type || a->modality != b->modality)
        return false;
    if (a->sentence == b->sentence && a->source.count + a->target.count == 0)
        return true;
    if (a->type == AHD_ACT_SIGN)
        return same_signing(kb, doc, a, b);
    if (a->source.count == 0 && a->target.count == 0)
        return same_agreement(doc, a, b) && a->sentence != b->sentence;
    if (shared(kb, &a->source, &b->source) == 0)
        return false;
    if (is_title(doc, a) && agree(kb, &a->target, &b->target))
        return true;
    if (a->type == AHD_ACT_MEET)
        return same_meeting(&a->source, &b->source);
    if (a->target.count > 0 && b->target.count > 0)
        return shared(kb, &a->target, &b->target) > 0 &&
               (a->sentence == b->sentence || is_title_or_lead(doc, a) ||
                same_word(doc, a, b) || same_agreement(doc, a, b));
    return same_agreement(doc, a, b) || a->sentence == b->sentence;
}

static bool all_known(const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].id == AHD_NONE)
            return false;
    return args->count > 0;
}

static bool is_of_people(const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].principal == AHD_NONE)
            return false;
    return args->count > 0;
}

/* How much an act says: the fuller telling is kept, of those as full the surer,
 * and of a charge the one that has its speaker. Titles are shorter than what
 * they head; who acted is named more closely by name than by state; what
 * somebody only says in passing others tell better. */
static int fullness(const ahd_doc *doc, const ahd_act *a)
{
    return 16 * (a->type == AHD_ACT_ACCUSE) + 8 * !is_title(doc, a) +
           4 * (a->source.count > 0) + 2 * all_known(&a->source) +
           2 * is_of_people(&a->source) + 2 * (a->target.count > 0) +
           2 * !a->has_speaker + (a->agreements.count > 0) +
           (int)(4 * a->confidence);
}

static bool has_direct_words(const ahd_doc *doc, const ahd_act *a)
{
    return a->content.len > 0 && a->quote != AHD_NONE &&
           doc->quotes.items[a->quote].direct;
}

/* The quotation's own words, where one telling has them, are kept. */
static void keep_words(const ahd_doc *doc, ahd_act *kept, const ahd_act *other)
{
    if (has_direct_words(doc, other) && !has_direct_words(doc, kept)) {
        kept->content = other->content;
        kept->quote = other->quote;
    }
}

/* Of two tellings of a charge, accused is whom both accuse. */
static void narrow_accused(ahd_act *kept, const ahd_act *other)
{
    uint32_t same = 0;

    for (uint32_t i = 0; i < other->target.count; i++)
        for (uint32_t k = 0; k < kept->target.count; k++)
            same += same_arg(&other->target.items[i], &kept->target.items[k]);
    if (is_charge(kept) && is_charge(other) && same > 0 &&
        same == other->target.count && same < kept->target.count)
        kept->target = other->target;
}

static void add_telling(ahd_doc *doc, ahd_act *kept, const ahd_act *other)
{
    keep_words(doc, kept, other);
    narrow_accused(kept, other);
    if (other->sentence != kept->sentence)
        *ahd_vec_push(doc->arena, &kept->tellings) =
            doc->sentences.items[other->sentence].at;
    for (uint32_t i = 0; i < other->tellings.count; i++)
        *ahd_vec_push(doc->arena, &kept->tellings) = other->tellings.items[i];
}

/* The earlier act that `act` belongs with, or AHD_NONE. Looks back over a
 * bounded number of acts, so that a page of ten thousand stays linear. */
static uint32_t partner(const ahd_kb *kb, const ahd_doc *doc, uint32_t kept,
                        const ahd_act *act)
{
    enum { LOOK_BACK = 64 };

    for (uint32_t i = 0; i < kept; i++) {
        if (kept - i > LOOK_BACK && i > 8)
            i = kept - LOOK_BACK;
        const ahd_act *other = &doc->acts.items[i];
        if (repeats(kb, doc, act, other) || repeats(kb, doc, other, act))
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

/* Does `a` tell better than `b` what both tell? */
static bool is_better(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *a,
                      const ahd_act *b)
{
    int more = fullness(doc, a) - fullness(doc, b);
    bool turned = is_turned_round(kb, a, b);

    if (turned != is_turned_round(kb, b, a))
        return !turned;
    return more > 0 || (more == 0 && a->confidence > b->confidence);
}

static void merge_once(const ahd_kb *kb, ahd_doc *doc)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act act = doc->acts.items[i];
        uint32_t p = partner(kb, doc, kept, &act);
        if (p == AHD_NONE) {
            doc->acts.items[kept++] = act;
            continue;
        }
        ahd_act *other = &doc->acts.items[p];
        if (is_better(kb, doc, &act, other)) {
            ahd_act less = *other;
            *other = act;
            add_telling(doc, other, &less);
        } else
            add_telling(doc, other, &act);
    }
    doc->acts.count = kept;
}

void ahd_merge_tellings(const ahd_kb *kb, ahd_doc *doc)
{
    /* Twice: what two earlier acts have in common may show only in a third. */
    merge_once(kb, doc);
    merge_once(kb, doc);
    sort_acts(doc);
}
