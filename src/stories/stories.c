#include "stories/stories.h"

#include "base/parting.h"
#include "stories/postings.h"
#include "stories/sorted.h"

/* How many documents of a run are looked at: all of a short one, of a long one
 * those just before. How many are compared, and how many links are kept. */
enum {
    SHORT_RUN = 40,
    LONG_RUN_LOOKS = 8,
    COMPARED = 64,
    COPIES_KEPT = 32,
    EVENTS_KEPT = 8,
    LEAST_STRENGTH = 16,
    TRAIT_SHIFT = 1, /* of a trait's weight beside a row's */
};

typedef struct finder {
    const ahd_story_doc *docs; /* as they came */
    uint32_t count;
    ahd_arena *arena, *scratch;
    uint32_t *order;      /* by rank: the document */
    ahd_weighed *weighed; /* by rank */
    ahd_postings grams, traits;
    uint32_t *strength; /* by rank, of what is being looked at */
    uint32_t touched_count;
    uint32_t *touched;
    ahd_stories *out;
} finder;

/* ----------------------------------------------------------------- order */

static const ahd_story_doc *at(const finder *f, uint32_t rank)
{
    return &f->docs[f->order[rank]];
}

static bool came_before(const void *context, uint32_t a, uint32_t b)
{
    const ahd_story_doc *docs = context, *x = &docs[a], *y = &docs[b];
    int32_t first = x->day == AHD_NO_DAY ? INT32_MAX : x->day;
    int32_t second = y->day == AHD_NO_DAY ? INT32_MAX : y->day;

    if (first != second)
        return first < second;
    if ((x->print.credits.outlet.len > 0) != (y->print.credits.outlet.len > 0))
        return x->print.credits.outlet.len > 0;
    if (x->print.words != y->print.words)
        return x->print.words > y->print.words;
    return ahd_str_cmp(x->key, y->key) < 0;
}

/* ---------------------------------------------------------- exact copies */

static bool is_exact(const ahd_fingerprint *a, const ahd_fingerprint *b)
{
    return a->whole == b->whole && a->words == b->words && a->lang == b->lang;
}

/* By rank, the first document with the same content words: itself, mostly. */
static uint32_t *find_originals(const finder *f)
{
    uint32_t *first = ahd_new(f->arena, uint32_t, (size_t)f->count + 1);
    uint64_t *items = ahd_new(f->scratch, uint64_t, (size_t)f->count + 1);
    uint64_t *spare = ahd_new(f->scratch, uint64_t, (size_t)f->count + 1);

    for (uint32_t i = 0; i < f->count; i++)
        items[i] = at(f, i)->print.whole >> 32 << 32 | i;
    ahd_sorted_numbers(items, spare, f->count);
    for (uint32_t i = 0; i < f->count; i++) {
        uint32_t rank = (uint32_t)items[i];
        uint32_t before = i > 0 ? first[(uint32_t)items[i - 1]] : rank;
        bool same = is_exact(&at(f, before)->print, &at(f, rank)->print) &&
                    at(f, rank)->print.words >= AHD_ALIKE_WORDS;
        first[rank] = same ? before : rank;
    }
    return first;
}

/* --------------------------------------------------------------- weights */

/* On how many days the documents of a run were published. */
static uint32_t days_of(const finder *f, const uint32_t *run, uint32_t count)
{
    uint32_t days = 1;

    for (uint32_t i = 1; i < count; i++)
        days += at(f, run[i])->day != at(f, run[i - 1])->day;
    return days;
}

static void weigh_rows(finder *f, uint32_t rank)
{
    const ahd_hashes *list = &at(f, rank)->print.grams;
    const ahd_postings *p = &f->grams;
    uint32_t r = p->first[rank], count;

    f->weighed[rank].grams = ahd_new(f->arena, uint8_t, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t days = 1;
        if (r < p->first[rank + 1] &&
            p->hashes.items[p->runs[r]] == list->items[i]) {
            const uint32_t *run = ahd_postings_run(p, p->runs[r++], &count);
            days = days_of(f, run, count);
        }
        f->weighed[rank].grams[i] = ahd_alike_row_weight(days);
    }
}

static void weigh_traits(finder *f, uint32_t rank)
{
    const ahd_hashes *list = &at(f, rank)->print.traits;
    const ahd_postings *p = &f->traits;
    uint32_t r = p->first[rank];

    f->weighed[rank].traits = ahd_new(f->arena, uint16_t, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t sharers = 1;
        if (r < p->first[rank + 1] &&
            p->hashes.items[p->runs[r]] == list->items[i])
            (void)ahd_postings_run(p, p->runs[r++], &sharers);
        f->weighed[rank].traits[i] =
            ahd_alike_trait_weight(list->items[i], sharers, f->count);
    }
}

static void weigh(finder *f, const uint32_t *original)
{
    const ahd_hashes **grams =
        ahd_new(f->scratch, const ahd_hashes *, (size_t)f->count + 1);
    const ahd_hashes **traits =
        ahd_new(f->scratch, const ahd_hashes *, (size_t)f->count + 1);

    for (uint32_t i = 0; i < f->count; i++) {
        bool alone =
            original[i] == i && at(f, i)->print.words >= AHD_ALIKE_WORDS;
        grams[i] = alone ? &at(f, i)->print.grams : NULL;
        traits[i] = alone ? &at(f, i)->print.traits : NULL;
    }
    ahd_postings_make(grams, f->count, f->arena, f->scratch, &f->grams);
    ahd_postings_make(traits, f->count, f->arena, f->scratch, &f->traits);
    f->weighed = ahd_new(f->arena, ahd_weighed, (size_t)f->count + 1);
    for (uint32_t i = 0; i < f->count; i++) {
        f->weighed[i].print = &at(f, i)->print;
        f->weighed[i].day = at(f, i)->day;
        if (grams[i] == NULL)
            continue;
        weigh_rows(f, i);
        weigh_traits(f, i);
    }
}

/* ----------------------------------------------------- who may be a copy */

static void touch(finder *f, uint32_t rank, uint32_t weight)
{
    if (f->strength[rank] == 0)
        f->touched[f->touched_count++] = rank;
    f->strength[rank] += weight;
}

/* Where `rank` stands in a run. */
static uint32_t place_in(const uint32_t *run, uint32_t count, uint32_t rank)
{
    uint32_t low = 0;

    while (low < count) {
        uint32_t middle = low + (count - low) / 2;
        if (run[middle] < rank)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static void touch_run(finder *f, const ahd_postings *p, uint32_t run,
                      uint32_t rank, uint32_t weight)
{
    uint32_t count;
    const uint32_t *docs = ahd_postings_run(p, run, &count);
    uint32_t end = place_in(docs, count, rank);
    uint32_t first =
        count > SHORT_RUN && end > LONG_RUN_LOOKS ? end - LONG_RUN_LOOKS : 0;

    for (uint32_t i = first; i < end; i++)
        touch(f, docs[i], weight);
}

/* Every earlier document that shares a hash, and how much it shares. */
static void touch_all(finder *f, uint32_t rank)
{
    const ahd_weighed *w = &f->weighed[rank];
    const ahd_postings *p = &f->grams;
    uint32_t i = 0;

    for (uint32_t r = p->first[rank]; r < p->first[rank + 1]; r++) {
        while (w->print->grams.items[i] != p->hashes.items[p->runs[r]])
            i++;
        touch_run(f, p, p->runs[r], rank, w->grams[i]);
    }
    p = &f->traits;
    i = 0;
    for (uint32_t r = p->first[rank]; r < p->first[rank + 1]; r++) {
        while (w->print->traits.items[i] != p->hashes.items[p->runs[r]])
            i++;
        touch_run(f, p, p->runs[r], rank, 1u + (w->traits[i] >> TRAIT_SHIFT));
    }
}

/* The COMPARED strongest, the earlier of equal ones; how many. */
static uint32_t choose(finder *f, uint32_t chosen[COMPARED])
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < f->touched_count; i++) {
        uint32_t rank = f->touched[i], strength = f->strength[rank], k;
        if (strength < LEAST_STRENGTH)
            continue;
        for (k = count; k > 0; k--) {
            uint32_t other = chosen[k - 1];
            if (f->strength[other] > strength ||
                (other < rank && f->strength[other] == strength))
                break;
            if (k < COMPARED)
                chosen[k] = other;
        }
        if (k < COMPARED)
            chosen[k] = rank;
        count += count < COMPARED;
    }
    return count;
}

static void forget(finder *f)
{
    for (uint32_t i = 0; i < f->touched_count; i++)
        f->strength[f->touched[i]] = 0;
    f->touched_count = 0;
}

/* ----------------------------------------------------------------- links */

/* The agency that a copy credits: that which the origin is of, one that both
 * credit, or its own. */
static ahd_str via_of(const ahd_credits *copy, const ahd_credits *origin)
{
    ahd_str own = AHD_STR(""), both = AHD_STR("");

    for (uint32_t i = 0; i < copy->count; i++) {
        const ahd_credited *c = &copy->items[i];
        if (ahd_str_eq(c->agency, origin->outlet))
            return c->agency;
        for (uint32_t k = 0; k < origin->count && both.len == 0; k++)
            if (ahd_str_eq(c->agency, origin->items[k].agency))
                both = c->agency;
        if (c->whole && own.len == 0)
            own = c->agency;
    }
    return both.len > 0 ? both : own;
}

static void link(finder *f, uint32_t from, uint32_t to, const ahd_alike *alike)
{
    *ahd_vec_push(f->arena, &f->out->links) = (ahd_story_link){
        f->order[from], f->order[to], *alike,
        via_of(&at(f, from)->print.credits, &at(f, to)->print.credits)};
}

static float nearness(const ahd_alike *a)
{
    return a->rows[0] + a->rows[1] + a->traits[0] / 4 + a->traits[1] / 4;
}

/* The links of one document, nearest first; the earlier of equal ones. */
static void order_links(ahd_story_link *links, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        ahd_story_link link = links[i];
        uint32_t k = i;
        for (; k > 0 && nearness(&links[k - 1].alike) < nearness(&link.alike);
             k--)
            links[k] = links[k - 1];
        links[k] = link;
    }
}

/* Leaves the nearest of each sort. */
static void keep_nearest(ahd_stories *out, uint32_t first)
{
    uint32_t kept = first, copies = 0, events = 0;

    for (uint32_t i = first; i < out->links.count; i++) {
        uint32_t *same =
            ahd_stories_is_copy(&out->links.items[i]) ? &copies : &events;
        if (++*same <= (same == &copies ? COPIES_KEPT : EVENTS_KEPT))
            out->links.items[kept++] = out->links.items[i];
    }
    out->links.count = kept;
}

static int by_rank(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static void link_earlier(finder *f, uint32_t rank)
{
    uint32_t chosen[COMPARED], first = f->out->links.count;

    touch_all(f, rank);
    uint32_t count = choose(f, chosen);
    forget(f);
    for (uint32_t i = 1; i < count; i++) /* few: by rank */
        for (uint32_t k = i; k > 0 && by_rank(chosen[k - 1], chosen[k]) > 0;
             k--) {
            uint32_t kept = chosen[k];
            chosen[k] = chosen[k - 1];
            chosen[k - 1] = kept;
        }
    for (uint32_t i = 0; i < count; i++) {
        ahd_alike alike;
        ahd_alike_compare(&f->weighed[rank], &f->weighed[chosen[i]], &alike);
        if (alike.kind != AHD_ALIKE_NOT)
            link(f, rank, chosen[i], &alike);
    }
    order_links(f->out->links.items + first, f->out->links.count - first);
    keep_nearest(f->out, first);
}

static void link_all(finder *f, const uint32_t *original)
{
    static const ahd_alike exact = {.kind = AHD_ALIKE_EXACT,
                                    .words = {1, 1},
                                    .rows = {1, 1},
                                    .traits = {1, 1},
                                    .firm = {1, 1}};

    f->strength = ahd_new(f->arena, uint32_t, (size_t)f->count + 1);
    f->touched = ahd_new(f->arena, uint32_t, (size_t)f->count + 1);
    for (uint32_t i = 0; i < f->count; i++) {
        if (original[i] != i)
            link(f, i, original[i], &exact);
        else if (at(f, i)->print.words >= AHD_ALIKE_WORDS)
            link_earlier(f, i);
    }
}

/* --------------------------------------------------------------- stories */

/* How much two documents must be of each other to be one story whatever else
 * they copy; how much of a copy its origin must be; and how much of the copy is
 * enough when all of the origin is in it. A round-up of many is in no story. */
static const float mutual = 0.3f, most_of = 0.5f, all_of = 0.8f,
                   considerable = 0.15f;

static bool is_mutual(const ahd_alike *a)
{
    return a->kind == AHD_ALIKE_EXACT ||
           (a->kind == AHD_ALIKE_NEAR && a->rows[0] >= mutual &&
            a->rows[1] >= mutual);
}

static bool may_be_parent(const ahd_story_link *link)
{
    const ahd_alike *a = &link->alike;

    if (!ahd_stories_is_copy(link))
        return false;
    return a->kind != AHD_ALIKE_NEAR || is_mutual(a) || a->rows[0] >= most_of ||
           (a->rows[1] >= all_of && a->rows[0] >= considerable);
}

/* Documents that become stories. */
typedef struct gathering {
    ahd_stories *out;
    ahd_arena *arena;
    uint32_t count;
    uint32_t *rank_of;
    ahd_parting one; /* story */
} gathering;

static uint32_t root_of(const ahd_stories *out, uint32_t doc)
{
    while (out->parent[doc] != AHD_NONE)
        doc = out->links.items[out->parent[doc]].to;
    return doc;
}

/* The first one of a story, whoever leads it, is found at the end. */
static void join_links(gathering *g)
{
    ahd_stories *out = g->out;

    for (uint32_t i = 0; i < g->count; i++)
        out->parent[i] = AHD_NONE;
    for (uint32_t i = 0; i < out->links.count; i++) {
        const ahd_story_link *link = &out->links.items[i];
        bool first = out->parent[link->from] == AHD_NONE && may_be_parent(link);
        if ((first || is_mutual(&link->alike)) &&
            ahd_parting_join(&g->one, link->from, link->to) && first)
            out->parent[link->from] = i;
    }
}

static void number_stories(gathering *g)
{
    ahd_stories *out = g->out;
    uint32_t *first = ahd_new(g->arena, uint32_t, (size_t)g->count + 1);

    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t doc = out->order[i];
        uint32_t *of = &first[ahd_parting_leader(&g->one, doc)];
        if (*of == 0)
            *of = doc + 1;
        out->story[doc] = *of - 1;
        out->root[doc] = /* what it copies came before */
            out->parent[doc] == AHD_NONE
                ? doc
                : out->root[out->links.items[out->parent[doc]].to];
    }
}

static void begin_gathering(gathering *g)
{
    g->rank_of = ahd_new(g->arena, uint32_t, (size_t)g->count + 1);
    g->one = ahd_parting_new(g->arena, g->count);
    for (uint32_t i = 0; i < g->count; i++)
        g->rank_of[g->out->order[i]] = i;
}

static void gather(ahd_stories *out, uint32_t count, ahd_arena *arena)
{
    gathering g = {.out = out, .arena = arena, .count = count};

    begin_gathering(&g);
    join_links(&g);
    number_stories(&g);
}

/* -------------------------------------------------------- what was said */

static void take_sayings(gathering *g, ahd_story_sayings *said)
{
    for (uint32_t i = 0; i < said->count; i++) {
        ahd_story_said *s = &said->items[i];
        s->found = g->out->story[s->one] == g->out->story[s->other];
        s->stands = s->joins ? ahd_parting_join(&g->one, s->one, s->other)
                             : ahd_parting_part(&g->one, s->one, s->other);
    }
}

/* The link from one to the other; a new one when there is none. */
static uint32_t link_between(gathering *g, const uint32_t *first, uint32_t from,
                             uint32_t to)
{
    ahd_stories *out = g->out;

    for (uint32_t i = first[from];
         i < out->links.count && out->links.items[i].from == from; i++)
        if (out->links.items[i].to == to)
            return i;
    *ahd_vec_push(g->arena, &out->links) =
        (ahd_story_link){.from = from, .to = to};
    return out->links.count - 1;
}

/* Of each document, where its links begin. */
static uint32_t *index_links(const gathering *g)
{
    uint32_t *first = ahd_new(g->arena, uint32_t, (size_t)g->count + 1);

    for (uint32_t i = g->out->links.count; i-- > 0;)
        first[g->out->links.items[i].from] = i;
    return first;
}

static void link_said(gathering *g, const ahd_story_sayings *said)
{
    const uint32_t *first = index_links(g);

    for (uint32_t i = 0; i < said->count; i++) {
        const ahd_story_said *s = &said->items[i];
        uint32_t one = root_of(g->out, s->one);
        uint32_t other = root_of(g->out, s->other);
        if (!s->joins || !s->stands || one == other)
            continue;
        bool later = g->rank_of[one] > g->rank_of[other];
        uint32_t from = later ? one : other, to = later ? other : one;
        uint32_t link = link_between(g, first, from, to);
        g->out->links.items[link].alike.kind = AHD_ALIKE_SAID;
        g->out->parent[from] = link;
    }
}

void ahd_stories_tell(ahd_stories *stories, uint32_t count, ahd_arena *arena,
                      ahd_story_sayings *said)
{
    gathering g = {.out = stories, .arena = arena, .count = count};

    begin_gathering(&g);
    take_sayings(&g, said);
    join_links(&g);
    link_said(&g, said);
    number_stories(&g);
}

static void set_agencies(finder *f)
{
    for (uint32_t i = 0; i < f->count; i++) {
        const ahd_credits *c = &f->docs[i].print.credits;
        f->out->agency[i] = c->outlet;
        for (uint32_t k = 0; k < c->count; k++)
            if (c->items[k].whole && f->out->agency[i].len == 0)
                f->out->agency[i] = c->items[k].agency;
    }
}

void ahd_stories_find(const ahd_story_doc *docs, uint32_t count,
                      ahd_arena *arena, ahd_arena *scratch, ahd_stories *out)
{
    finder f = {.docs = docs,
                .count = count,
                .arena = arena,
                .scratch = scratch,
                .out = out};

    *out = (ahd_stories){0};
    out->story = ahd_new(arena, uint32_t, (size_t)count + 1);
    out->root = ahd_new(arena, uint32_t, (size_t)count + 1);
    out->parent = ahd_new(arena, uint32_t, (size_t)count + 1);
    out->agency = ahd_new(arena, ahd_str, (size_t)count + 1);
    f.order = out->order = ahd_sorted_ranks(arena, count, came_before, docs);
    const uint32_t *original = find_originals(&f);
    weigh(&f, original);
    link_all(&f, original);
    gather(out, count, arena);
    set_agencies(&f);
}

const char *ahd_stories_kind_name(ahd_alike_kind kind)
{
    static const char *const names[] = {
        [AHD_ALIKE_NOT] = "none",
        [AHD_ALIKE_EXACT] = "exact",
        [AHD_ALIKE_NEAR] = "near",
        [AHD_ALIKE_SPUN] = "spun",
        [AHD_ALIKE_TRANSLATION] = "translation",
        [AHD_ALIKE_EVENT] = "same-event",
        [AHD_ALIKE_SAID] = "reviewed",
    };

    return names[kind];
}
