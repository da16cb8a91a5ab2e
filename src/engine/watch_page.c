#include "engine/clock.h"
#include "engine/watch.h"

#include "fetch/pace.h"
#include "source/header.h"
#include "source/http.h"
#include "source/media.h"
#include "source/sniff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    MOST_OUT = 20000, /* articles asked for at a time */
    MOST_TRIES = 6,
    FIRST_WAIT = 600,             /* seconds after the first failure */
    LONGEST_WAIT = 7 * 24 * 3600, /* for a machine that does not answer */
    SNIFFED = 8192,
    BATCH_PAGES = 50,
    BATCH_BYTES = 16 << 20
};
static const double batch_seconds = 1;

/* ----------------------------------------------------------------- going out
 */

void ahd_watch_page_free(ahd_errand_page *page)
{
    if (page == NULL)
        return;
    free(page->url);
    free(page->from);
    free(page->head);
    ahd_buf_finish(&page->bytes);
    free(page);
}

static void list_out(ahd_watch *w, ahd_errand_page *p)
{
    p->after = w->out;
    if (w->out)
        w->out->before = p;
    w->out = p;
    w->out_count++;
}

static void list_in(ahd_watch *w, ahd_errand_page *p)
{
    if (p->before)
        p->before->after = p->after;
    else
        w->out = p->after;
    if (p->after)
        p->after->before = p->before;
    p->before = p->after = NULL;
    w->out_count--;
}

static ahd_status no_memory(ahd_error *error)
{
    return ahd_fail(error, AHD_ENOMEM, "out of memory");
}

static ahd_status go_out(void *context, const ahd_watch_link *link,
                         ahd_error *error)
{
    ahd_watch *w = context;
    ahd_errand_page *p = calloc(1, sizeof *p);

    if (p == NULL)
        return no_memory(error);
    p->link = link->link;
    p->seen = link->seen;
    p->failures = link->failures;
    p->url = strndup(link->url.ptr, link->url.len);
    p->errand.page = p;
    list_out(w, p);
    return p->url ? AHD_OK : no_memory(error);
}

/* The first `taken` of the list have just come to it. They are asked for when
 * the statement that gave them is done. */
static ahd_status ask(ahd_watch *w, size_t taken, ahd_error *error)
{
    ahd_errand_page *p = w->out, *next;

    for (; p && taken > 0; p = next, taken--) {
        const ahd_fetch what = {.url = p->url,
                                .accept = "text/html, "
                                          "application/xhtml+xml;q=0.9, "
                                          "text/plain;q=0.5, */*;q=0.1",
                                .most = AHD_WATCH_PAGE_BYTES,
                                .tag = &p->errand};
        next = p->after; /* what is refused at once leaves the list */
        if (!ahd_fetcher_ask(w->fetcher, &what))
            return no_memory(error);
    }
    return AHD_OK;
}

ahd_status ahd_watch_page_take(ahd_watch *w, ahd_error *error)
{
    size_t before = w->out_count;
    bool due = false;
    const ahd_watch_taking taking = {.now = (int64_t)time(NULL),
                                     .most = MOST_OUT - (int64_t)before,
                                     .each = go_out,
                                     .context = w};

    w->more = false;
    if (before < MOST_OUT)
        AHD_TRY(ahd_store_watch_due(w->store, taking.now, &due, error));
    if (!due)
        return AHD_OK;
    AHD_TRY(ahd_watch_begin(w, error));
    AHD_TRY(ahd_store_watch_take(w->store, &taking, error));
    return ask(w, w->out_count - before, error);
}

/* ------------------------------------------------------------------ answers */

static void leave_out(ahd_errand_page *p, const char *why)
{
    p->state = "left out";
    p->due = 0;
    snprintf(p->why, sizeof p->why, "%s", why);
}

/* Later, but not for ever. */
static void try_again(ahd_errand_page *p, const char *why, int64_t retry_at)
{
    int64_t now = (int64_t)time(NULL);
    uint32_t seed = ahd_str_hash(ahd_str_from(p->url));

    p->failures++;
    p->state = p->failures < MOST_TRIES ? "again" : "failed";
    p->due = now + ahd_pace_back_off(FIRST_WAIT, p->failures, seed);
    if (p->due < retry_at)
        p->due = retry_at;
    if (p->failures >= MOST_TRIES)
        p->due = 0;
    snprintf(p->why, sizeof p->why, "%s", why);
}

/* It was not asked for: its machine is left alone. */
static void wait_for_machine(ahd_errand_page *p, const ahd_fetched *got)
{
    int64_t now = (int64_t)time(NULL);
    bool too_long = now - p->seen > LONGEST_WAIT;

    p->state = too_long ? "failed" : "again";
    p->due = got->retry_at > now ? got->retry_at : now + 1;
    if (too_long)
        p->due = 0;
    snprintf(p->why, sizeof p->why, "%s", got->why);
}

/* Why a body is no page; NULL when it may be one. */
static const char *no_page(const ahd_fetched *got)
{
    ahd_http http = {.status = 0};
    ahd_str head = got->body;

    if (head.len > SNIFFED)
        head.len = SNIFFED;
    if (head.len == 0)
        return "an empty answer";
    ahd_http_set_type(&http,
                      ahd_header_find(got->head, AHD_STR("content-type")));
    ahd_refusal why = ahd_media_judge(ahd_http_type(&http), "");
    return why != AHD_REFUSAL_NONE ? ahd_refusal_name(why)
                                   : ahd_sniff_binary(head);
}

static ahd_status keep(ahd_watch *w, ahd_errand_page *p, const ahd_fetched *got,
                       ahd_error *error)
{
    time_t now = time(NULL);
    struct tm utc;

    gmtime_r(&now, &utc);
    strftime(p->seen_at, sizeof p->seen_at, "%Y-%m-%dT%H:%M:%SZ", &utc);
    p->state = "kept";
    p->fetched = (int64_t)now;
    p->bytes = AHD_BUF(AHD_WATCH_PAGE_BYTES);
    ahd_buf_add(&p->bytes, got->body);
    p->from = strdup(got->url);
    p->head = strndup(got->head.ptr, got->head.len);
    w->ended_bytes += got->body.len;
    return p->bytes.failed || !p->from || !p->head ? no_memory(error) : AHD_OK;
}

static bool may_pass(int status)
{
    return status >= 500 || status == 408 || status == 425 || status == 429;
}

static ahd_status answered(ahd_watch *w, ahd_errand_page *p,
                           const ahd_fetched *got, ahd_error *error)
{
    char why[AHD_WATCH_WHY];
    const char *none = got->status / 100 == 2 ? no_page(got) : NULL;

    snprintf(why, sizeof why, "HTTP %d", got->status);
    if (may_pass(got->status))
        try_again(p, why, got->retry_at);
    else if (got->status / 100 != 2 || none)
        leave_out(p, none ? none : why);
    else
        return keep(w, p, got, error);
    return AHD_OK;
}

ahd_status ahd_watch_page_answer(ahd_watch *w, ahd_errand_page *p,
                                 const ahd_fetched *got, ahd_error *error)
{
    ahd_status status = AHD_OK;

    list_in(w, p);
    p->after = w->ended;
    w->ended = p;
    w->ended_count++;
    if (w->began == 0)
        w->began = ahd_clock_seconds();
    switch (got->end) {
    case AHD_FETCH_ANSWERED:
        status = answered(w, p, got, error);
        break;
    case AHD_FETCH_FAILED:
        try_again(p, got->why, got->retry_at);
        break;
    case AHD_FETCH_HELD:
        wait_for_machine(p, got);
        break;
    case AHD_FETCH_REFUSED:
    case AHD_FETCH_FORBIDDEN:
        leave_out(p, got->why);
        break;
    }
    return status;
}

/* ---------------------------------------------------------------- the batch */

/* Is it time to make it durable? */
bool ahd_watch_is_full(const ahd_watch *w)
{
    if (w->ended_count >= BATCH_PAGES || w->ended_bytes >= BATCH_BYTES)
        return true;
    return w->began > 0 && ahd_clock_seconds() - w->began > batch_seconds;
}

/* The bytes first: an article that is marked as fetched is there. */
static ahd_status keep_pages(ahd_watch *w, ahd_error *error)
{
    ahd_handed *pages = calloc(w->ended_count + 1, sizeof *pages);
    ahd_giving giving = {.pages = pages};

    if (pages == NULL)
        return no_memory(error);
    for (const ahd_errand_page *p = w->ended; p; p = p->after)
        if (p->from)
            pages[giving.count++] =
                (ahd_handed){.bytes = ahd_buf_str(&p->bytes),
                             .url = ahd_str_from(p->from),
                             .headers = ahd_str_from(p->head),
                             .seen_at = ahd_str_from(p->seen_at)};
    ahd_status status = AHD_OK;
    if (giving.count > 0)
        status = ahd_given_keep(w->record, w->engine, &giving, &w->done.added,
                                error);
    free(pages);
    return status;
}

static ahd_status mark_ended(ahd_watch *w, ahd_error *error)
{
    for (const ahd_errand_page *p = w->ended; p; p = p->after) {
        const ahd_watch_end end = {.link = p->link,
                                   .due = p->due,
                                   .fetched = p->fetched,
                                   .failures = p->failures,
                                   .why = ahd_str_from(p->why)};
        AHD_TRY(ahd_watch_begin(w, error));
        AHD_TRY(ahd_store_watch_end(w->store, &end, error));
    }
    return AHD_OK;
}

static ahd_status commit(ahd_watch *w, ahd_error *error)
{
    if (!w->open)
        return AHD_OK;
    w->open = false;
    return ahd_store_commit(w->store, error);
}

static void tell_feed(ahd_watch *w, const ahd_watch_told *t)
{
    const ahd_watched_feed feed = {.url = ahd_str_from(t->feed->row->url),
                                   .name = ahd_str_from(t->feed->row->name),
                                   .state = t->state,
                                   .why = t->why,
                                   .entries = t->entries,
                                   .added = t->added,
                                   .revised = t->revised,
                                   .next = t->next};

    w->done.polled += strcmp(t->state, "waiting") != 0;
    w->done.waiting += strcmp(t->state, "waiting") == 0;
    w->done.changed += strcmp(t->state, "new") == 0;
    w->done.failed += strcmp(t->state, "failed") == 0;
    if (w->hooks->feed)
        w->hooks->feed(w->hooks->context, &feed);
}

static void tell_page(ahd_watch *w, const ahd_errand_page *p)
{
    const ahd_watched_page page = {.url = ahd_str_from(p->url),
                                   .state = p->state,
                                   .why = p->why,
                                   .next = p->due};

    w->done.kept += strcmp(p->state, "kept") == 0;
    w->done.left_out += strcmp(p->state, "left out") == 0;
    w->done.again += strcmp(p->state, "again") == 0;
    w->done.given_up += strcmp(p->state, "failed") == 0;
    if (w->hooks->page)
        w->hooks->page(w->hooks->context, &page);
}

static void tell_all(ahd_watch *w)
{
    for (size_t i = 0; i < w->told_count; i++)
        tell_feed(w, &w->told[i]);
    w->told_count = 0;
    while (w->ended) {
        ahd_errand_page *p = w->ended;
        w->ended = p->after;
        tell_page(w, p);
        ahd_watch_page_free(p);
    }
    w->ended_count = w->ended_bytes = 0;
    w->began = 0;
}

ahd_status ahd_watch_flush(ahd_watch *w, ahd_error *error)
{
    AHD_TRY(commit(w, error));
    AHD_TRY(keep_pages(w, error));
    AHD_TRY(mark_ended(w, error));
    AHD_TRY(commit(w, error));
    tell_all(w);
    return AHD_OK;
}
