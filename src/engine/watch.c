/* watch.c - feeds are polled when they are due, and what is new is kept. */
#include "engine/watch.h"
#include "engine/clock.h"
#include "engine/record.h"
#include "engine/settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { POLL_MILLISECONDS = 100, SETTLE_RATIO = 20 };
static const double look_seconds = 0.5; /* between two looks at what is due */

ahd_status ahd_watch_begin(ahd_watch *w, ahd_error *error)
{
    if (w->open)
        return AHD_OK;
    AHD_TRY(ahd_store_begin(w->store, error));
    w->open = true;
    if (w->began == 0)
        w->began = ahd_clock_seconds();
    return AHD_OK;
}

ahd_status ahd_watch_tell(ahd_watch *w, const ahd_watch_told *told,
                          ahd_error *error)
{
    if (w->told_count == w->told_capacity) {
        size_t capacity = w->told_capacity ? w->told_capacity * 2 : 64;
        ahd_watch_told *more = realloc(w->told, capacity * sizeof *more);
        if (more == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
        w->told = more;
        w->told_capacity = capacity;
    }
    w->told[w->told_count++] = *told;
    return AHD_OK;
}

/* ------------------------------------------------- called by the fetcher */

/* What fails here is of the record: the loop ends with it. */
static void note(ahd_watch *w, ahd_status status, const ahd_error *why)
{
    if (w->status != AHD_OK)
        return;
    w->status = status;
    w->why = *why;
}

static void take_answer(void *context, const ahd_fetched *got)
{
    ahd_watch *w = context;
    const ahd_errand *errand = got->tag;
    ahd_error why = {0};

    ahd_status status = errand->feed
                            ? ahd_watch_feed_answer(w, errand->feed, got, &why)
                            : ahd_watch_page_answer(w, errand->page, got, &why);
    if (status != AHD_OK)
        note(w, status, &why);
}

static bool recall(void *context, const char *host, ahd_fetch_memory *out)
{
    ahd_watch *w = context;
    ahd_watch_host kept = {.host = ahd_str_from(host)};
    ahd_error why = {0};
    bool found = false;

    ahd_status status =
        ahd_store_watch_recall(w->store, &kept, &w->robots, &found, &why);
    if (status != AHD_OK)
        note(w, status, &why);
    *out = (ahd_fetch_memory){.robots = kept.robots,
                              .robots_at = kept.robots_at,
                              .held_until = kept.held_until,
                              .failures = kept.failures};
    return found && status == AHD_OK;
}

static void remember(void *context, const char *host,
                     const ahd_fetch_memory *what)
{
    ahd_watch *w = context;
    const ahd_watch_host kept = {.host = ahd_str_from(host),
                                 .robots = what->robots,
                                 .robots_at = what->robots_at,
                                 .held_until = what->held_until,
                                 .failures = what->failures};
    ahd_error why = {0};

    ahd_status status = ahd_watch_begin(w, &why);
    if (status == AHD_OK)
        status = ahd_store_watch_keep(w->store, &kept, &why);
    if (status != AHD_OK)
        note(w, status, &why);
}

/* ------------------------------------------------------------------ feeds */

static ahd_status ask_feed(ahd_watch *w, size_t i, ahd_error *error)
{
    ahd_errand_feed *f = &w->feeds[i];
    const ahd_fetch what = {.url = f->row->url,
                            .etag = ahd_str_from(f->known.etag),
                            .modified = ahd_str_from(f->known.modified),
                            .accept =
                                "application/rss+xml, application/atom+xml, "
                                "application/feed+json, application/xml;q=0.9, "
                                "text/xml;q=0.9, */*;q=0.1",
                            .most = AHD_WATCH_PAGE_BYTES,
                            .tag = &w->errands[i]};

    f->out = true;
    return ahd_fetcher_ask(w->fetcher, &what)
               ? AHD_OK
               : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* What failed, or was told to wait, keeps to its day even for `now`. */
static bool is_due(const ahd_watch *w, const ahd_errand_feed *f, bool first)
{
    bool now = first && w->options->now && f->known.failures == 0;

    return !f->out && (now || f->known.due <= (int64_t)time(NULL));
}

static ahd_status poll_feeds(ahd_watch *w, bool first, ahd_error *error)
{
    for (size_t i = 0; i < w->list.count; i++) {
        ahd_errand_feed *f = &w->feeds[i];
        const ahd_watch_told told = {.feed = f,
                                     .state = "waiting",
                                     .why = "not due yet",
                                     .next = f->known.due};
        if (is_due(w, f, first))
            AHD_TRY(ask_feed(w, i, error));
        else if (first)
            AHD_TRY(ahd_watch_tell(w, &told, error));
    }
    return AHD_OK;
}

/* ------------------------------------------------------------------- loop */

static bool is_stopped(const ahd_watch *w)
{
    return w->hooks->stop && w->hooks->stop(w->hooks->context);
}

static void tick(ahd_watch *w)
{
    w->done.open = ahd_fetcher_waiting(w->fetcher);
    if (w->hooks->tick)
        w->hooks->tick(w->hooks->context, &w->done);
}

static ahd_status step(ahd_watch *w, ahd_error *error)
{
    ahd_fetcher_run(w->fetcher, POLL_MILLISECONDS);
    if (w->status != AHD_OK) {
        if (error)
            *error = w->why;
        return w->status;
    }
    if (w->more)
        AHD_TRY(ahd_watch_page_take(w, error));
    if (ahd_watch_is_full(w))
        AHD_TRY(ahd_watch_flush(w, error));
    tick(w);
    return AHD_OK;
}

/* Settling looks at the whole record: it gets a twentieth of the time. */
static ahd_status settle(ahd_watch *w, ahd_error *error)
{
    double began = ahd_clock_seconds();

    if (began < w->settle_at)
        return AHD_OK;
    AHD_TRY(ahd_settle(w->store, &w->engine->kb, error));
    double now = ahd_clock_seconds();
    w->settle_at = now + SETTLE_RATIO * (now - began);
    return AHD_OK;
}

/* Nothing is asked for: a time to settle what was added. */
static ahd_status pause_for(ahd_watch *w, bool *over, ahd_error *error)
{
    *over = false;
    if (ahd_fetcher_waiting(w->fetcher) > 0 || w->more)
        return AHD_OK;
    if (w->began > 0)
        AHD_TRY(ahd_watch_flush(w, error));
    *over = w->options->once;
    return *over ? AHD_OK : settle(w, error);
}

/* At the start, and then now and again. */
static ahd_status look(ahd_watch *w, double *looked, ahd_error *error)
{
    double now = ahd_clock_seconds();
    bool first = *looked < 0;

    if (!first && now - *looked <= look_seconds)
        return AHD_OK;
    *looked = now;
    if (first || !w->options->once)
        AHD_TRY(poll_feeds(w, first, error));
    return first || !w->options->once ? ahd_watch_page_take(w, error) : AHD_OK;
}

static ahd_status loop(ahd_watch *w, ahd_error *error)
{
    double looked = -1;
    bool over = false;

    while (!over && !is_stopped(w)) {
        AHD_TRY(look(w, &looked, error));
        AHD_TRY(step(w, error));
        AHD_TRY(pause_for(w, &over, error));
    }
    return ahd_watch_flush(w, error);
}

/* ------------------------------------------------------------------ opening */

static ahd_status list_feeds(ahd_watch *w, ahd_error *error)
{
    w->feeds = calloc(w->list.count, sizeof *w->feeds);
    w->errands = calloc(w->list.count, sizeof *w->errands);
    if (w->feeds == NULL || w->errands == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    AHD_TRY(ahd_watch_begin(w, error));
    AHD_TRY(ahd_store_watch_clear(w->store, error));
    for (size_t i = 0; i < w->list.count; i++) {
        w->feeds[i].row = &w->list.rows[i];
        w->errands[i].feed = &w->feeds[i];
        AHD_TRY(ahd_store_watch_list(w->store,
                                     ahd_str_from(w->list.rows[i].url),
                                     &w->feeds[i].known, error));
    }
    AHD_TRY(ahd_store_watch_start(w->store, error));
    return ahd_watch_flush(w, error);
}

static ahd_status read_allowance(const ahd_watch_options *options,
                                 ahd_allowance *out, ahd_error *error)
{
    ahd_str rest = ahd_str_from(options->allow);

    out->all = options->allow_private;
    while (rest.len > 0) {
        ahd_str net = ahd_str_trim(ahd_str_cut(&rest, ','));
        if (out->count == AHD_NETWORK_NETS)
            return ahd_fail(error, AHD_EUSAGE,
                            "more than 16 networks are allowed; name larger "
                            "ones");
        if (!ahd_network_read(net, &out->nets[out->count++]))
            return ahd_fail(error, AHD_EUSAGE,
                            "'%.40s' is no network; write 10.0.0.0/8 or "
                            "127.0.0.2",
                            options->allow);
    }
    return AHD_OK;
}

/* A header line is made of it. */
static ahd_status read_contact(const char *contact, ahd_manners *manners,
                               ahd_error *error)
{
    for (const char *c = contact; c && *c; c++)
        if ((unsigned char)*c < ' ' || *c == '(' || *c == ')' || *c == 0x7F)
            return ahd_fail(error, AHD_EUSAGE,
                            "the contact is a line without brackets, such as "
                            "https://me.example/");
    int len = snprintf(manners->agent, sizeof manners->agent, "%s/%s%s%s%s",
                       AHD_ROBOTS_TOKEN, AHD_VERSION, contact ? " (+" : "",
                       contact ? contact : "", contact ? ")" : "");
    if (len >= (int)sizeof manners->agent)
        return ahd_fail(error, AHD_EUSAGE,
                        "the contact is over 200 bytes; shorten it");
    return AHD_OK;
}

static ahd_status open_fetcher(ahd_watch *w, ahd_error *error)
{
    const ahd_watch_options *o = w->options;
    ahd_fetcher_options options = {.manners.timeout = o->timeout,
                                   .gap = o->gap,
                                   .connections = (int)o->connections};
    const ahd_fetcher_hooks hooks = {
        .context = w, .got = take_answer, .recall = recall, .keep = remember};

    AHD_TRY(read_allowance(o, &options.manners.allowed, error));
    AHD_TRY(read_contact(o->contact, &options.manners, error));
    w->fetcher = ahd_fetcher_new(&options, &hooks);
    return w->fetcher ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

static void finish(ahd_watch *w)
{
    ahd_fetcher_free(w->fetcher);
    while (w->out) {
        ahd_errand_page *p = w->out;
        w->out = p->after;
        ahd_watch_page_free(p);
    }
    while (w->ended) {
        ahd_errand_page *p = w->ended;
        w->ended = p->after;
        ahd_watch_page_free(p);
    }
    free(w->told);
    free(w->errands);
    free(w->feeds);
    ahd_buf_finish(&w->robots);
    ahd_feedlist_finish(&w->list);
}

static ahd_status run(ahd_watch *w, ahd_error *error)
{
    AHD_TRY(open_fetcher(w, error));
    AHD_TRY(ahd_feedlist_read(&w->list, w->options->feeds, error));
    AHD_TRY(list_feeds(w, error));
    AHD_TRY(loop(w, error));
    AHD_TRY(ahd_settle(w->store, &w->engine->kb, error));
    tick(w);
    return AHD_OK;
}

ahd_status ahd_record_watch(ahd_record *record, ahd_engine *engine,
                            const ahd_watch_options *options,
                            const ahd_watch_hooks *hooks, ahd_error *error)
{
    ahd_watch w = {.record = record,
                   .engine = engine,
                   .store = record->store,
                   .options = options,
                   .hooks = hooks,
                   .robots = AHD_BUF(AHD_ROBOTS_BYTES + 1)};

    ahd_status status = run(&w, error);
    if (status != AHD_OK)
        ahd_store_undo(w.store);
    finish(&w);
    return status;
}
