/* turn.h - where somebody is in the review queue, as the address says it.
 *
 *     /review?lang=ar&state=open&agreement=ly-x&below=0.5&at=snn-1:3
 *         → acts about ly-x that nobody decided and that are less sure than
 *           0.5; act 3 of document snn-1 is the one at hand
 *
 * Without "at" it is the first of the queue. */
#ifndef AHD_WEB_TURN_H
#define AHD_WEB_TURN_H

#include "web/view.h"

typedef struct ahd_turn {
    ahd_str state; /* "open", "reviewed", "disagreeing", "second": by others and
                      not by the reader */
    ahd_str agreement, act, below, by; /* filters; may be empty */
    ahd_str document;                  /* of the act at hand; empty: none */
    int64_t n;
    ahd_buf *room; /* holds the id of one that was stepped to; else NULL */
} ahd_turn;

/* What may be chosen; both end with NULL. */
extern const char *const ahd_turn_states[], *const ahd_turn_types[];

/* Of the address; false when it makes no sense. */
bool ahd_turn_read(const ahd_request *request, ahd_turn *out);

/* "DOCUMENT:3" into document and n; false when it is none. */
bool ahd_turn_place(ahd_str text, ahd_turn *out);

/* The address of a turn: "/review?lang=ar&…", not yet escaped for HTML. */
void ahd_turn_url(const ahd_view *view, const ahd_turn *turn, const char *path,
                  ahd_buf *out);

/* ` href="…"` of it. */
void ahd_turn_href(ahd_view *view, const ahd_turn *turn);

/* The act behind the one at hand, or before it, into `out`, whose room is set;
 * its document is empty when there is none. */
AHD_MUST_USE ahd_status ahd_turn_step(ahd_view *view, const ahd_turn *from,
                                      bool back, ahd_turn *out,
                                      ahd_error *error);

/* How many the filters leave: acts to be decided, and decided ones. */
enum { AHD_TURN_MOST = 10000 }; /* more are not counted */
AHD_MUST_USE ahd_status ahd_turn_count(ahd_view *view, const ahd_turn *turn,
                                       int64_t *left, int64_t *done,
                                       ahd_error *error);

#endif
