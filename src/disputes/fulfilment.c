#include "disputes/fulfilment.h"

#include "base/map.h"
#include "output/due.h"

const char *const ahd_fulfilled_names[] = {"unknown", "met", "missed", NULL};
const char *const ahd_evidence_names[] = {
    "implemented", "broken", "denied", "extended", "suspended", NULL,
};

typedef struct finder {
    const ahd_standing *s;
    ahd_fulfilments *out;
    ahd_map agreements; /* by id: its first fulfilment + 1; NONE: no row */
} finder;

/* ------------------------------------------------------- the commitments */

static uint32_t add_commitments(finder *f, uint32_t row)
{
    const ahd_kb *kb = f->s->kb;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, row);
    uint32_t first = f->out->count;

    for (uint32_t i = 0; i < a->commitments; i++) {
        uint32_t commitment = a->first_commitment + i;
        ahd_fulfilment *one = ahd_vec_push(f->s->arena, f->out);
        one->agreement = row;
        one->commitment = commitment;
        one->deadline =
            ahd_due_commitment(kb, a, ahd_kb_commitment_at(kb, commitment));
    }
    return first;
}

/* Its first fulfilment; AHD_NONE when the registry has no clause of it. */
static uint32_t first_of(finder *f, ahd_str agreement)
{
    uint32_t *first = ahd_map_put(f->s->arena, &f->agreements, agreement);

    if (*first == 0) {
        uint32_t row = ahd_kb_find_agreement(f->s->kb, agreement);
        if (row == AHD_KB_NONE ||
            ahd_kb_agreement_at(f->s->kb, row)->commitments == 0)
            *first = AHD_NONE;
        else
            *first = add_commitments(f, row) + 1;
    }
    return *first == AHD_NONE ? AHD_NONE : *first - 1;
}

/* --------------------------------------------------------------- evidence */

/* By act: what it is to a commitment, and whether it is said of one clause or
 * of the whole agreement. */
static const struct meaning {
    uint8_t role;
    bool counts, whole;
} meanings[AHD_ACT_TYPES] = {
    [AHD_ACT_IMPLEMENT] = {AHD_EVIDENCE_IMPLEMENTED, true, false},
    [AHD_ACT_BREACH] = {AHD_EVIDENCE_BROKEN, true, false},
    [AHD_ACT_ACCUSE] = {AHD_EVIDENCE_BROKEN, true, false},
    [AHD_ACT_DENY] = {AHD_EVIDENCE_DENIED, true, false},
    [AHD_ACT_EXTEND] = {AHD_EVIDENCE_EXTENDED, true, true},
    [AHD_ACT_SUSPEND] = {AHD_EVIDENCE_SUSPENDED, true, true},
};

/* Who says it: the accuser; of what is told as done, the speaker, else the
 * outlet. */
static ahd_who who_says(const ahd_report *t, bool *as_fact)
{
    static const ahd_who nobody = {.actor = AHD_NONE, .principal = AHD_NONE};
    bool says = t->type == AHD_ACT_ACCUSE || t->type == AHD_ACT_DENY;

    *as_fact = !says && !ahd_report_is_who(&t->speaker);
    if (says)
        return t->source.count > 0 ? t->source.items[0] : nobody;
    return *as_fact ? t->outlet : t->speaker;
}

/* Is that side one of those bound by the commitment? "parties" is all. */
static bool is_bound(const finder *f, const ahd_fulfilment *one,
                     const ahd_side *side)
{
    ahd_str bound = ahd_kb_str(
        f->s->kb, ahd_kb_commitment_at(f->s->kb, one->commitment)->bound);

    while (bound.len > 0) {
        ahd_str one_bound = ahd_str_trim(ahd_str_cut(&bound, '|'));
        if (ahd_str_eq(one_bound, side->id) ||
            (side->kind == AHD_SIDE_PARTY &&
             ahd_str_eq(one_bound, AHD_STR("parties"))))
            return true;
    }
    return false;
}

static bool is_among(const finder *f, uint32_t row, const ahd_whos *whos,
                     ahd_str side, ahd_day day)
{
    for (uint32_t i = 0; i < whos->count; i++)
        if (ahd_str_eq(ahd_side_of(f->s->kb, row, &whos->items[i], day).id,
                       side))
            return true;
    return false;
}

/* Of the side that did it or is to do it: it speaks of itself. */
static bool is_own(const finder *f, const ahd_fulfilment *one,
                   const ahd_report *t, const ahd_evidence *e)
{
    const ahd_whos *doer = t->type == AHD_ACT_ACCUSE ? &t->target : &t->source;

    if (e->side.kind == AHD_SIDE_UNKNOWN)
        return false;
    if (t->type != AHD_ACT_DENY && doer->count > 0)
        return is_among(f, one->agreement, doer, e->side.id, e->day);
    return is_bound(f, one, &e->side);
}

static ahd_claimant_kind kind_of(const finder *f, const ahd_fulfilment *one,
                                 const ahd_report *t, const ahd_evidence *e,
                                 bool as_fact)
{
    if (is_own(f, one, t, e))
        return AHD_CLAIMANT_ACCUSED;
    if (e->side.kind == AHD_SIDE_MONITOR)
        return AHD_CLAIMANT_MONITOR;
    if (as_fact && e->side.kind == AHD_SIDE_OTHER)
        return AHD_CLAIMANT_OUTLET;
    if (as_fact && e->side.kind == AHD_SIDE_UNKNOWN)
        return AHD_CLAIMANT_UNPLACED;
    return e->side.kind == AHD_SIDE_UNKNOWN ? AHD_CLAIMANT_UNNAMED
                                            : AHD_CLAIMANT_SPEAKER;
}

static void add(finder *f, ahd_fulfilment *one, uint32_t occurrence,
                const ahd_bond *bond)
{
    const ahd_report *t =
        &f->s->reports.items[f->s->occurrences.items[occurrence].first];
    ahd_evidence e = {.occurrence = occurrence,
                      .role = meanings[t->type].role,
                      .day = ahd_report_day(t),
                      .named = bond->named};
    bool as_fact;

    e.who = who_says(t, &as_fact);
    e.side = ahd_side_of(f->s->kb, one->agreement, &e.who, e.day);
    e.kind = kind_of(f, one, t, &e, as_fact);
    *ahd_vec_push(f->s->arena, &one->evidence) = e;
}

static bool is_meant(const finder *f, const ahd_fulfilment *one,
                     const ahd_bond *bond)
{
    return bond->commitment.len > 0 &&
           ahd_str_eq(
               ahd_kb_str(f->s->kb,
                          ahd_kb_commitment_at(f->s->kb, one->commitment)->n),
               bond->commitment);
}

static void weigh_bond(finder *f, uint32_t occurrence, uint8_t type,
                       const ahd_bond *bond)
{
    uint32_t first = first_of(f, bond->agreement);

    if (first == AHD_NONE)
        return;
    uint32_t row = f->out->items[first].agreement;
    uint32_t count = ahd_kb_agreement_at(f->s->kb, row)->commitments;
    for (uint32_t i = first; i < first + count; i++) {
        ahd_fulfilment *one = &f->out->items[i];
        one->extended |= type == AHD_ACT_EXTEND;
        one->suspended |= type == AHD_ACT_SUSPEND;
        if (meanings[type].whole || is_meant(f, one, bond))
            add(f, one, occurrence, bond);
    }
}

static void weigh(finder *f, uint32_t occurrence)
{
    const ahd_report *t =
        &f->s->reports.items[f->s->occurrences.items[occurrence].first];

    for (uint32_t i = 0; i < t->bonds.count; i++) {
        const ahd_bond *bond = &t->bonds.items[i];
        if (t->modality == AHD_ACTUAL && meanings[t->type].counts)
            weigh_bond(f, occurrence, t->type, bond);
        else
            first_of(f, bond->agreement);
    }
}

/* ----------------------------------------------------------------- status */

/* What evidence of a role is worth, by who says it: met wants another than the
 * bound side, missed wants more than an adversary. */
static bool proves(const ahd_evidence *e, ahd_evidence_role role)
{
    if (e->role != role)
        return false;
    if (role == AHD_EVIDENCE_IMPLEMENTED)
        return e->kind == AHD_CLAIMANT_SPEAKER ||
               e->kind == AHD_CLAIMANT_OUTLET ||
               e->kind == AHD_CLAIMANT_MONITOR;
    return e->kind == AHD_CLAIMANT_OUTLET || e->kind == AHD_CLAIMANT_ACCUSED ||
           e->kind == AHD_CLAIMANT_MONITOR;
}

/* A breach before the deadline may yet be made good. */
static bool in_time(const ahd_fulfilment *one, const ahd_evidence *e)
{
    return e->role == AHD_EVIDENCE_IMPLEMENTED || one->deadline == AHD_NO_DAY ||
           e->day > one->deadline;
}

static bool has(const ahd_fulfilment *one, ahd_evidence_role role, bool proof)
{
    for (uint32_t i = 0; i < one->evidence.count; i++) {
        const ahd_evidence *e = &one->evidence.items[i];
        if (e->role == role && (!proof || (proves(e, role) && in_time(one, e))))
            return true;
    }
    return false;
}

static const char *say_unknown(const ahd_fulfilment *one)
{
    bool done = has(one, AHD_EVIDENCE_IMPLEMENTED, false);
    bool broken = has(one, AHD_EVIDENCE_BROKEN, false);

    if (done && broken)
        return "said to be met and said to be broken";
    if (done)
        return "said to be met, by nobody but the side that is bound";
    if (broken)
        return "said to be broken, by nobody but its adversaries, sources "
               "without a name, or before the deadline";
    if (one->suspended)
        return "nothing is said of it; the agreement was suspended";
    return one->extended ? "nothing is said of it; the agreement was extended"
                         : "nothing is said of it";
}

static void decide(ahd_fulfilment *one)
{
    bool met = has(one, AHD_EVIDENCE_IMPLEMENTED, true);
    bool missed = has(one, AHD_EVIDENCE_BROKEN, true);

    one->status = AHD_FULFILLED_UNKNOWN;
    if (met && missed)
        one->because = "said to be met and said to be broken";
    else if (met)
        one->because = "somebody besides the bound side says that it was done";
    else if (missed)
        one->because = "an outlet of no party, the bound side itself or the "
                       "monitor says that it was broken";
    else
        one->because = say_unknown(one);
    if (met != missed)
        one->status = met ? AHD_FULFILLED_MET : AHD_FULFILLED_MISSED;
}

void ahd_fulfilment_find(const ahd_standing *s, ahd_fulfilments *out)
{
    finder f = {.s = s, .out = out};

    for (uint32_t i = 0; i < s->occurrences.count; i++)
        weigh(&f, i);
    for (uint32_t i = 0; i < out->count; i++)
        decide(&out->items[i]);
}
