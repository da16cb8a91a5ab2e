#include "engine/settle_said.h"

#include "base/map.h"
#include "engine/current.h"

#include <stdlib.h>

typedef struct gathering {
    ahd_store *store;
    ahd_arena *kept, *scratch;
    ahd_sayings *out;
    ahd_current page; /* at hand */
} gathering;

/* ----------------------------------------------------------- what is said */

/* The number that lists have it under; of one that is told as another, that;
 * 0 when it stands nowhere. */
static int64_t standing(const ahd_decided_item *item)
{
    return item->gone ? item->into : item->n;
}

static ahd_anchor keep_anchor(ahd_arena *arena, const ahd_anchor *at)
{
    ahd_anchor out = *at;

    out.words = ahd_arena_str(arena, at->words);
    out.sentence_words = ahd_arena_str(arena, at->sentence_words);
    out.act = ahd_arena_str(arena, at->act);
    return out;
}

static ahd_saying *add_tie(gathering *g, ahd_saying_kind kind, ahd_str other,
                           const ahd_anchor *at)
{
    ahd_saying *tie = ahd_vec_push(g->kept, &g->out->ties);

    tie->kind = kind;
    tie->row.what =
        kind == AHD_SAYING_STORY ? AHD_STR("story") : AHD_STR("act");
    tie->row.page[0] = g->page.page;
    tie->row.stands = tie->row.found = AHD_PAIRED_UNKNOWN;
    tie->sha256[1] = ahd_arena_str(g->kept, other);
    tie->at = keep_anchor(g->kept, at);
    return tie;
}

static void take_pair(gathering *g, const ahd_decided_review *r,
                      const ahd_decided_item *item)
{
    bool story = ahd_str_eq(r->pair.what, AHD_STR("story"));
    bool act = ahd_str_eq(r->pair.what, AHD_STR("act")) &&
               !ahd_str_eq(r->pair.sha256, g->page.said.sha256);

    if (!story && !act)
        return;
    ahd_saying *tie =
        add_tie(g, story ? AHD_SAYING_STORY : AHD_SAYING_ACT,
                story ? r->pair.other : r->pair.sha256, &r->pair.at);
    tie->row.review = r->number;
    tie->row.joins = r->decision == AHD_DECISION_MERGE;
    tie->row.n[0] = act ? standing(item) : 0;
    if (story)
        tie->sha256[0] = ahd_arena_str(g->kept, r->pair.one);
}

static void take_links(gathering *g, const ahd_decided_item *item)
{
    for (uint32_t i = 0; !item->gone && i < item->links.count; i++) {
        const ahd_decided_link *link = &item->links.items[i];
        bool none = link->sha256.len == 0; /* said to be none in that role */
        if (none || ahd_str_eq(link->sha256, g->page.said.sha256))
            continue;
        ahd_saying *tie = add_tie(g, AHD_SAYING_LINK, link->sha256, &link->at);
        tie->row.n[0] = item->n;
        tie->role = ahd_arena_str(g->kept, link->role);
    }
}

static ahd_status load(gathering *g, int64_t page, ahd_error *error)
{
    ahd_arena_clear(g->scratch);
    g->page = (ahd_current){.arena = g->scratch};
    return ahd_current_load(g->store, page, AHD_STR(""), &g->page, error);
}

static ahd_status take_page(gathering *g, int64_t number, ahd_error *error)
{
    AHD_TRY(load(g, number, error));
    const ahd_decided *decided = &g->page.decided;
    for (uint32_t i = 0; i < g->page.reviews.count; i++) {
        const ahd_decided_review *r = &g->page.reviews.items[i];
        if (!decided->undone[i] && (r->decision == AHD_DECISION_MERGE ||
                                    r->decision == AHD_DECISION_SPLIT))
            take_pair(g, r, &decided->items.items[decided->item_of[i]]);
    }
    for (uint32_t i = 0; i < decided->items.count; i++)
        take_links(g, &decided->items.items[i]);
    return AHD_OK;
}

/* -------------------------------------------------------------- the other */

/* An act of the machine, or one of people. */
static int64_t act_at(const ahd_current *c, const ahd_anchor *at)
{
    uint32_t act = ahd_decided_find(&c->in, &c->decided, at);
    int64_t out = 0;
    int best = 0;

    for (uint32_t i = 0; i < c->decided.items.count; i++) {
        const ahd_decided_item *item = &c->decided.items.items[i];
        if (act != AHD_DECIDED_NONE && item->act == act)
            return standing(item);
        int likeness = act != AHD_DECIDED_NONE || item->about_all ||
                               item->act != AHD_DECIDED_NONE
                           ? 0
                           : ahd_anchor_likeness(at, &item->at);
        if (likeness > best) {
            best = likeness;
            out = standing(item);
        }
    }
    return out;
}

static int by_other(const void *left, const void *right)
{
    const ahd_saying *a = left, *b = right;

    return ahd_str_cmp(a->sha256[1], b->sha256[1]);
}

static int by_review(const void *left, const void *right)
{
    const ahd_paired_row *a = &((const ahd_saying *)left)->row;
    const ahd_paired_row *b = &((const ahd_saying *)right)->row;
    const int64_t x[] = {a->review, a->page[0], a->n[0], a->page[1], a->n[1]};
    const int64_t y[] = {b->review, b->page[0], b->n[0], b->page[1], b->n[1]};

    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return ahd_str_cmp(((const ahd_saying *)left)->role,
                       ((const ahd_saying *)right)->role);
}

static ahd_status find_other(gathering *g, ahd_saying *tie, ahd_error *error)
{
    AHD_TRY(ahd_store_page(g->store, tie->sha256[1], &tie->row.page[1], error));
    if (tie->sha256[0].len > 0)
        AHD_TRY(
            ahd_store_page(g->store, tie->sha256[0], &tie->row.page[0], error));
    if (tie->kind == AHD_SAYING_STORY || tie->row.page[1] == 0)
        return AHD_OK;
    if (g->page.page != tie->row.page[1])
        AHD_TRY(load(g, tie->row.page[1], error));
    tie->row.n[1] = act_at(&g->page, &tie->at);
    return AHD_OK;
}

/* Those of one page together, so that each is read once. */
static ahd_status find_others(gathering *g, ahd_error *error)
{
    ahd_sayings *out = g->out;

    if (out->ties.count == 0)
        return AHD_OK;
    qsort(out->ties.items, out->ties.count, sizeof *out->ties.items, by_other);
    for (uint32_t i = 0; i < out->ties.count; i++)
        AHD_TRY(find_other(g, &out->ties.items[i], error));
    qsort(out->ties.items, out->ties.count, sizeof *out->ties.items, by_review);
    return AHD_OK;
}

ahd_status ahd_settle_said(ahd_store *store, ahd_arena *kept,
                           ahd_arena *scratch, ahd_sayings *out,
                           ahd_error *error)
{
    gathering g = {
        .store = store, .kept = kept, .scratch = scratch, .out = out};
    int64_t page = 0;

    *out = (ahd_sayings){.ties = {.count = 0}};
    for (;;) {
        AHD_TRY(ahd_store_next_pairing(store, &page, error));
        if (page == 0)
            break;
        AHD_TRY(take_page(&g, page, error));
    }
    return find_others(&g, error);
}

/* ----------------------------------------------------------------- merging */

typedef struct place_of {
    int64_t page, n;
} place_of;

typedef struct merging {
    ahd_sayings *said;
    ahd_standing *s;
    ahd_map reports; /* by page and act: index + 1 */
} merging;

static void index_reports(merging *m)
{
    const ahd_reports *all = &m->s->reports;

    for (uint32_t i = 0; i < all->count; i++) {
        const place_of key = {all->items[i].page, all->items[i].n};
        ahd_str kept = ahd_arena_str(m->s->arena,
                                     (ahd_str){(const char *)&key, sizeof key});
        *ahd_map_put(m->s->arena, &m->reports, kept) = i + 1;
    }
}

static bool find_report(const merging *m, int64_t page, int64_t n,
                        uint32_t *out)
{
    const place_of key = {page, n};
    const uint32_t *found =
        ahd_map_find(&m->reports, (ahd_str){(const char *)&key, sizeof key});

    if (found)
        *out = *found - 1;
    return found != NULL;
}

static bool find_both(const merging *m, const ahd_saying *tie, uint32_t out[2])
{
    return find_report(m, tie->row.page[0], tie->row.n[0], &out[0]) &&
           find_report(m, tie->row.page[1], tie->row.n[1], &out[1]);
}

static void put_link(const merging *m, const ahd_saying *tie)
{
    uint32_t at[2];

    if (find_both(m, tie, at))
        *ahd_vec_push(m->s->arena, &m->s->reports.items[at[0]].links) =
            (ahd_link){(uint32_t)tie->row.n[1], tie->role, tie->row.page[1]};
}

/* The newest first: what contradicts it does not stand. */
static void take_ties(merging *m, ahd_parting *parting)
{
    for (uint32_t i = m->said->ties.count; i-- > 0;) {
        ahd_saying *tie = &m->said->ties.items[i];
        uint32_t at[2];
        if (tie->kind == AHD_SAYING_LINK)
            put_link(m, tie);
        if (tie->kind != AHD_SAYING_ACT || !find_both(m, tie, at))
            continue;
        bool stands = tie->row.joins ? ahd_parting_join(parting, at[0], at[1])
                                     : ahd_parting_part(parting, at[0], at[1]);
        tie->row.stands = stands ? AHD_PAIRED_YES : AHD_PAIRED_NO;
    }
}

/* What would be found if nobody had said anything. */
static void find_alone(merging *m)
{
    ahd_mark mark = ahd_arena_mark(m->s->arena);
    ahd_occurrences alone = {0};
    uint32_t at[2];

    ahd_occurrence_merge(m->s->arena, &m->s->reports, NULL, &alone);
    uint32_t *of =
        ahd_new(m->s->arena, uint32_t, (size_t)m->s->reports.count + 1);
    for (uint32_t i = 0; i < alone.count; i++)
        for (uint32_t k = 0; k < alone.items[i].tellings.count; k++)
            of[alone.items[i].tellings.items[k]] = i;
    for (uint32_t i = 0; i < m->said->ties.count; i++) {
        ahd_saying *tie = &m->said->ties.items[i];
        if (tie->kind == AHD_SAYING_ACT && find_both(m, tie, at))
            tie->row.found =
                of[at[0]] == of[at[1]] ? AHD_PAIRED_YES : AHD_PAIRED_NO;
    }
    ahd_arena_rewind(m->s->arena, mark);
}

void ahd_settle_said_merge(ahd_sayings *said, ahd_standing *s)
{
    merging m = {.said = said, .s = s};
    ahd_parting parting;

    if (said->ties.count > 0) {
        index_reports(&m);
        find_alone(&m);
        parting = ahd_parting_new(s->arena, s->reports.count);
        take_ties(&m, &parting);
    }
    ahd_occurrence_merge(s->arena, &s->reports,
                         said->ties.count > 0 ? &parting : NULL,
                         &s->occurrences);
}

static ahd_status keep_links(ahd_store *store, const ahd_sayings *said,
                             ahd_error *error)
{
    AHD_TRY(ahd_store_untie(store, error));
    for (uint32_t i = 0; i < said->ties.count; i++) {
        const ahd_saying *tie = &said->ties.items[i];
        if (tie->kind == AHD_SAYING_LINK && tie->row.n[0] != 0 &&
            tie->row.n[1] != 0)
            AHD_TRY(ahd_store_put_tied(store, &tie->row, tie->role, error));
    }
    return AHD_OK;
}

ahd_status ahd_settle_said_keep(ahd_store *store, const ahd_sayings *said,
                                ahd_saying_kind kind, ahd_error *error)
{
    ahd_str what = kind == AHD_SAYING_STORY ? AHD_STR("story") : AHD_STR("act");

    if (kind == AHD_SAYING_LINK)
        return keep_links(store, said, error);
    AHD_TRY(ahd_store_unpair(store, what, error));
    for (uint32_t i = 0; i < said->ties.count; i++)
        if (said->ties.items[i].kind == kind)
            AHD_TRY(
                ahd_store_put_paired(store, &said->ties.items[i].row, error));
    return AHD_OK;
}
