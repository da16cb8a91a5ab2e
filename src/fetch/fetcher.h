/* fetcher.h - many addresses asked at once, politely.
 *
 *     ahd_fetcher_ask(fetcher, &(ahd_fetch){.url = url, .tag = me, ...});
 *     while (ahd_fetcher_waiting(fetcher) > 0)
 *         ahd_fetcher_run(fetcher, 200);    calls hooks.got for each answer
 *
 * A machine is asked for its robots.txt first, once a day, and then one thing
 * at a time with a gap (machine.h). Redirects go back in line where they lead,
 * five at most. A machine that says "later" (429, 503, Retry-After), or that
 * cannot be reached, is left alone for that time: all that waited for it comes
 * back as held, for the caller to ask again. One thread. */
#ifndef AHD_FETCH_FETCHER_H
#define AHD_FETCH_FETCHER_H

#include "exchange.h"

enum { AHD_FETCHER_HOPS = 5, AHD_FETCHER_MOST = 256 }; /* connections */

typedef struct ahd_fetcher ahd_fetcher;

typedef struct ahd_fetch {
    const char *url;
    ahd_str etag, modified; /* of what is at hand; may be empty */
    const char *accept;     /* media types; stays valid */
    size_t most;            /* bytes of the answer, unpacked */
    void *tag;              /* what the caller knows it by */
} ahd_fetch;

typedef enum ahd_fetch_end {
    AHD_FETCH_ANSWERED,  /* whatever the status is */
    AHD_FETCH_FAILED,    /* no answer, or one that is too large or slow */
    AHD_FETCH_REFUSED,   /* it must not be asked for: its address */
    AHD_FETCH_FORBIDDEN, /* robots.txt does not let us */
    AHD_FETCH_HELD,      /* not asked: not before `retry_at` */
} ahd_fetch_end;

/* All is valid during the call. */
typedef struct ahd_fetched {
    void *tag;
    ahd_fetch_end end;
    int status;      /* of HTTP; 0: none */
    const char *url; /* where redirects led */
    ahd_str head, body;
    const char *why;  /* what ended it, for people; "" when answered */
    int64_t retry_at; /* seconds since 1970; 0: nothing was said */
} ahd_fetched;

/* What outlives the program is kept by who calls. */
typedef struct ahd_fetch_memory {
    ahd_str robots; /* the file; to be kept: ptr NULL, it is the same */
    int64_t robots_at, held_until;
    uint32_t failures;
} ahd_fetch_memory;

typedef struct ahd_fetcher_hooks {
    void *context;
    void (*got)(void *context, const ahd_fetched *got);
    /* Of a machine that is met; false when nothing is known of it. What it
     * gives is needed no more when it is called again. */
    bool (*recall)(void *context, const char *host, ahd_fetch_memory *out);
    void (*keep)(void *context, const char *host, const ahd_fetch_memory *what);
} ahd_fetcher_hooks;

typedef struct ahd_fetcher_options {
    ahd_manners manners;
    double gap;      /* seconds between two requests of a machine */
    int connections; /* at most, at once */
} ahd_fetcher_options;

ahd_fetcher *ahd_fetcher_new(const ahd_fetcher_options *options,
                             const ahd_fetcher_hooks *hooks); /* NULL: memory */
void ahd_fetcher_free(ahd_fetcher *fetcher); /* what runs is broken off */

/* False without memory. What is refused at once comes back through hooks.got,
 * during the call. */
bool ahd_fetcher_ask(ahd_fetcher *fetcher, const ahd_fetch *what);

/* Goes on for so long at most, less when there are answers. */
void ahd_fetcher_run(ahd_fetcher *fetcher, int milliseconds);

size_t ahd_fetcher_waiting(const ahd_fetcher *fetcher); /* asked, no answer */

#endif
