#include "reviews/decided.h"

#include "reviews/keyed.h"

const char *const ahd_decision_names[AHD_DECISIONS] = {
    "confirm", "correct", "reject", "merge", "split", "link", "note", "undo"};

enum {
    WINDOW = 256,  /* acts that are looked at around an anchor */
    ANCHORS = 16,  /* of an item's reviews, the newest, that look for it */
    CHOICES = 4,   /* acts that an item is offered */
    REVIEWERS = 16 /* of an item, whose differences are looked for */
};

/* An item and an act that it may be. */
typedef struct pairing {
    int64_t score;
    uint32_t item, act;
} pairing;

typedef struct work {
    const ahd_decided_in *in;
    ahd_arena *arena;
    ahd_decided out;
    uint32_t *by_item;     /* reviews by item and number */
    uint32_t *act_item;    /* by act: its item, or NONE */
    uint32_t reviewed;     /* items [0, reviewed) have reviews */
    uint32_t *first, *end; /* by item: of by_item */
    AHD_VEC(pairing) pairings;
} work;

ahd_decision ahd_decision_find(ahd_str name)
{
    unsigned i = 0;

    while (i < AHD_DECISIONS &&
           !ahd_str_eq(name, ahd_str_from(ahd_decision_names[i])))
        i++;
    return (ahd_decision)i;
}

/* --------------------------------------------------------------- sorting */

static void sort_acts(work *w)
{
    ahd_keyed *keys = ahd_new(w->arena, ahd_keyed, w->in->act_count + 1);

    for (uint32_t i = 0; i < w->in->act_count; i++)
        keys[i] = (ahd_keyed){w->in->acts[i].at.trigger.start, i};
    w->out.by_place = ahd_keyed_sort(w->arena, keys, w->in->act_count);
}

/* Reviews stand in order of number, so the index breaks ties by number. */
static void sort_reviews(work *w)
{
    ahd_keyed *keys = ahd_new(w->arena, ahd_keyed, w->in->review_count + 1);

    for (uint32_t i = 0; i < w->in->review_count; i++)
        keys[i] = (ahd_keyed){w->in->reviews[i].item, i};
    w->by_item = ahd_keyed_sort(w->arena, keys, w->in->review_count);
}

/* ----------------------------------------------------------------- undone */

static uint32_t find_review(const ahd_decided_in *in, int64_t number)
{
    uint32_t low = 0, high = in->review_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (in->reviews[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < in->review_count && in->reviews[low].number == number)
        return low;
    return AHD_DECIDED_NONE;
}

/* From the newest on, so that an undoing that was undone does nothing. */
static void mark_undone(work *w)
{
    w->out.undone = ahd_new(w->arena, bool, w->in->review_count + 1);
    for (uint32_t i = w->in->review_count; i-- > 0;) {
        const ahd_decided_review *r = &w->in->reviews[i];
        if (r->decision != AHD_DECISION_UNDO || w->out.undone[i])
            continue;
        uint32_t target = find_review(w->in, r->undoes);
        if (target < i)
            w->out.undone[target] = true;
    }
}

/* ------------------------------------------------------- which act it is */

/* The first of by_place whose trigger starts at `start` or behind. */
static uint32_t first_from(const work *w, uint32_t start)
{
    uint32_t low = 0, high = w->in->act_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->in->acts[w->out.by_place[middle]].at.trigger.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef struct choice {
    int64_t score;
    uint32_t act;
} choice;

/* The best CHOICES, best first; of equal ones the earlier act. */
static void keep_choice(choice *best, int64_t score, uint32_t act)
{
    for (int i = 0; i < CHOICES; i++) {
        if (best[i].score > 0 && best[i].act == act) {
            best[i].score = score > best[i].score ? score : best[i].score;
            return;
        }
        if (score > best[i].score) {
            choice moved = best[i];
            best[i] = (choice){score, act};
            score = moved.score;
            act = moved.act;
        }
        if (score == 0)
            return;
    }
}

static void look_between(const work *w, const ahd_anchor *at,
                         const ahd_labels *then, ahd_span bytes, choice *best)
{
    uint32_t i = first_from(w, bytes.start);

    for (int k = 0; k < WINDOW && i < w->in->act_count; k++, i++) {
        uint32_t act = w->out.by_place[i];
        const ahd_decided_act *a = &w->in->acts[act];
        if (a->at.trigger.start >= ahd_span_end(bytes))
            return;
        int likeness = ahd_anchor_likeness(at, &a->at);
        if (likeness > 0)
            keep_choice(best,
                        (int64_t)likeness * (AHD_LABELS + 1) +
                            ahd_label_count_same(then, &a->machine),
                        act);
    }
}

/* At the trigger first; in the sentence when nothing is there. */
static void look_for(const work *w, const ahd_anchor *at,
                     const ahd_labels *then, choice best[CHOICES])
{
    enum { BEFORE = 200 }; /* bytes: a trigger is a few words */
    uint32_t start = at->trigger.start;
    uint32_t from = start < BEFORE ? 0 : start - BEFORE;

    if (at->trigger.len == 0)
        return;
    look_between(w, at, then, (ahd_span){start, at->trigger.len}, best);
    if (best[0].score == 0)
        look_between(w, at, then, (ahd_span){from, start - from}, best);
    if (best[0].score == 0)
        look_between(w, at, then, at->sentence, best);
}

/* The review that made the item an act of its own; or NULL. */
static const ahd_decided_review *split_off(const work *w, uint32_t item)
{
    const ahd_decided_review *r = &w->in->reviews[w->by_item[w->first[item]]];

    return r->decision == AHD_DECISION_SPLIT && r->number == r->item &&
                   r->set.has != 0
               ? r
               : NULL;
}

/* What a person split off is the machine's only where it reads just that. */
static bool may_be(const work *w, uint32_t item, uint32_t act)
{
    const ahd_decided_review *r = split_off(w, item);
    const ahd_labels *machine = &w->in->acts[act].machine;

    if (r == NULL)
        return true;
    for (int i = 0; i < AHD_LABELS; i++)
        if ((r->set.has >> i & 1) &&
            !ahd_label_same(r->set.value[i], machine->value[i]))
            return false;
    return true;
}

static void offer(work *w, uint32_t item)
{
    choice best[CHOICES] = {{0, 0}};
    uint32_t first = w->first[item], end = w->end[item];

    for (uint32_t i = end; i > first && end - i < ANCHORS; i--) {
        const ahd_decided_review *r = &w->in->reviews[w->by_item[i - 1]];
        look_for(w, &r->at, &r->then, best);
    }
    for (int i = 0; i < CHOICES && best[i].score > 0; i++)
        if (may_be(w, item, best[i].act))
            *ahd_vec_push(w->arena, &w->pairings) =
                (pairing){best[i].score, item, best[i].act};
}

/* The likest pairs first; an act is one item, and an item one act. */
static void assign(work *w)
{
    ahd_keyed *keys = ahd_new(w->arena, ahd_keyed, w->pairings.count + 1);

    for (uint32_t i = 0; i < w->pairings.count; i++)
        keys[i] = (ahd_keyed){-w->pairings.items[i].score, i};
    uint32_t *order = ahd_keyed_sort(w->arena, keys, w->pairings.count);
    for (uint32_t i = 0; i < w->pairings.count; i++) {
        const pairing *p = &w->pairings.items[order[i]];
        ahd_decided_item *item = &w->out.items.items[p->item];
        if (item->act != AHD_DECIDED_NONE ||
            w->act_item[p->act] != AHD_DECIDED_NONE)
            continue;
        item->act = p->act;
        w->act_item[p->act] = p->item;
    }
}

/* ---------------------------------------------------------- what is said */

/* Who decided each field last, of the first few reviewers. */
typedef struct opinion {
    ahd_str by;
    uint32_t fields;
    bool whole;
} opinion;

typedef struct opinions {
    opinion of[REVIEWERS];
    int count;
} opinions;

static opinion *opinion_of(opinions *all, ahd_str by)
{
    for (int i = 0; i < all->count; i++)
        if (ahd_str_eq(all->of[i].by, by))
            return &all->of[i];
    if (all->count == REVIEWERS)
        return NULL;
    all->of[all->count] = (opinion){.by = by};
    return &all->of[all->count++];
}

/* A field that this review says something of; newer ones were taken before. */
static void take_field(ahd_decided_item *item, const ahd_decided_review *r,
                       int field, opinion *who)
{
    ahd_str value = r->set.value[field];

    if (item->by[field] == 0) {
        item->by[field] = r->number;
        item->labelled.value[field] = value;
        item->labelled.has |= 1u << field;
        item->disagrees |=
            (uint32_t)((item->machine.has >> field & 1) &&
                       !ahd_label_same(item->machine.value[field], value) &&
                       !ahd_label_same(item->machine.value[field],
                                       r->then.value[field]))
            << field;
    } else if (who && !(who->fields >> field & 1) &&
               !ahd_label_same(item->labelled.value[field], value))
        item->contested |= 1u << field;
    if (who)
        who->fields |= 1u << field;
}

/* Is it an act at all? Rejecting says no; all that works on it says yes. */
static void take_whole(ahd_decided_item *item, const ahd_decided_review *r,
                       opinion *who)
{
    bool rejects = r->decision == AHD_DECISION_REJECT;

    if (r->decision == AHD_DECISION_NOTE || r->decision == AHD_DECISION_UNDO)
        return;
    if (item->decided == 0) {
        item->decided = r->number;
        item->gone = rejects;
    } else if (who && !who->whole && item->gone != rejects)
        item->contested_whole = true;
    if (who)
        who->whole = true;
}

/* The newest review that has links of a role says all of that role. */
static void take_links(work *w, ahd_decided_item *item,
                       const ahd_decided_review *r)
{
    uint32_t before = item->links.count;

    for (uint32_t i = 0; i < r->links.count; i++) {
        bool said = false;
        for (uint32_t k = 0; k < before && !said; k++)
            said =
                ahd_str_eq(item->links.items[k].role, r->links.items[i].role);
        if (!said)
            *ahd_vec_push(w->arena, &item->links) = r->links.items[i];
    }
}

static void take_review(work *w, ahd_decided_item *item, uint32_t review,
                        opinions *all)
{
    const ahd_decided_review *r = &w->in->reviews[review];
    opinion *who = opinion_of(all, r->by);

    for (int i = 0; i < AHD_LABELS; i++)
        if (r->set.has >> i & 1)
            take_field(item, r, i, who);
    take_whole(item, r, who);
    if (item->links.count + r->links.count < WINDOW)
        take_links(w, item, r);
}

/* What was there when nothing is read now: the newest review knows. */
static void remember(const work *w, ahd_decided_item *item, uint32_t at)
{
    const ahd_decided_review *r = &w->in->reviews[w->by_item[w->end[at] - 1]];

    item->at = r->at;
    item->about_all = r->at.trigger.len == 0;
    item->then = r->then;
    if (item->act != AHD_DECIDED_NONE) {
        item->at = w->in->acts[item->act].at;
        item->machine = w->in->acts[item->act].machine;
        item->then = item->machine;
    }
    item->current = item->then;
    item->orphan = item->act == AHD_DECIDED_NONE && !item->about_all &&
                   split_off(w, at) == NULL;
}

static void fold(work *w, uint32_t at)
{
    ahd_decided_item *item = &w->out.items.items[at];
    opinions all = {.count = 0};

    remember(w, item, at);
    for (uint32_t i = w->end[at]; i-- > w->first[at];) {
        w->out.item_of[w->by_item[i]] = at;
        if (!w->out.undone[w->by_item[i]])
            take_review(w, item, w->by_item[i], &all);
    }
    for (int i = 0; i < AHD_LABELS; i++)
        if (item->labelled.has >> i & 1)
            item->current.value[i] = item->labelled.value[i];
    item->current.has = AHD_LABEL_ALL;
    item->gone |= item->about_all ||
                  (item->act == AHD_DECIDED_NONE && item->decided == 0);
    item->n = item->act != AHD_DECIDED_NONE ? w->in->acts[item->act].n
              : item->about_all             ? 0
                                            : AHD_DECIDED_ADDED + item->item;
}

/* --------------------------------------------------------------- merging */

/* Did a later review of the same item take the merging back? */
static bool is_split_again(const work *w, uint32_t item, uint32_t review)
{
    const ahd_decided_review *m = &w->in->reviews[review];

    for (uint32_t i = w->end[item]; i-- > w->first[item];) {
        const ahd_decided_review *r = &w->in->reviews[w->by_item[i]];
        if (r->number <= m->number)
            return false;
        if (r->decision == AHD_DECISION_SPLIT &&
            !w->out.undone[w->by_item[i]] &&
            ahd_anchor_likeness(&r->pair.at, &m->pair.at) > 0)
            return true;
    }
    return false;
}

static uint32_t item_at(const work *w, const ahd_decided_pair *pair)
{
    choice best[CHOICES] = {{0, 0}};
    const ahd_labels none = {.has = 0};

    look_for(w, &pair->at, &none, best);
    return best[0].score > 0 ? w->act_item[best[0].act] : AHD_DECIDED_NONE;
}

/* The other act is gone into this one, unless later words on it say no. */
static void merge(work *w, uint32_t review)
{
    const ahd_decided_review *r = &w->in->reviews[review];
    uint32_t into = w->out.item_of[review];

    if (r->decision != AHD_DECISION_MERGE || w->out.undone[review] ||
        !ahd_str_eq(r->pair.what, AHD_STR("act")) ||
        !ahd_str_eq(r->pair.sha256, w->in->sha256) ||
        w->out.items.items[into].gone)
        return;
    uint32_t other = item_at(w, &r->pair);
    if (other == AHD_DECIDED_NONE || other == into ||
        w->out.items.items[other].decided > r->number ||
        is_split_again(w, into, review))
        return;
    w->out.items.items[other].gone = true;
    w->out.items.items[other].into = w->out.items.items[into].n;
}

/* ------------------------------------------------------------ all of it */

static void add_reviewed(work *w)
{
    uint32_t count = w->in->review_count;

    w->first = ahd_new(w->arena, uint32_t, count + 1);
    w->end = ahd_new(w->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        int64_t number = w->in->reviews[w->by_item[i]].item;
        uint32_t items = w->out.items.count;
        if (items == 0 || w->out.items.items[items - 1].item != number) {
            *ahd_vec_push(w->arena, &w->out.items) =
                (ahd_decided_item){.item = number, .act = AHD_DECIDED_NONE};
            w->first[items++] = i;
        }
        w->end[items - 1] = i + 1;
    }
    w->reviewed = w->out.items.count;
}

/* Acts that nobody reviewed are items too, without a number. */
static void add_others(work *w)
{
    for (uint32_t i = 0; i < w->in->act_count; i++) {
        const ahd_decided_act *a = &w->in->acts[i];
        if (w->act_item[i] != AHD_DECIDED_NONE)
            continue;
        w->act_item[i] = w->out.items.count;
        *ahd_vec_push(w->arena, &w->out.items) =
            (ahd_decided_item){.act = i,
                               .n = a->n,
                               .at = a->at,
                               .machine = a->machine,
                               .then = a->machine,
                               .current = a->machine};
    }
}

/* ----------------------------------------------------------- ids as one */

static void tell_as(work *w)
{
    const ahd_aliases *aliases = &w->in->aliases;
    const ahd_map ids = ahd_alias_index(aliases, w->arena);

    for (uint32_t i = 0; ids.count > 0 && i < w->out.items.count; i++) {
        ahd_str *value = w->out.items.items[i].current.value;
        for (int k = AHD_LABEL_SOURCE; k <= AHD_LABEL_VIA; k++)
            value[k] = ahd_alias_value(aliases, &ids, AHD_STR("actor"),
                                       value[k], w->arena);
        value[AHD_LABEL_AGREEMENT] =
            ahd_alias_value(aliases, &ids, AHD_STR("agreement"),
                            value[AHD_LABEL_AGREEMENT], w->arena);
    }
}

static bool is_corrected(const ahd_decided_item *item)
{
    for (int i = 0; i < AHD_LABELS; i++)
        if (!ahd_label_same(item->current.value[i], item->machine.value[i]))
            return true;
    return false;
}

static const char *state_of(const ahd_decided_item *item)
{
    if (item->into != 0)
        return "merged";
    if (item->gone)
        return item->decided ? "rejected" : "";
    if (item->act == AHD_DECIDED_NONE)
        return "added";
    if (is_corrected(item))
        return "corrected";
    if (item->labelled.has == AHD_LABEL_ALL)
        return "confirmed";
    return item->decided ? "reviewed" : "";
}

/* Items by the number they have in lists. */
static void order(work *w)
{
    uint32_t count = w->out.items.count;
    ahd_keyed *keys = ahd_new(w->arena, ahd_keyed, count + 1);
    ahd_decided_item *items = ahd_new(w->arena, ahd_decided_item, count + 1);
    uint32_t *moved = ahd_new(w->arena, uint32_t, count + 1);

    for (uint32_t i = 0; i < count; i++)
        keys[i] = (ahd_keyed){w->out.items.items[i].n, i};
    uint32_t *to = ahd_keyed_sort(w->arena, keys, count);
    for (uint32_t i = 0; i < count; i++) {
        items[i] = w->out.items.items[to[i]];
        moved[to[i]] = i;
    }
    w->out.items.items = items;
    for (uint32_t i = 0; i < w->in->review_count; i++)
        w->out.item_of[i] = moved[w->out.item_of[i]];
}

ahd_decided ahd_decided_make(const ahd_decided_in *in, ahd_arena *arena)
{
    work w = {.in = in, .arena = arena};

    w.out.item_of = ahd_new(arena, uint32_t, in->review_count + 1);
    w.act_item = ahd_new(arena, uint32_t, in->act_count + 1);
    for (uint32_t i = 0; i < in->act_count; i++)
        w.act_item[i] = AHD_DECIDED_NONE;
    sort_acts(&w);
    sort_reviews(&w);
    mark_undone(&w);
    add_reviewed(&w);
    for (uint32_t i = 0; i < w.reviewed; i++)
        offer(&w, i);
    assign(&w);
    for (uint32_t i = 0; i < w.reviewed; i++)
        fold(&w, i);
    add_others(&w);
    for (uint32_t i = 0; i < in->review_count; i++)
        merge(&w, i);
    tell_as(&w);
    for (uint32_t i = 0; i < w.out.items.count; i++)
        w.out.items.items[i].state = state_of(&w.out.items.items[i]);
    order(&w);
    return w.out;
}

bool ahd_decided_stands(const ahd_decided_in *in, const ahd_decided *standing,
                        uint32_t review)
{
    const ahd_decided_review *r = &in->reviews[review];
    const ahd_decided_item *item =
        &standing->items.items[standing->item_of[review]];

    if (standing->undone[review])
        return false;
    if (r->decision >= AHD_DECISION_MERGE || item->decided == r->number)
        return true;
    for (int i = 0; i < AHD_LABELS; i++)
        if (item->by[i] == r->number)
            return true;
    return false;
}

uint32_t ahd_decided_find(const ahd_decided_in *in, const ahd_decided *standing,
                          const ahd_anchor *at)
{
    const work w = {.in = in, .out = *standing};
    const ahd_labels none = {.has = 0};
    choice best[CHOICES] = {{0, 0}};

    look_for(&w, at, &none, best);
    return best[0].score > 0 ? best[0].act : AHD_DECIDED_NONE;
}
