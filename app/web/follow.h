/* follow.h - which agreements the reader follows, and what he has seen.
 *
 *     ?follow=ly-x,ye-y   → those two, in that order
 *     no such parameter   → those of the cookie; a page that finds none shows
 *                           the agreements with most that is new
 *
 * Whom somebody follows is nobody else's business and no evidence: it is not in
 * the record. It stands in a cookie of the reader's own browser, which a button
 * changes, or in the address, which can be kept and sent and goes before
 * (decision 28). */
#ifndef AHD_WEB_FOLLOW_H
#define AHD_WEB_FOLLOW_H

#include "web/view.h"

enum { AHD_FOLLOW_MOST = 24, AHD_FOLLOW_BYTES = 1500 };

typedef struct ahd_follow {
    ahd_str ids[AHD_FOLLOW_MOST]; /* each once; a NUL follows */
    size_t count;
    bool asked; /* by the address, and not by the cookie */
    char bytes[AHD_FOLLOW_BYTES];
} ahd_follow;

/* Out of "ly-x,ye-y": what is too much, empty or twice is left out. */
void ahd_follow_read(ahd_str list, ahd_follow *out);

/* What the request says. */
void ahd_follow_of(const ahd_request *request, ahd_follow *out);

bool ahd_follow_has(const ahd_follow *follow, ahd_str id);

/* The list as it reads: with `id` at its end, or without it when it has it. */
void ahd_follow_toggle(const ahd_follow *follow, ahd_str id, ahd_buf *out);

/* The button that follows an agreement, or no longer does. `back` is the page
 * it returns to: "today" or "agreement". */
void ahd_follow_button(ahd_view *view, const ahd_follow *follow, ahd_str id,
                       const char *back);

/* The last page of the record that the reader has seen; -1: nothing is known.
 */
int64_t ahd_follow_seen(const ahd_request *request);

/* Opens a form of ours: its action and the fields that every form has. */
void ahd_follow_form(ahd_view *view, const char *action);

#endif
