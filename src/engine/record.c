/* record.c - the record: what is read goes into the store, and back out.
 *
 * Pages are kept in batches, each one transaction; people are told only of
 * what a finished batch has made durable. */
#include "engine/record.h"
#include "engine/agreement_card.h"
#include "engine/clock.h"
#include "engine/current.h"
#include "engine/given.h"
#include "engine/indexing.h"
#include "engine/naming.h"
#include "engine/ring.h"
#include "engine/settle.h"
#include "engine/settle_stories.h"

#include "base/day.h"
#include "output/registry.h"
#include "output/writer.h"
#include "source/http.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

enum { BATCH_PAGES = 200, ENTRY_BYTES = 1 << 30, LINE_BYTES = 1024 };
static const double batch_seconds = 0.5;

ahd_status ahd_record_open(const char *path, bool write, ahd_record **out,
                           ahd_error *error)
{
    ahd_record *record = calloc(1, sizeof *record);

    *out = NULL;
    if (record == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = ahd_store_open(path, write, &record->store, error);
    if (status == AHD_OK && write)
        status = ahd_record_catch_up(record, error);
    if (status == AHD_OK)
        *out = record;
    else
        ahd_record_close(record);
    return status;
}

void ahd_record_close(ahd_record *record)
{
    if (record == NULL)
        return;
    ahd_store_close(record->store);
    ahd_terms_finish(&record->terms);
    ahd_arena_free(record->places_arena);
    free(record);
}

/* ----------------------------------------------------------- one batch */

typedef struct work {
    ahd_store *store;
    ahd_engine *engine;
    const ahd_progress *progress;
    ahd_arena *arena; /* of one entry */
    ahd_indexing indexing;
    ahd_added done;     /* durable, but for `skipped` */
    ahd_added now;      /* with what the open batch holds */
    double began;       /* of the open batch, in seconds */
    uint32_t pending;   /* its pages; 0: no batch is open */
    ahd_giving *giving; /* pages in memory; who gives them settles */
} work;

static void tell(const work *w, bool done)
{
    if (w->progress && w->progress->tick)
        w->progress->tick(w->progress->context, &w->done, done);
}

static ahd_status begin_page(work *w, ahd_error *error)
{
    if (w->pending == 0) {
        AHD_TRY(ahd_store_begin(w->store, error));
        w->began = ahd_clock_seconds();
    }
    w->pending++;
    return AHD_OK;
}

static ahd_status end_batch(work *w, ahd_error *error)
{
    if (w->pending == 0)
        return AHD_OK;
    AHD_TRY(ahd_store_commit(w->store, error));
    w->pending = 0;
    w->now.passed = w->engine->counts.passed;
    w->done = w->now;
    return AHD_OK;
}

static ahd_status end_page(work *w, ahd_error *error)
{
    if (w->pending < BATCH_PAGES &&
        ahd_clock_seconds() - w->began < batch_seconds)
        return AHD_OK;
    AHD_TRY(end_batch(w, error));
    tell(w, false);
    return AHD_OK;
}

/* ------------------------------------------------------------- one page */

static void count(work *w, const ahd_doc *doc)
{
    bool article = doc->kind == AHD_KIND_ARTICLE;

    w->now.articles += article;
    w->now.refused += !article;
    w->now.acts += doc->acts.count;
}

/* The reading, what stands of it after what people said of the page, and its
 * words. */
static ahd_status put_entry(work *w, int64_t page, const ahd_doc *doc,
                            const ahd_entry *entry, ahd_error *error)
{
    AHD_TRY(ahd_store_write(w->store, page, entry, error));
    AHD_TRY(ahd_indexing_put(&w->indexing, w->store, page, doc, entry, error));
    if (doc->kind == AHD_KIND_ARTICLE) {
        ahd_fingerprint print;
        ahd_fingerprint_make(&w->engine->kb, doc, w->arena, &print);
        AHD_TRY(ahd_settle_print(w->store, page, &print, error));
    }
    return ahd_current_keep(w->store, page, entry->json, w->arena, error);
}

static ahd_status write_entry(work *w, int64_t page, const ahd_doc *doc,
                              ahd_error *error)
{
    jmp_buf trap;
    ahd_status status;

    ahd_arena_clear(w->arena);
    ahd_arena_trap(w->arena, &trap);
    if (setjmp(trap)) {
        ahd_arena_trap(w->arena, NULL);
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    const ahd_entry *entry = ahd_entry_make(&w->engine->kb, doc, w->arena);
    if (entry)
        status = put_entry(w, page, doc, entry, error);
    else
        status = ahd_fail(error, AHD_ELIMIT,
                          "page %.*s makes more output than fits; leave it out",
                          AHD_STR_ARG(doc->path));
    ahd_arena_trap(w->arena, NULL);
    return status;
}

static ahd_sighting sighting_of(const ahd_origin *origin, ahd_str sha256)
{
    return (ahd_sighting){.sha256 = sha256,
                          .bytes = origin->in->bytes,
                          .url = origin->in->url,
                          .path = origin->in->path,
                          .seen_at = origin->seen_at,
                          .headers = origin->headers,
                          .line = origin->in->line,
                          .format = origin->in->format};
}

/* What a run that was cut short has kept is not read again. */
static ahd_status is_known(void *context, const ahd_origin *origin,
                           ahd_str sha256, bool *known, ahd_error *error)
{
    const work *w = context;
    const ahd_sighting seen = sighting_of(origin, sha256);

    return ahd_store_knows(w->store, &seen, known, error);
}

static ahd_status keep_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    work *w = context;
    ahd_sighting seen = sighting_of(&w->engine->origin, doc->sha256);
    ahd_kept kept;

    if (seen.url.len == 0)
        seen.url = doc->url;
    AHD_TRY(begin_page(w, error));
    AHD_TRY(ahd_store_keep(w->store, &seen, &kept, error));
    w->now.seen++;
    w->now.new_pages += kept.new_page;
    w->now.known_pages += !kept.new_page;
    if (kept.to_be_read && !w->engine->origin.known)
        AHD_TRY(write_entry(w, kept.page, doc, error));
    if (kept.new_page)
        count(w, doc);
    return end_page(w, error);
}

/* A file that cannot be read is told at once: the record has no part in it. */
static void skip(void *context, const ahd_error *why)
{
    work *w = context;

    w->now.skipped += why->status != AHD_OK;
    w->done.skipped = w->now.skipped;
    if (w->progress && w->progress->skipped)
        w->progress->skipped(w->progress->context, why);
}

/* --------------------------------------------------------- adding, again */

static ahd_status add_all(work *w, const char *const *paths, size_t path_count,
                          ahd_error *error)
{
    const ahd_hooks hooks = {.context = w, .page = keep_page, .skipped = skip};

    w->engine->pass = (ahd_pass){is_known, w};
    ahd_status status =
        w->giving
            ? ahd_ring_run(w->engine, ahd_given_feed, w->giving, &hooks, error)
            : ahd_read(w->engine, paths, path_count, &hooks, error);
    w->engine->pass = (ahd_pass){NULL, NULL};
    return status;
}

static ahd_status keep_again(void *context, const ahd_doc *doc,
                             ahd_error *error)
{
    work *w = context;

    AHD_TRY(begin_page(w, error));
    AHD_TRY(write_entry(w, w->engine->origin.tag, doc, error));
    w->now.seen++;
    w->now.known_pages++;
    count(w, doc);
    return end_page(w, error);
}

/* The address and charset that the container told are told again; an address
 * that was read out of the page is not: it is read again. */
ahd_status ahd_record_put_again(ahd_ring *ring, const ahd_sighting *seen,
                                int64_t page, ahd_error *error)
{
    bool fetched = seen->headers.len > 0;
    char *path = strndup(seen->path.ptr, seen->path.len);

    if (path == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    const ahd_page again = {.path = path,
                            .line = seen->line,
                            .bytes = seen->bytes,
                            .format = seen->format,
                            .url = fetched ? seen->url : AHD_STR(""),
                            .charset = ahd_http_charset(seen->headers)};
    ahd_status status = ahd_ring_put(ring, &again, page);
    free(path);
    return status;
}

static ahd_status feed_kept(void *context, ahd_ring *ring, ahd_error *error)
{
    work *w = context;
    ahd_sighting seen;
    int64_t page = 0;

    for (;;) {
        AHD_TRY(ahd_store_next(w->store, page, &page, &seen, error));
        if (page == 0)
            return AHD_OK;
        AHD_TRY(ahd_record_put_again(ring, &seen, page, error));
    }
}

/* Each reading has its own line; this one says why there are new ones. */
static ahd_status log_rebuild(work *w, ahd_error *error)
{
    ahd_buf body = AHD_BUF(LINE_BYTES);
    ahd_writer out = {.out = &body};

    ahd_writer_open(&out, '{');
    ahd_writer_key(&out, "pages");
    ahd_writer_int(&out, (int64_t)w->now.seen);
    ahd_writer_field(&out, "version", AHD_STR(AHD_VERSION));
    ahd_writer_field(&out, "kb", w->engine->kb.version);
    ahd_writer_field(&out, "words", w->engine->kb.lang->version);
    ahd_writer_close(&out, '}');
    ahd_status status = begin_page(w, error);
    if (status == AHD_OK)
        status = ahd_store_log(w->store, AHD_STR("rebuild"), ahd_buf_str(&body),
                               error);
    ahd_buf_finish(&body);
    return status;
}

static ahd_status rebuild_all(work *w, ahd_error *error)
{
    const ahd_hooks hooks = {.context = w, .page = keep_again};

    AHD_TRY(ahd_ring_run(w->engine, feed_kept, w, &hooks, error));
    return log_rebuild(w, error);
}

/* The last batch is closed, or undone; people hear of what is durable. */
static ahd_status finish(work *w, ahd_status status, ahd_error *error)
{
    if (status == AHD_OK)
        status = end_batch(w, error);
    if (status == AHD_OK && w->giving == NULL)
        status = ahd_settle(w->store, &w->engine->kb, error);
    if (status != AHD_OK)
        ahd_store_undo(w->store);
    ahd_arena_free(w->arena);
    ahd_indexing_finish(&w->indexing);
    w->done.passed = w->engine->counts.passed;
    tell(w, true);
    return status;
}

static ahd_status start(work *w, ahd_error *error)
{
    w->arena = ahd_arena_new(ENTRY_BYTES);
    if (ahd_indexing_init(&w->indexing, &w->engine->kb) && w->arena)
        return AHD_OK;
    ahd_arena_free(w->arena);
    ahd_indexing_finish(&w->indexing);
    return ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* NOLINTNEXTLINE(readability-function-size): what ahd.h gives it. */
ahd_status ahd_record_add(ahd_record *record, ahd_engine *engine,
                          const char *const *paths, size_t path_count,
                          const ahd_progress *progress, ahd_error *error)
{
    work w = {.store = record->store, .engine = engine, .progress = progress};

    AHD_TRY(start(&w, error));
    return finish(&w, add_all(&w, paths, path_count, error), error);
}

ahd_status ahd_record_rebuild(ahd_record *record, ahd_engine *engine,
                              const ahd_progress *progress, ahd_error *error)
{
    work w = {.store = record->store, .engine = engine, .progress = progress};

    AHD_TRY(start(&w, error));
    return finish(&w, rebuild_all(&w, error), error);
}

ahd_status ahd_given_keep(ahd_record *record, ahd_engine *engine,
                          ahd_giving *giving, ahd_added *done, ahd_error *error)
{
    work w = {.store = record->store,
              .engine = engine,
              .progress = giving->progress,
              .done = *done,
              .now = *done,
              .giving = giving};

    AHD_TRY(start(&w, error));
    ahd_status status = finish(&w, add_all(&w, NULL, 0, error), error);
    *done = w.done;
    return status;
}

/* -------------------------------------------------------------- listing */

ahd_status ahd_record_documents(ahd_record *record, const ahd_filter *filter,
                                ahd_document_fn *each, void *context,
                                ahd_error *error)
{
    return ahd_store_documents(record->store, filter, each, context, error);
}

ahd_status ahd_record_acts(ahd_record *record, const ahd_filter *filter,
                           ahd_act_fn *each, void *context, ahd_error *error)
{
    return ahd_store_acts(record->store, filter, each, context, error);
}

/* A day as precise as it is known, into `iso`. */
static ahd_str date_of(const ahd_kb *kb, const ahd_agreement *a,
                       char iso[AHD_DAY_ISO])
{
    ahd_str precision = ahd_kb_str(kb, a->precision);

    if (a->date == AHD_KB_NO_DAY)
        return AHD_STR("");
    ahd_day_iso(a->date, iso);
    if (ahd_str_eq(precision, AHD_STR("year")))
        return (ahd_str){iso, sizeof "2020" - 1};
    if (ahd_str_eq(precision, AHD_STR("month")))
        return (ahd_str){iso, sizeof "2020-10" - 1};
    return (ahd_str){iso, AHD_DAY_ISO};
}

typedef struct listing {
    ahd_record *record;
    const ahd_kb *kb;
    uint8_t *listed; /* by agreement; NULL when it does not matter */
    ahd_agreement_fn *agreement;
    ahd_actor_fn *actor;
    void *context;
    bool ended;
} listing;

static void fill_agreement(const listing *l, uint32_t i, char iso[AHD_DAY_ISO],
                           ahd_agreement_row *row)
{
    const ahd_kb *kb = l->kb;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, i);

    row->id = ahd_kb_str(kb, a->id);
    row->kind = ahd_kb_str(kb, a->kind);
    row->country = ahd_kb_str(kb, a->country);
    row->date = date_of(kb, a, iso);
    row->place = ahd_kb_str(kb, a->place);
    row->name_ar = ahd_kb_str(kb, a->ar);
    row->name_en = ahd_kb_str(kb, a->en);
    row->confidence = ahd_kb_str(kb, a->confidence);
}

static void name_place(const listing *l, ahd_agreement_row *row)
{
    const ahd_place *place = ahd_naming_place_called(l->record, row->place);

    if (place)
        row->place_ar = ahd_kb_str(l->kb, place->ar);
}

static bool give_agreement(void *context, const ahd_agreement_row *kept)
{
    listing *l = context;
    ahd_agreement_row row = *kept;
    char iso[AHD_DAY_ISO];
    uint32_t i = ahd_kb_find_agreement(l->kb, kept->id);

    if (i != AHD_KB_NONE) {
        fill_agreement(l, i, iso, &row);
        if (l->listed)
            l->listed[i] = 1;
    }
    name_place(l, &row);
    l->ended = !l->agreement(l->context, &row);
    return !l->ended;
}

static void give_the_rest(listing *l)
{
    char iso[AHD_DAY_ISO];

    for (uint32_t i = 0; !l->ended && i < l->kb->agreements.count; i++) {
        ahd_agreement_row row = {.found = false};
        if (l->listed[i])
            continue;
        fill_agreement(l, i, iso, &row);
        name_place(l, &row);
        l->ended = !l->agreement(l->context, &row);
    }
}

ahd_status ahd_record_agreements(ahd_record *record, bool all,
                                 ahd_agreement_fn *each, void *context,
                                 ahd_error *error)
{
    listing l = {.record = record,
                 .kb = ahd_kb_embedded(),
                 .agreement = each,
                 .context = context};

    if (all) {
        l.listed = calloc(l.kb->agreements.count + 1, 1);
        if (l.listed == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    ahd_status status =
        ahd_store_agreements(record->store, give_agreement, &l, error);
    if (status == AHD_OK && all)
        give_the_rest(&l);
    free(l.listed);
    return status;
}

/* "~p-flnflnn-ly": what the id itself tells (names/provisional.h). The name is
 * that of the text, in its letters. */
static void tell_stranger(ahd_actor_row *row)
{
    ahd_str id = row->id, name = row->name_en;

    row->provisional = true;
    row->type = ahd_str_starts(id, AHD_STR("~p"))
                    ? AHD_STR("unconfirmed-person")
                    : AHD_STR("unconfirmed-organisation");
    if (id.len > 6 && id.ptr[id.len - 3] == '-')
        row->country = (ahd_str){id.ptr + id.len - 2, 2};
    if (name.len > 0 && (unsigned char)name.ptr[0] >= 0x80) {
        row->name_ar = name;
        row->name_en = AHD_STR("");
    }
}

static bool give_actor(void *context, const ahd_actor_row *kept)
{
    listing *l = context;
    ahd_actor_row row = *kept;
    uint32_t i = ahd_kb_find_actor(l->kb, kept->id);

    if (ahd_registry_is_stranger(kept->id))
        tell_stranger(&row);
    if (i != AHD_KB_NONE) {
        const ahd_actor *a = ahd_kb_actor_at(l->kb, i);
        row.type = ahd_str_from(ahd_kb_actor_type_name(a->type));
        row.country = ahd_kb_str(l->kb, a->country);
        row.name_ar = ahd_kb_str(l->kb, a->ar);
        row.name_en = ahd_kb_str(l->kb, a->en);
    }
    return l->actor(l->context, &row);
}

ahd_status ahd_record_actors(ahd_record *record, ahd_actor_fn *each,
                             void *context, ahd_error *error)
{
    listing l = {.kb = ahd_kb_embedded(), .actor = each, .context = context};

    return ahd_store_actors(record->store, give_actor, &l, error);
}

ahd_status ahd_record_actors_after(ahd_record *record, const ahd_filter *filter,
                                   ahd_actor_fn *each, void *context,
                                   ahd_error *error)
{
    listing l = {.kb = ahd_kb_embedded(), .actor = each, .context = context};

    return ahd_store_actors_after(record->store, filter, give_actor, &l, error);
}

/* -------------------------------------------------------- single entries */

static ahd_status unknown(const char *what, const char *list, const char *id,
                          ahd_error *error)
{
    return ahd_fail(error, AHD_EUSAGE,
                    "there is no %s '%s'; 'ahd list %s' shows all", what, id,
                    list);
}

static ahd_status fits(const ahd_buf *out, ahd_error *error)
{
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

ahd_status ahd_record_document_json(ahd_record *record, const char *id,
                                    ahd_buf *out, ahd_error *error)
{
    bool found = false;

    AHD_TRY(ahd_store_document(record->store, ahd_str_from(id), out, &found,
                               error));
    return found ? fits(out, error)
                 : unknown("document", "documents", id, error);
}

ahd_status ahd_agreement_json(ahd_record *record, const char *id, ahd_buf *out,
                              ahd_error *error)
{
    bool found = false;

    AHD_TRY(ahd_agreement_card(record ? record->store : NULL, ahd_str_from(id),
                               out, &found, error));
    return found ? fits(out, error)
                 : unknown("agreement", "agreements --all", id, error);
}

ahd_status ahd_actor_json(const char *id, ahd_buf *out, ahd_error *error)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_actor(kb, ahd_str_from(id));

    if (ahd_registry_is_stranger(ahd_str_from(id)))
        ahd_registry_stranger(ahd_str_from(id), out);
    else if (row == AHD_KB_NONE)
        return unknown("actor", "actors", id, error);
    else
        ahd_registry_actor(kb, row, out);
    return fits(out, error);
}
