/* asked.h - what a list is asked for, out of an address and back into one.
 *
 *     /search?q=هدنة&act=deny&in=ar     → find.query, find.act, find.lang
 *     without the act                   → `
 * href="/search?lang=ar&q=هدنة&in=ar"`
 *
 * The same names stand in the addresses of the search page, of feeds and of
 * downloads. `in` is the language of documents, since `lang` is the reader's;
 * a `to` that is a month or a year means its end. */
#ifndef AHD_WEB_ASKED_H
#define AHD_WEB_ASKED_H

#include "web/view.h"

typedef enum ahd_ask {
    AHD_ASK_QUERY,
    AHD_ASK_AGREEMENT,
    AHD_ASK_ACTOR,
    AHD_ASK_ROLE,
    AHD_ASK_ACT,
    AHD_ASK_OUTLET,
    AHD_ASK_IN,
    AHD_ASK_FROM,
    AHD_ASK_TO,
    AHD_ASK_REVIEW,
    AHD_ASK_SURE,
    AHD_ASK_ONCE,
    AHD_ASK_DOCUMENT,
    AHD_ASK_SHOW, /* "acts": not documents, though there is a query */
    AHD_ASKS
} ahd_ask;

enum { AHD_ASKED_DAY = 16 };

typedef struct ahd_asked {
    ahd_str value[AHD_ASKS]; /* a NUL follows each but the query;
                                empty: not asked */
    char to[AHD_ASKED_DAY];
} ahd_asked;

/* Borrowed from the request. */
ahd_asked ahd_asked_read(const ahd_request *request);

/* As the library has it; borrowed from `asked`. */
ahd_find ahd_asked_find(ahd_asked *asked, ahd_tongue names);

/* The name of the parameter in an address. */
const char *ahd_asked_name(ahd_ask ask);

/* ` href="PATH?lang=…&q=…"`, for an attribute. */
void ahd_asked_href(ahd_view *view, const char *path, const ahd_asked *asked);

/* "?lang=…&q=…" alone, with & as it is; for feeds. */
void ahd_asked_query(ahd_buf *out, ahd_tongue tongue, const ahd_asked *asked);

/* Are acts wanted, and not documents? */
bool ahd_asked_acts(const ahd_asked *asked);

/* Strings of its own, in one piece of memory that is *kept; false without
 * memory. */
AHD_MUST_USE bool ahd_asked_keep(ahd_asked *asked, char **kept);

#endif
