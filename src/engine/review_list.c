/* review_list.c - reviews as people and programs see them, beside what the
 * machine says now. */
#include "engine/current.h"
#include "engine/record.h"

#include <stdio.h>

enum { ARENA = 1 << 30, LINE_BYTES = 64 << 20 };

typedef struct listing {
    ahd_store *store;
    const ahd_review_filter *filter;
    ahd_review_fn *each;
    void *context;
    ahd_arena *arena; /* of a page */
    ahd_current page;
    ahd_paired_row paired; /* of the review at hand, when it is of two */
    bool is_paired;
    ahd_buf line, change, disagrees;
    char key[24]; /* of the page */
    bool ended;
} listing;

/* ------------------------------------------------------------ in few words */

static ahd_str or_none(ahd_str s)
{
    return s.len > 0 ? s : AHD_STR("none");
}

static void put_comma(ahd_buf *out, ahd_str what)
{
    if (out->len > 0)
        ahd_buf_add(out, AHD_STR(", "));
    ahd_buf_add(out, what);
}

static void write_sets(const ahd_decided_review *r, ahd_buf *out)
{
    for (int i = 0; i < AHD_LABELS; i++) {
        if (!(r->set.has >> i & 1) ||
            ahd_label_same(r->set.value[i], r->then.value[i]))
            continue;
        put_comma(out, ahd_str_from(ahd_label_names[i]));
        ahd_buf_printf(out, ": %.*s → %.*s",
                       AHD_STR_ARG(or_none(r->then.value[i])),
                       AHD_STR_ARG(or_none(r->set.value[i])));
    }
}

static void write_pair(const ahd_decided_pair *p, ahd_buf *out)
{
    if (p->what.len == 0)
        return;
    put_comma(out, p->what);
    if (p->one.len > 0)
        ahd_buf_printf(out, ": %.*s, %.*s", AHD_STR_ARG(p->one),
                       AHD_STR_ARG(p->other));
    else
        ahd_buf_printf(out, ": “%.*s”", AHD_STR_ARG(p->at.words));
}

static void write_change(const ahd_decided_review *r, ahd_buf *out)
{
    ahd_buf_clear(out);
    write_sets(r, out);
    write_pair(&r->pair, out);
    for (uint32_t i = 0; i < r->links.count; i++) {
        put_comma(out, r->links.items[i].role);
        if (r->links.items[i].sha256.len == 0)
            ahd_buf_add(out, AHD_STR(": none"));
        else
            ahd_buf_printf(out, ": “%.*s”",
                           AHD_STR_ARG(r->links.items[i].at.words));
    }
    if (r->undoes)
        ahd_buf_printf(out, "review %lld", (long long)r->undoes);
}

static void write_fields(const char *who, uint32_t fields, ahd_buf *out)
{
    const char *before = who;

    for (int i = 0; i < AHD_LABELS; i++) {
        if (!(fields >> i & 1))
            continue;
        if (before == who && out->len > 0)
            ahd_buf_add(out, AHD_STR("; "));
        ahd_buf_printf(out, "%s%s%s", before, before == who ? ": " : "",
                       ahd_label_names[i]);
        before = ", ";
    }
}

/* The fields of which this review's word stands, against a new reading. */
static uint32_t fields_by(const ahd_decided_item *item,
                          const ahd_decided_review *r, uint32_t fields)
{
    uint32_t out = 0;

    for (int i = 0; i < AHD_LABELS; i++)
        if (item->by[i] == r->number)
            out |= fields & 1u << i;
    return out;
}

static void put_semicolon(ahd_buf *out, const char *what)
{
    if (out->len > 0)
        ahd_buf_add(out, AHD_STR("; "));
    ahd_buf_add(out, ahd_str_from(what));
}

static const char *found_name(ahd_paired found)
{
    static const char *const names[] = {"two", "one", ""};

    return names[found];
}

/* Found as they said it was, and now no longer. */
static bool found_otherwise(const listing *l, const ahd_decided_review *r)
{
    const ahd_paired_row *row = &l->paired;

    return l->is_paired && row->stands == AHD_PAIRED_YES &&
           row->found != AHD_PAIRED_UNKNOWN &&
           (row->found == AHD_PAIRED_YES) != row->joins &&
           r->pair.found.len > 0 &&
           !ahd_str_eq(r->pair.found, ahd_str_from(found_name(row->found)));
}

static void write_disagrees(const listing *l, const ahd_decided_item *item,
                            const ahd_decided_review *r, ahd_buf *out)
{
    ahd_buf_clear(out);
    write_fields("reading", fields_by(item, r, item->disagrees), out);
    write_fields("reviewers", fields_by(item, r, item->contested), out);
    if (item->contested_whole && item->decided == r->number)
        put_semicolon(out, "reviewers: whether it is an act");
    if (found_otherwise(l, r))
        put_semicolon(out, l->paired.joins ? "settling: they are two"
                                           : "settling: they are one");
}

/* -------------------------------------------------------------------- JSON */

static void put_names(ahd_writer *w, const char *key, uint32_t fields)
{
    ahd_writer_key(w, key);
    ahd_writer_open(w, '[');
    for (int i = 0; i < AHD_LABELS; i++)
        if (fields >> i & 1)
            ahd_writer_str(w, ahd_str_from(ahd_label_names[i]));
    ahd_writer_close(w, ']');
}

static void put_number(ahd_writer *w, const char *key, int64_t n)
{
    ahd_writer_key(w, key);
    if (n != 0)
        ahd_writer_int(w, n);
    else
        ahd_writer_null(w);
}

static void put_true(ahd_writer *w, const char *key, bool yes)
{
    ahd_writer_key(w, key);
    ahd_writer_bool(w, yes);
}

/* The three values of an item, and who differs. */
static void put_item(ahd_writer *w, const ahd_decided_item *item)
{
    ahd_writer_field(w, "act_state", ahd_str_from(item->state));
    put_true(w, "orphaned", item->orphan);
    put_number(w, "merged_into", item->into);
    ahd_review_body_labels(w, "machine", &item->machine);
    ahd_review_body_labels(w, "labelled", &item->labelled);
    ahd_review_body_labels(w, "current", &item->current);
    put_names(w, "disagrees", item->disagrees);
    put_names(w, "contested", item->contested);
    put_true(w, "contested_whole", item->contested_whole);
}

/* What two acts or documents are found to be when nobody says anything. */
static void put_found(ahd_writer *w, const listing *l)
{
    ahd_writer_field(w, "found",
                     ahd_str_from(found_name(
                         l->is_paired ? l->paired.found : AHD_PAIRED_UNKNOWN)));
}

/* The kept body, and behind it how things are now. */
static void write_line(listing *l, uint32_t review,
                       const ahd_decided_item *item, ahd_str state)
{
    ahd_writer w = {.out = &l->line, .comma = true};

    ahd_buf_clear(&l->line);
    ahd_review_body_write(&l->page.reviews.items[review],
                          &l->page.words.items[review], false, &l->line);
    if (l->line.failed || l->line.len == 0)
        return;
    l->line.len--; /* the closing brace */
    ahd_writer_field(&w, "document", l->page.said.id);
    put_number(&w, "n", item->n);
    ahd_writer_field(&w, "state", state);
    put_item(&w, item);
    put_found(&w, l);
    ahd_writer_close(&w, '}');
}

/* ----------------------------------------------------------------- listing */

static ahd_str state_of(const listing *l, uint32_t review)
{
    if (l->page.decided.undone[review])
        return AHD_STR("undone");
    if (ahd_decided_stands(&l->page.in, &l->page.decided, review) &&
        !(l->is_paired && l->paired.stands == AHD_PAIRED_NO))
        return AHD_STR("standing");
    return AHD_STR("superseded");
}

static bool is_wanted(const listing *l, const ahd_review_row *row)
{
    const ahd_review_filter *f = l->filter;

    return (!f->by || ahd_str_eq(row->by, ahd_str_from(f->by))) &&
           (!f->state || ahd_str_eq(row->state, ahd_str_from(f->state))) &&
           (!f->disagreeing || row->disagrees.len > 0) &&
           (!f->orphaned || row->orphaned);
}

static ahd_status give(listing *l, uint32_t i, ahd_error *error)
{
    const ahd_decided_review *r = &l->page.reviews.items[i];
    const ahd_review_words *words = &l->page.words.items[i];
    const ahd_decided_item *item =
        &l->page.decided.items.items[l->page.decided.item_of[i]];
    ahd_str decision = ahd_str_from(ahd_decision_names[r->decision]);

    AHD_TRY(ahd_store_paired(l->store, r->number, &l->paired, &l->is_paired,
                             error));
    write_change(r, &l->change);
    write_disagrees(l, item, r, &l->disagrees);
    ahd_review_row row = {.number = r->number,
                          .n = item->n,
                          .document = l->page.said.id,
                          .by = r->by,
                          .at = words->at,
                          .decision = decision,
                          .why = words->why,
                          .note = words->note,
                          .state = state_of(l, i),
                          .words = r->at.words,
                          .change = ahd_buf_str(&l->change),
                          .disagrees = ahd_buf_str(&l->disagrees),
                          .key = ahd_str_from(l->key),
                          .orphaned = item->orphan};
    if (!is_wanted(l, &row))
        return AHD_OK;
    write_line(l, i, item, row.state);
    row.json = ahd_buf_str(&l->line);
    if (l->line.failed || l->change.failed || l->disagrees.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    l->ended = !l->each(l->context, &row);
    return AHD_OK;
}

static ahd_status give_page(listing *l, int64_t page, ahd_error *error)
{
    l->page.arena = l->arena;
    snprintf(l->key, sizeof l->key, "%lld", (long long)page);
    AHD_TRY(ahd_current_load(l->store, page, AHD_STR(""), &l->page, error));
    for (uint32_t i = 0; i < l->page.reviews.count && !l->ended; i++)
        AHD_TRY(give(l, i, error));
    return AHD_OK;
}

/* The arena jumps back here at its limit. */
static ahd_status give_page_trapped(listing *l, int64_t page, ahd_error *error)
{
    jmp_buf trap;
    ahd_status status;

    ahd_arena_clear(l->arena);
    ahd_arena_trap(l->arena, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = give_page(l, page, error);
    ahd_arena_trap(l->arena, NULL);
    return status;
}

static ahd_status no_document(const char *id, ahd_error *error)
{
    return ahd_fail(error, AHD_EUSAGE,
                    "there is no document '%s'; 'ahd list documents' shows all",
                    id);
}

static ahd_status give_all(listing *l, ahd_error *error)
{
    uint32_t after = 0;

    (void)ahd_str_number(ahd_str_from(l->filter->after), &after);
    int64_t page = after;
    if (l->filter->document) {
        AHD_TRY(ahd_store_page(l->store, ahd_str_from(l->filter->document),
                               &page, error));
        return page == 0 ? no_document(l->filter->document, error)
                         : give_page_trapped(l, page, error);
    }
    while (!l->ended) {
        AHD_TRY(ahd_store_next_reviewed(
            l->store, page, ahd_str_from(l->filter->by), &page, error));
        if (page == 0)
            return AHD_OK;
        AHD_TRY(give_page_trapped(l, page, error));
    }
    return AHD_OK;
}

ahd_status ahd_record_reviews(ahd_record *record,
                              const ahd_review_filter *filter,
                              ahd_review_fn *each, void *context,
                              ahd_error *error)
{
    static const ahd_review_filter any = {0};
    listing l = {.store = record->store,
                 .filter = filter ? filter : &any,
                 .each = each,
                 .context = context,
                 .arena = ahd_arena_new(ARENA),
                 .line = AHD_BUF(LINE_BYTES),
                 .change = AHD_BUF(LINE_BYTES),
                 .disagrees = AHD_BUF(LINE_BYTES)};

    if (l.arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = give_all(&l, error);
    ahd_arena_free(l.arena);
    ahd_buf_finish(&l.line);
    ahd_buf_finish(&l.change);
    ahd_buf_finish(&l.disagrees);
    return status;
}

/* ------------------------------------------------------ the current values */

static void put_links(ahd_writer *w, const ahd_entry_act *act)
{
    ahd_writer_key(w, "about");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < act->links.count; i++) {
        ahd_writer_open(w, '{');
        ahd_writer_key(w, "act");
        ahd_writer_int(w, act->links.items[i].n);
        ahd_writer_field(w, "role", act->links.items[i].role);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

/* The reviews of each item, newest first: the first, and behind each the
 * next; counted from 1, 0 for none. */
typedef struct chain {
    uint32_t *first, *next;
} chain;

static chain chain_reviews(const ahd_current *c)
{
    chain out = {ahd_new(c->arena, uint32_t, c->decided.items.count + 1),
                 ahd_new(c->arena, uint32_t, c->reviews.count + 1)};

    for (uint32_t i = 0; i < c->reviews.count; i++) {
        uint32_t item = c->decided.item_of[i];
        out.next[i] = out.first[item];
        out.first[item] = i + 1;
    }
    return out;
}

static void put_reviews(ahd_writer *w, const ahd_current *c, const chain *all,
                        uint32_t item)
{
    ahd_writer_key(w, "reviews");
    ahd_writer_open(w, '[');
    for (uint32_t i = all->first[item]; i != 0; i = all->next[i - 1])
        ahd_writer_int(w, c->reviews.items[i - 1].number);
    ahd_writer_close(w, ']');
}

static void put_current(ahd_writer *w, const ahd_current *c, const chain *all,
                        uint32_t at)
{
    const ahd_decided_item *item = &c->decided.items.items[at];
    ahd_entry_act act;

    ahd_current_act(ahd_kb_embedded(), c, item, &act);
    ahd_writer_open(w, '{');
    put_number(w, "n", item->n);
    put_true(w, "stands", !item->gone);
    put_item(w, item);
    put_links(w, &act);
    put_reviews(w, c, all, at);
    ahd_review_body_anchor(w, &item->at);
    ahd_writer_close(w, '}');
}

static ahd_status write_current(ahd_record *record, const char *id,
                                ahd_arena *arena, ahd_buf *out,
                                ahd_error *error)
{
    ahd_writer w = {.out = out};
    ahd_current c = {.arena = arena};
    int64_t page;

    AHD_TRY(ahd_store_page(record->store, ahd_str_from(id), &page, error));
    if (page == 0)
        return no_document(id, error);
    AHD_TRY(ahd_current_load(record->store, page, AHD_STR(""), &c, error));
    const chain all = chain_reviews(&c);
    ahd_writer_open(&w, '{');
    ahd_writer_field(&w, "document", c.said.id);
    ahd_writer_field(&w, "sha256", c.said.sha256);
    ahd_writer_key(&w, "acts");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < c.decided.items.count; i++)
        if (!c.decided.items.items[i].about_all)
            put_current(&w, &c, &all, i);
    ahd_writer_close(&w, ']');
    ahd_writer_close(&w, '}');
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

ahd_status ahd_record_current_json(ahd_record *record, const char *id,
                                   ahd_buf *out, ahd_error *error)
{
    ahd_arena *arena = ahd_arena_new(ARENA);
    jmp_buf trap;
    ahd_status status;

    if (arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_trap(arena, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = write_current(record, id, arena, out, error);
    ahd_arena_free(arena);
    return status;
}
