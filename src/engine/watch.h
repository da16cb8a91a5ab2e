/* watch.h - what the files of `ahd watch` share.
 *
 *     watch.c        the loop: what is due is asked, what came is kept
 *     watch_feed.c   a feed that answered: its articles, when it is due again
 *     watch_page.c   an article that answered, and the batch that keeps them
 *
 * An errand is one thing that is asked for. What came of it is written in
 * batches; people are told of it when the batch is durable. */
#ifndef AHD_ENGINE_WATCH_H
#define AHD_ENGINE_WATCH_H

#include "engine/given.h"
#include "fetch/feedlist.h"
#include "fetch/fetcher.h"
#include "fetch/robots.h"
#include "store/watching.h"

enum { AHD_WATCH_WHY = 160, AHD_WATCH_PAGE_BYTES = 8 << 20 };

typedef struct ahd_errand_feed ahd_errand_feed;
typedef struct ahd_errand_page ahd_errand_page;

/* What the fetcher carries for us: one of the two. */
typedef struct ahd_errand {
    ahd_errand_feed *feed;
    ahd_errand_page *page;
} ahd_errand;

struct ahd_errand_feed {
    const ahd_feedlist_row *row;
    ahd_watch_feed known;
    bool out; /* it is being asked */
};

struct ahd_errand_page {
    ahd_errand_page *before, *after; /* in the list of those that are out */
    ahd_errand errand;
    int64_t link, seen;
    char *url;
    uint32_t failures;
    /* When it has ended: */
    const char *state;
    char why[AHD_WATCH_WHY];
    int64_t due, fetched; /* due 0: done */
    ahd_buf bytes;        /* of a page that is to be kept */
    char *from, *head;    /* where it was, its HTTP headers */
    char seen_at[sizeof "2020-10-26T08:30:00Z"];
};

/* What became of a feed, to be told. */
typedef struct ahd_watch_told {
    const ahd_errand_feed *feed;
    const char *state;
    char why[AHD_WATCH_WHY];
    uint64_t entries, added, revised;
    int64_t next;
} ahd_watch_told;

typedef struct ahd_watch {
    ahd_record *record;
    ahd_engine *engine;
    ahd_store *store;
    const ahd_watch_options *options;
    const ahd_watch_hooks *hooks;
    ahd_fetcher *fetcher;
    ahd_feedlist list;
    ahd_errand_feed *feeds; /* one a row of the list */
    ahd_errand *errands;    /* of feeds, the same order */
    ahd_errand_page *out;   /* pages that are asked for */
    size_t out_count;
    bool more;        /* articles may have become due */
    double settle_at; /* not before */
    /* The batch: */
    bool open; /* a transaction is */
    double began;
    ahd_errand_page *ended; /* what came, a list by `after` */
    size_t ended_count, ended_bytes;
    ahd_watch_told *told;
    size_t told_count, told_capacity;
    ahd_buf robots;    /* that were recalled */
    ahd_watched done;  /* durable */
    ahd_status status; /* of a callback that failed; `why` tells it */
    ahd_error why;
} ahd_watch;

/* A transaction is open after it. */
AHD_MUST_USE ahd_status ahd_watch_begin(ahd_watch *w, ahd_error *error);

/* The answer to an errand; what it needs is written or joins the batch. */
AHD_MUST_USE ahd_status ahd_watch_feed_answer(ahd_watch *w, ahd_errand_feed *f,
                                              const ahd_fetched *got,
                                              ahd_error *error);
AHD_MUST_USE ahd_status ahd_watch_page_answer(ahd_watch *w, ahd_errand_page *p,
                                              const ahd_fetched *got,
                                              ahd_error *error);

/* To be told of a feed when the batch is durable. */
AHD_MUST_USE ahd_status ahd_watch_tell(ahd_watch *w, const ahd_watch_told *told,
                                       ahd_error *error);

/* Articles that are due go out. */
AHD_MUST_USE ahd_status ahd_watch_page_take(ahd_watch *w, ahd_error *error);
void ahd_watch_page_free(ahd_errand_page *page);

/* Is it time to make the batch durable? Then it is, and is told. */
bool ahd_watch_is_full(const ahd_watch *w);
AHD_MUST_USE ahd_status ahd_watch_flush(ahd_watch *w, ahd_error *error);

#endif
