#include "engine/watch.h"

#include "base/sha256.h"
#include "fetch/feedwalk.h"
#include "fetch/pace.h"
#include "source/header.h"
#include "source/http.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct poll {
    ahd_watch *watch;
    ahd_errand_feed *feed;
    ahd_watch_told told;
    int64_t now;
} poll;

/* ---------------------------------------------------------- when it is due */

static int64_t interval_of(const ahd_errand_feed *f)
{
    if (f->row->interval > 0)
        return f->row->interval;
    return f->known.interval > 0 ? f->known.interval : AHD_PACE_FIRST;
}

static void succeed(poll *p, bool changed)
{
    ahd_watch_feed *known = &p->feed->known;
    int64_t interval = interval_of(p->feed);

    if (p->feed->row->interval == 0 && known->polled > 0)
        interval = ahd_pace_interval(interval, changed);
    known->interval = interval;
    known->failures = 0;
    known->due = p->now + interval;
    p->told.state = changed ? "new" : "unchanged";
}

static void fail(poll *p, const char *why, int64_t retry_at)
{
    ahd_watch_feed *known = &p->feed->known;
    uint32_t seed = ahd_str_hash(ahd_str_from(p->feed->row->url));

    known->failures++;
    known->due =
        p->now + ahd_pace_back_off(interval_of(p->feed), known->failures, seed);
    if (known->due < retry_at)
        known->due = retry_at;
    p->told.state = "failed";
    snprintf(p->told.why, sizeof p->told.why, "%s", why);
}

/* ------------------------------------------------------------ what it says */

static ahd_status take_entry(void *context, const ahd_feedwalk_entry *entry,
                             ahd_error *error)
{
    poll *p = context;
    const ahd_watch_link link = {
        .feed = p->feed->known.feed, .url = entry->url, .mark = entry->mark};
    ahd_watch_news news;

    p->told.entries++;
    AHD_TRY(ahd_store_watch_see(p->watch->store, &link, p->now, &news, error));
    p->told.added += news == AHD_WATCH_NEW;
    p->told.revised += news == AHD_WATCH_REVISED;
    p->watch->more = true;
    return AHD_OK;
}

/* Does a failure concern the feed alone, and not the record? */
static bool is_of_feed(ahd_status status)
{
    return status == AHD_EFORMAT || status == AHD_ELIMIT || status == AHD_EIO;
}

static void copy(char *out, size_t size, ahd_str text)
{
    size_t len = text.len < size ? text.len : 0; /* none rather than half */

    memcpy(out, text.ptr, len);
    out[len] = '\0';
}

/* What was read to its end need not be sent again. */
static void remember(poll *p, const ahd_fetched *got, const char *digest)
{
    ahd_watch_feed *known = &p->feed->known;

    copy(known->etag, sizeof known->etag,
         ahd_header_find(got->head, AHD_STR("etag")));
    copy(known->modified, sizeof known->modified,
         ahd_header_find(got->head, AHD_STR("last-modified")));
    copy(known->digest, sizeof known->digest, ahd_str_from(digest));
}

static ahd_status take_feed(poll *p, const ahd_fetched *got, ahd_error *error)
{
    const ahd_feedwalk_in in = {.url = got->url,
                                .bytes = got->body,
                                .charset = ahd_http_charset(got->head)};
    char digest[AHD_SHA256_HEX + 1] = "";
    ahd_error why = {0};

    ahd_sha256_hex(got->body, digest);
    if (strcmp(digest, p->feed->known.digest) == 0) {
        succeed(p, false);
        return AHD_OK;
    }
    ahd_status status = ahd_feedwalk(&in, take_entry, p, &why);
    if (status != AHD_OK && !is_of_feed(status)) {
        if (error)
            *error = why;
        return status;
    }
    if (status != AHD_OK) {
        fail(p, why.message, 0);
        return AHD_OK;
    }
    remember(p, got, digest);
    succeed(p, p->told.added + p->told.revised > 0);
    return AHD_OK;
}

/* ----------------------------------------------------------------- answers */

static ahd_status answered(poll *p, const ahd_fetched *got, ahd_error *error)
{
    char why[AHD_WATCH_WHY];

    if (got->status == 200)
        return take_feed(p, got, error);
    if (got->status == 304) {
        succeed(p, false);
        return AHD_OK;
    }
    snprintf(why, sizeof why, "HTTP %d%s", got->status,
             got->status == 410  ? ", gone for good; take it out"
             : got->retry_at > 0 ? ", it asks for patience"
                                 : "");
    fail(p, why, got->retry_at);
    return AHD_OK;
}

/* Nobody asked it: it does not count as a failure of the feed. */
static void held(poll *p, const ahd_fetched *got)
{
    p->feed->known.due = got->retry_at > p->now ? got->retry_at : p->now + 1;
    p->told.state = "waiting";
    snprintf(p->told.why, sizeof p->told.why, "%s", got->why);
}

ahd_status ahd_watch_feed_answer(ahd_watch *w, ahd_errand_feed *f,
                                 const ahd_fetched *got, ahd_error *error)
{
    poll p = {
        .watch = w, .feed = f, .told = {.feed = f}, .now = (int64_t)time(NULL)};

    f->out = false;
    AHD_TRY(ahd_watch_begin(w, error));
    if (got->end == AHD_FETCH_ANSWERED)
        AHD_TRY(answered(&p, got, error));
    else if (got->end == AHD_FETCH_HELD)
        held(&p, got);
    else
        fail(&p, got->why, got->retry_at);
    if (got->end != AHD_FETCH_HELD)
        f->known.polled = p.now;
    AHD_TRY(ahd_store_watch_polled(w->store, &f->known,
                                   ahd_str_from(p.told.why), error));
    p.told.next = f->known.due;
    return ahd_watch_tell(w, &p.told, error);
}
