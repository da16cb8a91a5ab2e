#include "disputes/dispute.h"

#include "base/map.h"
#include "disputes/reply.h"

#include <stdlib.h>

const char *const ahd_rung_names[] = {
    "unnamed sources",
    "one speaker",
    "several speakers of one side",
    "speakers of several sides",
    "reported as fact by an outlet of no party",
    "admitted",
    "found by the monitor",
    NULL,
};
const char *const ahd_claimant_names[] = {
    "speaker", "unnamed", "outlet", "unplaced", "accused", "monitor", NULL,
};

/* A claim before it has a dispute. */
typedef struct loose {
    ahd_str agreement;
    uint32_t row;
    ahd_side accused; /* AHD_SIDE_UNKNOWN: nobody known */
    ahd_claim claim;
} loose;

typedef AHD_VEC(loose) looses;

typedef struct finder {
    ahd_standing *s;
    looses all;
    ahd_map rows; /* kb row of an agreement's id, + 1 */
} finder;

/* ---------------------------------------------------------------- claims */

static const ahd_report *first_of(const ahd_standing *s,
                                  const ahd_occurrence *o)
{
    return &s->reports.items[o->first];
}

static bool is_claim(const ahd_report *t)
{
    return (t->type == AHD_ACT_ACCUSE || t->type == AHD_ACT_BREACH) &&
           t->modality == AHD_ACTUAL && t->bonds.count > 0;
}

/* Who accuses: of a breach that is told as a fact, the outlet. */
static ahd_whos claimants_of(ahd_report *t, bool *as_fact)
{
    static ahd_who nobody = {.actor = AHD_NONE, .principal = AHD_NONE};

    *as_fact = t->type == AHD_ACT_BREACH && !ahd_report_is_who(&t->speaker);
    if (*as_fact)
        return (ahd_whos){&t->outlet, 1, 1};
    if (t->type == AHD_ACT_BREACH)
        return (ahd_whos){&t->speaker, 1, 1};
    return t->source.count > 0 ? t->source : (ahd_whos){&nobody, 1, 1};
}

static const ahd_whos *accused_of(const ahd_report *t)
{
    return t->type == AHD_ACT_ACCUSE ? &t->target : &t->source;
}

static uint32_t row_of(finder *f, ahd_str agreement)
{
    uint32_t *row = ahd_map_put(f->s->arena, &f->rows, agreement);

    if (*row == 0) {
        uint32_t found = ahd_kb_find_agreement(f->s->kb, agreement);
        *row = found == AHD_KB_NONE ? AHD_NONE : found + 1;
    }
    return *row == AHD_NONE ? AHD_NONE : *row - 1;
}

static ahd_claimant_kind kind_of(const loose *l, bool as_fact)
{
    const ahd_side *side = &l->claim.side;

    if (side->kind != AHD_SIDE_UNKNOWN && ahd_str_eq(side->id, l->accused.id))
        return AHD_CLAIMANT_ACCUSED;
    if (side->kind == AHD_SIDE_MONITOR)
        return AHD_CLAIMANT_MONITOR;
    if (as_fact && side->kind == AHD_SIDE_UNKNOWN)
        return AHD_CLAIMANT_UNPLACED;
    if (as_fact && side->kind == AHD_SIDE_OTHER)
        return AHD_CLAIMANT_OUTLET;
    return side->kind == AHD_SIDE_UNKNOWN && l->claim.claimant.id.len == 0
               ? AHD_CLAIMANT_UNNAMED
               : AHD_CLAIMANT_SPEAKER;
}

/* What of a telling is the same for all that it accuses. */
typedef struct charge {
    ahd_str agreement;
    uint32_t occurrence, telling;
    ahd_whos claimants;
    bool as_fact;
} charge;

/* The same claimant against the same side, told before; or NULL. */
static loose *find_loose(finder *f, uint32_t from, const loose *l)
{
    for (uint32_t i = from; i < f->all.count; i++)
        if (ahd_str_eq(f->all.items[i].accused.id, l->accused.id) &&
            ahd_report_same(&f->all.items[i].claim.claimant,
                            &l->claim.claimant))
            return &f->all.items[i];
    return NULL;
}

static loose *add_loose(finder *f, const loose *l)
{
    loose *out = ahd_vec_push(f->s->arena, &f->all);

    *out = *l;
    return out;
}

/* Two accused of one side are one claim, told once. */
static void add_telling(finder *f, ahd_claim *claim, uint32_t telling)
{
    uint32_t count = claim->tellings.count;

    if (count == 0 || claim->tellings.items[count - 1] != telling)
        *ahd_vec_push(f->s->arena, &claim->tellings) = telling;
}

/* Who accuses an ally admits nothing: he must be of the accused himself, or of
 * the party that both are. */
static void part_allies(const finder *f, loose *l, const ahd_who *accused)
{
    const ahd_who *by = &l->claim.claimant;
    ahd_day day = l->claim.day;

    if (l->claim.side.kind != AHD_SIDE_OTHER || by->actor == AHD_NONE ||
        accused->actor == AHD_NONE ||
        !ahd_str_eq(l->claim.side.id, l->accused.id) ||
        ahd_kb_is_side(f->s->kb, by->actor, accused->actor, day) ||
        (by->principal != AHD_NONE &&
         ahd_kb_is_side(f->s->kb, by->principal, accused->actor, day)))
        return;
    l->claim.side.id = by->id;
}

/* `accused` may be NULL: nobody who is known. */
static void charge_with(finder *f, const charge *c, const ahd_who *accused,
                        uint32_t from)
{
    const ahd_report *t = &f->s->reports.items[c->telling];
    ahd_day day = ahd_report_day(t);

    for (uint32_t i = 0; i < c->claimants.count; i++) {
        loose l = {.agreement = c->agreement,
                   .row = row_of(f, c->agreement),
                   .claim = {.occurrence = c->occurrence,
                             .day = day,
                             .claimant = c->claimants.items[i]}};
        l.claim.side = ahd_side_of(f->s->kb, l.row, &l.claim.claimant, day);
        if (accused) {
            l.accused = ahd_side_of(f->s->kb, l.row, accused, day);
            part_allies(f, &l, accused);
        }
        l.claim.kind = kind_of(&l, c->as_fact);
        loose *known = find_loose(f, from, &l);
        known = known ? known : add_loose(f, &l);
        add_telling(f, &known->claim, c->telling);
    }
}

/* Once for every accused whose side is known; for nobody when none is. */
static void charge_all(finder *f, charge *c, uint32_t from)
{
    ahd_report *t = &f->s->reports.items[c->telling];
    const ahd_whos *accused = accused_of(t);
    bool known = false;

    c->claimants = claimants_of(t, &c->as_fact);
    for (uint32_t i = 0; i < accused->count; i++) {
        if (accused->items[i].id.len == 0)
            continue;
        charge_with(f, c, &accused->items[i], from);
        known = true;
    }
    if (!known)
        charge_with(f, c, NULL, from);
}

/* People may say that an act is told by one that reads otherwise. */
static bool tells_claim(const ahd_standing *s, uint32_t telling)
{
    uint8_t type = s->reports.items[telling].type;

    return type == AHD_ACT_ACCUSE || type == AHD_ACT_BREACH;
}

/* Each telling's claimant makes it his claim. */
static void add_claims(finder *f, const ahd_bond *bond, uint32_t occurrence)
{
    const ahd_occurrence *o = &f->s->occurrences.items[occurrence];
    uint32_t before = f->all.count;

    for (uint32_t i = 0; i < o->tellings.count; i++) {
        charge c = {.agreement = bond->agreement,
                    .occurrence = occurrence,
                    .telling = o->tellings.items[i]};
        if (tells_claim(f->s, c.telling))
            charge_all(f, &c, before);
    }
}

static void collect(finder *f)
{
    for (uint32_t i = 0; i < f->s->occurrences.count; i++) {
        const ahd_report *t = first_of(f->s, &f->s->occurrences.items[i]);
        if (!is_claim(t) || ahd_report_day(t) == AHD_NO_DAY)
            continue;
        for (uint32_t k = 0; k < t->bonds.count; k++)
            if (ahd_report_bond(t, t->bonds.items[k].agreement) ==
                &t->bonds.items[k])
                add_claims(f, &t->bonds.items[k], i);
    }
}

/* ----------------------------------------------------- who is not named */

static int by_agreement(const void *left, const void *right)
{
    const loose *a = left, *b = right;
    int order = ahd_str_cmp(a->agreement, b->agreement);

    if (order == 0 && a->claim.day != b->claim.day)
        return a->claim.day < b->claim.day ? -1 : 1;
    if (order == 0)
        order = ahd_str_cmp(a->accused.id, b->accused.id);
    if (order != 0)
        return order;
    return (a->claim.occurrence > b->claim.occurrence) -
           (a->claim.occurrence < b->claim.occurrence);
}

static int by_accused(const void *left, const void *right)
{
    const loose *a = left, *b = right;
    int order = ahd_str_cmp(a->agreement, b->agreement);

    if (order == 0)
        order = ahd_str_cmp(a->accused.id, b->accused.id);
    return order != 0 ? order : by_agreement(left, right);
}

static void sort(looses *all, int (*order)(const void *, const void *))
{
    if (all->count > 1)
        qsort(all->items, all->count, sizeof *all->items, order);
}

/* Does it accuse somebody, and by words, who is not of side `but`? */
static bool accuses(const loose *l, ahd_str but)
{
    return l->accused.id.len > 0 && !l->claim.inferred &&
           !ahd_str_eq(l->accused.id, but);
}

/* Whom two thirds of the claims of these days accuse that accuse somebody else
 * than the claimant's own side; else nobody. */
static ahd_side most_accused(const loose *run, uint32_t count, ahd_str but)
{
    ahd_side most = {AHD_SIDE_UNKNOWN, {"", 0}};
    uint32_t votes = 0, all = 0, lead = 0;

    /* The one that is left when different ones are paired off ... */
    for (uint32_t i = 0; i < count; i++) {
        const ahd_side *one = &run[i].accused;
        if (!accuses(&run[i], but))
            continue;
        if (lead == 0)
            most = *one;
        lead = ahd_str_eq(most.id, one->id) ? lead + 1 : lead - 1;
        all++;
    }
    /* ... is the only one that can have so many. */
    for (uint32_t i = 0; i < count; i++)
        votes +=
            accuses(&run[i], but) && ahd_str_eq(run[i].accused.id, most.id);
    if (votes * 3 < all * 2)
        most = (ahd_side){AHD_SIDE_UNKNOWN, {"", 0}};
    return most;
}

/* A run of very many claims would be looked at once for each of them. */
static void infer(loose *run, uint32_t count)
{
    enum { NEAR = 256 };

    for (uint32_t i = 0; i < count; i++) {
        uint32_t from = i > NEAR ? i - NEAR : 0;
        uint32_t end = count - i > NEAR ? i + NEAR : count;
        if (run[i].accused.id.len > 0)
            continue;
        ahd_side only =
            most_accused(run + from, end - from, run[i].claim.side.id);
        run[i].accused = only;
        run[i].claim.inferred = only.id.len > 0;
    }
}

static bool goes_on(const loose *a, const loose *b)
{
    return ahd_str_eq(a->agreement, b->agreement) &&
           (int64_t)b->claim.day - a->claim.day <= AHD_DISPUTE_PAUSE;
}

static void infer_all(looses *all)
{
    sort(all, by_agreement);
    for (uint32_t i = 0, end; i < all->count; i = end) {
        for (end = i + 1; end < all->count &&
                          goes_on(&all->items[end - 1], &all->items[end]);)
            end++;
        infer(all->items + i, end - i);
    }
}

/* ------------------------------------------------------------- the ladder */

static bool is_named(const ahd_claim *c)
{
    return c->kind == AHD_CLAIMANT_SPEAKER;
}

/* Claims come by day, so that the first to reach a rung is the earliest. */
static void reach(ahd_dispute *d, ahd_rung rung, ahd_day day)
{
    if (d->climbed[rung] == AHD_NO_DAY)
        d->climbed[rung] = day;
}

/* How many claimants, and of how many sides. */
static void count_claimants(ahd_standing *s, ahd_dispute *d)
{
    ahd_mark mark = ahd_arena_mark(s->arena);
    ahd_map who = {0}, sides = {0};

    for (uint32_t i = 0; i < d->claims.count; i++) {
        const ahd_claim *c = &d->claims.items[i];
        if (!is_named(c))
            continue;
        *ahd_map_put(s->arena, &who,
                     c->claimant.id.len ? c->claimant.id : c->claimant.name) =
            1;
        *ahd_map_put(s->arena, &sides, c->side.id) = 1;
        reach(d, AHD_RUNG_ONE_SPEAKER, c->day);
        if (who.count > 1)
            reach(d, AHD_RUNG_ONE_SIDE, c->day);
        if (sides.count > 1)
            reach(d, AHD_RUNG_SEVERAL_SIDES, c->day);
    }
    d->claimants = who.count;
    d->sides = sides.count;
    ahd_arena_rewind(s->arena, mark);
}

/* An outlet of no party whose own side speaks in the dispute is of it. */
static void place_outlets(ahd_dispute *d)
{
    for (uint32_t i = 0; i < d->claims.count; i++) {
        ahd_claim *c = &d->claims.items[i];
        for (uint32_t k = 0;
             c->kind == AHD_CLAIMANT_OUTLET && k < d->claims.count; k++)
            if (is_named(&d->claims.items[k]) &&
                ahd_str_eq(d->claims.items[k].side.id, c->side.id))
                c->kind = AHD_CLAIMANT_SPEAKER;
    }
}

/* The rungs that one claim reaches by what its claimant is. */
static void reach_by_kind(ahd_dispute *d)
{
    static const ahd_rung rungs[] = {
        [AHD_CLAIMANT_OUTLET] = AHD_RUNG_OUTLET,
        [AHD_CLAIMANT_ACCUSED] = AHD_RUNG_ADMITTED,
        [AHD_CLAIMANT_MONITOR] = AHD_RUNG_FOUND,
    };

    for (uint32_t i = 0; i < d->claims.count; i++) {
        const ahd_claim *c = &d->claims.items[i];
        reach(d, AHD_RUNG_UNNAMED, c->day);
        if (c->kind < sizeof rungs / sizeof *rungs)
            reach(d, rungs[c->kind], c->day);
    }
}

/* The highest rung that was reached. */
static ahd_rung climb(const ahd_dispute *d)
{
    uint32_t rung = AHD_RUNG_FOUND;

    while (rung > AHD_RUNG_UNNAMED && d->climbed[rung] == AHD_NO_DAY)
        rung--;
    return (ahd_rung)rung;
}

static void count_stories(ahd_standing *s, ahd_dispute *d)
{
    ahd_mark mark = ahd_arena_mark(s->arena);
    AHD_VEC(uint32_t) tellings = {0};

    for (uint32_t i = 0; i < d->claims.count; i++) {
        const ahd_claim *c = &d->claims.items[i];
        for (uint32_t k = 0; k < c->tellings.count; k++)
            *ahd_vec_push(s->arena, &tellings) = c->tellings.items[k];
    }
    d->stories = ahd_occurrence_stories(s->arena, &s->reports, tellings.items,
                                        tellings.count);
    ahd_arena_rewind(s->arena, mark);
}

/* --------------------------------------------------------------- disputes */

static void make(finder *f, const loose *run, uint32_t count)
{
    ahd_dispute *d = ahd_vec_push(f->s->arena, &f->s->disputes);

    d->agreement = run->agreement;
    d->row = run->row;
    d->accused = run->accused;
    d->first = run->claim.day;
    d->last = run[count - 1].claim.day;
    for (uint32_t i = 0; i < count; i++)
        *ahd_vec_push(f->s->arena, &d->claims) = run[i].claim;
    for (uint32_t i = 0; i <= AHD_RUNG_FOUND; i++)
        d->climbed[i] = AHD_NO_DAY;
    place_outlets(d);
    count_claimants(f->s, d);
    reach_by_kind(d);
    count_stories(f->s, d);
    d->rung = climb(d);
}

static void make_all(finder *f)
{
    looses *all = &f->all;

    sort(all, by_accused);
    for (uint32_t i = 0, end; i < all->count; i = end) {
        for (end = i + 1;
             end < all->count &&
             goes_on(&all->items[end - 1], &all->items[end]) &&
             ahd_str_eq(all->items[i].accused.id, all->items[end].accused.id);)
            end++;
        make(f, all->items + i, end - i);
    }
}

/* Does the one's accused side make claims in the other? */
static bool claims_in(const ahd_dispute *d, ahd_str side)
{
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (d->claims.items[i].kind == AHD_CLAIMANT_SPEAKER &&
            ahd_str_eq(d->claims.items[i].side.id, side))
            return true;
    return false;
}

static bool is_counter(const ahd_dispute *a, const ahd_dispute *b)
{
    return a->first <= b->last + AHD_DISPUTE_PAUSE &&
           b->first <= a->last + AHD_DISPUTE_PAUSE &&
           !ahd_str_eq(a->accused.id, b->accused.id) &&
           claims_in(b, a->accused.id) && claims_in(a, b->accused.id);
}

/* Disputes of one agreement stand together; of each, a few are looked at. */
static void find_counters(ahd_standing *s)
{
    enum { NEAR = 64 };
    ahd_disputes *all = &s->disputes;

    for (uint32_t i = 0; i < all->count; i++)
        for (uint32_t k = i + 1; k < all->count && k - i <= NEAR; k++) {
            if (!ahd_str_eq(all->items[i].agreement, all->items[k].agreement))
                break;
            if (!is_counter(&all->items[i], &all->items[k]))
                continue;
            *ahd_vec_push(s->arena, &all->items[i].counter) = k;
            *ahd_vec_push(s->arena, &all->items[k].counter) = i;
        }
}

void ahd_dispute_find(ahd_standing *s)
{
    finder f = {.s = s};

    collect(&f);
    infer_all(&f.all);
    make_all(&f);
    ahd_reply_find(s);
    find_counters(s);
}
