/* watching.h - what `ahd watch` must know again tomorrow.
 *
 *     ahd_store_watch_list(store, url, &state, &error);      each feed listed
 *     ahd_store_watch_start(store, &error);
 *     ahd_store_watch_see(store, feed, &link, now, &news, &error);
 *     ahd_store_watch_take(store, now, 100, each, context, &error);
 *     ahd_store_watch_end(store, &end, &error);
 *
 * Feeds with what their server said of them and when they are due; the articles
 * they pointed at, those that are still to be fetched with their day; machines
 * with their robots.txt. No evidence, and nothing that a rebuild touches. Times
 * are seconds since 1970. */
#ifndef AHD_STORE_WATCHING_H
#define AHD_STORE_WATCHING_H

#include "store/store.h"

enum { AHD_WATCH_ETAG = 256, AHD_WATCH_DATE = 64, AHD_WATCH_DIGEST = 65 };

typedef struct ahd_watch_feed {
    int64_t feed; /* its number in this record */
    char etag[AHD_WATCH_ETAG],
        modified[AHD_WATCH_DATE];  /* of the last answer; */
    char digest[AHD_WATCH_DIGEST]; /* may be empty */
    int64_t interval, due, polled; /* seconds; 0: never */
    uint32_t failures;             /* in a row */
} ahd_watch_feed;

/* An article. `mark` is what the feed says of its version; may be empty. */
typedef struct ahd_watch_link {
    int64_t link, feed;
    ahd_str url, mark;
    int64_t seen; /* first */
    uint32_t failures;
} ahd_watch_link;

typedef enum ahd_watch_news {
    AHD_WATCH_KNOWN,
    AHD_WATCH_NEW,     /* to be fetched */
    AHD_WATCH_REVISED, /* to be fetched again */
} ahd_watch_news;

/* How fetching an article ended; due 0: it is done. */
typedef struct ahd_watch_end {
    int64_t link, due, fetched;
    uint32_t failures;
    ahd_str why;
} ahd_watch_end;

/* Of a machine. To be kept with robots.ptr NULL: leave what is kept of it. When
 * it is recalled, `robots` lies in the buffer that was given. */
typedef struct ahd_watch_host {
    ahd_str host, robots;
    int64_t robots_at, held_until;
    uint32_t failures;
} ahd_watch_host;

/* No feed is listed; then one is, and `out` is what is known of it. */
AHD_MUST_USE ahd_status ahd_store_watch_clear(ahd_store *store,
                                              ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_watch_list(ahd_store *store, ahd_str url,
                                             ahd_watch_feed *out,
                                             ahd_error *error);

/* Articles that were being fetched when the program ended, and those of feeds
 * that are listed again, wait once more. */
AHD_MUST_USE ahd_status ahd_store_watch_start(ahd_store *store,
                                              ahd_error *error);

/* A feed was asked; `why` it failed, or "". */
AHD_MUST_USE ahd_status ahd_store_watch_polled(ahd_store *store,
                                               const ahd_watch_feed *feed,
                                               ahd_str why, ahd_error *error);

/* A feed points at `link`: its url, mark and feed. What a capture has been
 * fetched from is known; a new mark makes a known one due again. */
AHD_MUST_USE ahd_status ahd_store_watch_see(ahd_store *store,
                                            const ahd_watch_link *link,
                                            int64_t now, ahd_watch_news *news,
                                            ahd_error *error);

/* Is any article due? Nothing is locked for it. */
AHD_MUST_USE ahd_status ahd_store_watch_due(ahd_store *store, int64_t now,
                                            bool *due, ahd_error *error);

/* Up to `most` that are due, the longest first; they are given once, until
 * they end. */
typedef ahd_status ahd_watch_link_fn(void *context, const ahd_watch_link *link,
                                     ahd_error *error);
typedef struct ahd_watch_taking {
    int64_t now, most;
    ahd_watch_link_fn *each;
    void *context;
} ahd_watch_taking;
AHD_MUST_USE ahd_status ahd_store_watch_take(ahd_store *store,
                                             const ahd_watch_taking *taking,
                                             ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_watch_end(ahd_store *store,
                                            const ahd_watch_end *end,
                                            ahd_error *error);

AHD_MUST_USE ahd_status ahd_store_watch_recall(ahd_store *store,
                                               ahd_watch_host *host,
                                               ahd_buf *robots, bool *found,
                                               ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_watch_keep(ahd_store *store,
                                             const ahd_watch_host *host,
                                             ahd_error *error);

#endif
