#include "disputes/reply.h"

#include "base/map.h"

const char *const ahd_reply_names[] = {
    "denied_by_accused", "denied_by_third", "not_covered", "retracted", NULL,
};

typedef AHD_VEC(uint32_t) numbers;

typedef struct finder {
    ahd_standing *s;
    ahd_map by_agreement;    /* number of `about` + 1 */
    AHD_VEC(numbers) about;  /* tellings of an agreement, by day */
    numbers *claimed;        /* by occurrence: disputes that have it */
    AHD_VEC(uint32_t) first; /* by `about`: its first dispute, or NONE */
} finder;

/* --------------------------------------------------------------- indices */

static uint32_t number_of(finder *f, ahd_str agreement)
{
    uint32_t *number = ahd_map_put(f->s->arena, &f->by_agreement, agreement);

    if (*number == 0) {
        ahd_vec_push(f->s->arena, &f->about);
        *ahd_vec_push(f->s->arena, &f->first) = AHD_NONE;
        *number = f->about.count;
    }
    return *number - 1;
}

static void index_tellings(finder *f)
{
    for (uint32_t i = 0; i < f->s->reports.count; i++) {
        const ahd_report *t = &f->s->reports.items[i];
        for (uint32_t k = 0; k < t->bonds.count; k++) {
            uint32_t n = number_of(f, t->bonds.items[k].agreement);
            *ahd_vec_push(f->s->arena, &f->about.items[n]) = i;
        }
    }
}

static void index_disputes(finder *f)
{
    ahd_standing *s = f->s;

    f->claimed = ahd_new(s->arena, numbers, s->occurrences.count + 1);
    for (uint32_t i = s->disputes.count; i-- > 0;) {
        const ahd_dispute *d = &s->disputes.items[i];
        uint32_t number = number_of(f, d->agreement);
        f->first.items[number] = i;
        for (uint32_t k = 0; k < d->claims.count; k++)
            *ahd_vec_push(s->arena,
                          &f->claimed[d->claims.items[k].occurrence]) = i;
    }
}

/* The telling of act `n` of the page of `t`; acts of a page may be of several
 * days, so they are looked for by a map. */
static void index_acts(const ahd_standing *s, ahd_map *acts)
{
    for (uint32_t i = 0; i < s->reports.count; i++) {
        const ahd_report *t = &s->reports.items[i];
        const int64_t key[2] = {t->page, t->n};
        ahd_str kept =
            ahd_arena_str(s->arena, (ahd_str){(const char *)key, sizeof key});
        *ahd_map_put(s->arena, acts, kept) = i;
    }
}

static uint32_t find_act(const ahd_map *acts, int64_t page, uint32_t n)
{
    const int64_t key[2] = {page, n};
    const uint32_t *found =
        ahd_map_find(acts, (ahd_str){(const char *)key, sizeof key});

    return found ? *found : AHD_NONE;
}

/* --------------------------------------------------------------- replies */

/* Who replies: of a breach that is denied, the one who says so. */
static const ahd_who *who_replies(const ahd_report *t)
{
    if (t->type == AHD_ACT_BREACH)
        return ahd_report_is_who(&t->speaker) ? &t->speaker : NULL;
    return t->source.count > 0 ? &t->source.items[0] : NULL;
}

static bool is_reply(const ahd_report *t)
{
    return (t->type == AHD_ACT_DENY && t->modality == AHD_ACTUAL) ||
           (t->type == AHD_ACT_BREACH && t->modality == AHD_NEGATED);
}

static bool made_claim(const ahd_dispute *d, const ahd_who *who)
{
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (ahd_report_same(&d->claims.items[i].claimant, who))
            return true;
    return false;
}

static ahd_reply_kind kind_of(const ahd_dispute *d, const ahd_report *t,
                              const ahd_reply *r)
{
    if (t->scope)
        return AHD_REPLY_SCOPE;
    if (ahd_str_eq(r->side.id, d->accused.id))
        return AHD_REPLY_BY_ACCUSED;
    return r->linked && made_claim(d, &r->who) ? AHD_REPLY_RETRACTED
                                               : AHD_REPLY_BY_THIRD;
}

static bool has_reply(const ahd_dispute *d, uint32_t occurrence)
{
    for (uint32_t i = d->replies.count; i-- > 0;)
        if (d->replies.items[i].occurrence == occurrence)
            return true;
    return false;
}

/* Does the document that replies tell one of the claims? */
static bool is_told_there(const ahd_standing *s, const ahd_dispute *d,
                          int64_t page)
{
    for (uint32_t i = 0; i < d->claims.count; i++)
        for (uint32_t k = 0; k < d->claims.items[i].tellings.count; k++) {
            uint32_t telling = d->claims.items[i].tellings.items[k];
            if (s->reports.items[telling].page == page)
                return true;
        }
    return false;
}

/* Not linked: only the accused side, one that names a claimant, or a document
 * that tells the claim besides. */
static bool belongs(const ahd_standing *s, const ahd_dispute *d,
                    const ahd_report *t, const ahd_reply *r)
{
    if (r->linked || ahd_str_eq(r->side.id, d->accused.id))
        return true;
    for (uint32_t i = 0; i < t->target.count; i++)
        if (made_claim(d, &t->target.items[i]))
            return true;
    return is_told_there(s, d, t->page);
}

static void reply(finder *f, uint32_t dispute, uint32_t telling, bool linked)
{
    ahd_standing *s = f->s;
    ahd_dispute *d = &s->disputes.items[dispute];
    const ahd_report *t = &s->reports.items[telling];
    const ahd_who *who = who_replies(t);
    ahd_reply r = {.occurrence = s->occurrence_of[telling],
                   .day = ahd_report_day(t),
                   .linked = linked};

    if (who == NULL || has_reply(d, r.occurrence))
        return;
    r.who = *who;
    r.side = ahd_side_of(s->kb, d->row, who, r.day);
    if (!belongs(s, d, t, &r))
        return;
    r.kind = kind_of(d, t, &r);
    *ahd_vec_push(s->arena, &d->replies) = r;
}

/* By its words, at an act of its document that is one of the claims; or by
 * somebody's, at one of another. */
static bool reply_linked(finder *f, const ahd_map *acts, uint32_t telling)
{
    const ahd_report *t = &f->s->reports.items[telling];
    bool found = false;

    for (uint32_t i = 0; i < t->links.count; i++) {
        const ahd_link *l = &t->links.items[i];
        uint32_t act = find_act(acts, l->page ? l->page : t->page, l->n);
        if (act == AHD_NONE || !ahd_str_eq(l->role, AHD_STR("denied_claim")))
            continue;
        const numbers *in = &f->claimed[f->s->occurrence_of[act]];
        for (uint32_t k = 0; k < in->count; k++, found = true)
            reply(f, in->items[k], telling, true);
    }
    return found;
}

static bool is_in_days(const ahd_dispute *d, ahd_day day)
{
    return day >= d->first && day <= d->last + AHD_DISPUTE_REPLY;
}

static void reply_by_agreement(finder *f, uint32_t telling)
{
    const ahd_report *t = &f->s->reports.items[telling];
    const ahd_disputes *all = &f->s->disputes;

    for (uint32_t b = 0; b < t->bonds.count; b++) {
        ahd_str agreement = t->bonds.items[b].agreement;
        for (uint32_t i = f->first.items[number_of(f, agreement)];
             i < all->count && ahd_str_eq(all->items[i].agreement, agreement);
             i++)
            if (is_in_days(&all->items[i], ahd_report_day(t)))
                reply(f, i, telling, false);
    }
}

static void find_replies(finder *f)
{
    ahd_map acts = {0};

    index_acts(f->s, &acts);
    for (uint32_t i = 0; i < f->s->reports.count; i++) {
        const ahd_report *t = &f->s->reports.items[i];
        if (is_reply(t) && ahd_report_day(t) != AHD_NO_DAY &&
            !reply_linked(f, &acts, i))
            reply_by_agreement(f, i);
    }
}

/* -------------------------------------------------- where it was searched */

static bool is_on_side(const ahd_standing *s, const ahd_dispute *d,
                       const ahd_who *who, ahd_day day)
{
    return who->id.len > 0 &&
           ahd_str_eq(ahd_side_of(s->kb, d->row, who, day).id, d->accused.id);
}

static bool accused_acts(const ahd_standing *s, const ahd_dispute *d,
                         const ahd_report *t)
{
    ahd_day day = ahd_report_day(t);

    if (is_on_side(s, d, &t->speaker, day))
        return true;
    for (uint32_t i = 0; t->type != AHD_ACT_BREACH && i < t->source.count; i++)
        if (is_on_side(s, d, &t->source.items[i], day))
            return true;
    return false;
}

static void count_searched(finder *f, ahd_dispute *d)
{
    ahd_standing *s = f->s;
    const numbers *about = &f->about.items[number_of(f, d->agreement)];
    ahd_mark mark = ahd_arena_mark(s->arena);
    ahd_map pages = {0}, speaking = {0};
    uint32_t low = 0, high = about->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ahd_report_day(&s->reports.items[about->items[middle]]) < d->first)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low; i < about->count; i++) {
        const ahd_report *t = &s->reports.items[about->items[i]];
        if (!is_in_days(d, ahd_report_day(t)))
            break;
        *ahd_map_put(s->arena, &pages, t->sha256) = 1;
        if (accused_acts(s, d, t))
            *ahd_map_put(s->arena, &speaking, t->sha256) = 1;
    }
    d->searched = pages.count;
    d->by_accused = speaking.count;
    ahd_arena_rewind(s->arena, mark);
}

void ahd_reply_find(ahd_standing *s)
{
    finder f = {.s = s};

    index_tellings(&f);
    index_disputes(&f);
    find_replies(&f);
    for (uint32_t i = 0; i < s->disputes.count; i++)
        count_searched(&f, &s->disputes.items[i]);
}
