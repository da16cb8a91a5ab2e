/* request.h - one HTTP request as a page sees it, and the answer it makes.
 *
 *     GET /agreements/ly-x?lang=en
 *         → rest "ly-x" (for the route "/agreements/"), param "lang" "en"
 *
 * Everything in a request is borrowed and lives until the page returns. */
#ifndef AHD_HTTP_REQUEST_H
#define AHD_HTTP_REQUEST_H

#include "base/buf.h"
#include "base/str.h"

enum {
    AHD_REQUEST_PARAMS = 16,    /* later ones are ignored */
    AHD_REQUEST_PATH = 2048,    /* bytes of a path; more is refused */
    AHD_REPLY_BYTES = 64 << 20, /* most that a page may become */
};

typedef struct ahd_param {
    ahd_str name, value; /* decoded; any bytes at all */
} ahd_param;

typedef struct ahd_request {
    ahd_str path;            /* decoded, starts with "/"; a NUL follows */
    ahd_str rest;            /* of a route ending in "/": what follows it; so
                                a NUL follows here too */
    ahd_str accept_language; /* the header; empty when not sent */
    ahd_param params[AHD_REQUEST_PARAMS];
    size_t param_count;
} ahd_request;

/* The value of the first parameter `name`; empty when there is none. */
ahd_str ahd_request_param(const ahd_request *request, const char *name);

/* What goes back. It starts as 200, HTML, not to be cached. */
typedef struct ahd_reply {
    unsigned status;
    const char *type;  /* Content-Type */
    const char *cache; /* Cache-Control */
    ahd_buf body;
} ahd_reply;

ahd_reply ahd_reply_start(unsigned status);

#endif
