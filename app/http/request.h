/* request.h - one HTTP request as a page sees it, and the answer it makes.
 *
 *     GET /agreements/ly-x?lang=en
 *         → rest "ly-x" (for the route "/agreements/"), param "lang" "en"
 *
 * Everything in a request is borrowed and lives until the page returns. What a
 * form may do was looked at before: it came from a page of ours (sender.h) and
 * brought its token (session.h). */
#ifndef AHD_HTTP_REQUEST_H
#define AHD_HTTP_REQUEST_H

#include "base/buf.h"
#include "base/str.h"

enum {
    AHD_REQUEST_PARAMS = 16,     /* later ones are ignored */
    AHD_REQUEST_PATH = 2048,     /* bytes of a path; more is refused */
    AHD_REQUEST_FIELDS = 64,     /* of a form; later ones are ignored */
    AHD_REQUEST_BODY = 64 << 10, /* bytes of a form; more is refused */
    AHD_REQUEST_NAME = 200,      /* bytes of a reader's name */
    AHD_REPLY_BYTES = 64 << 20,  /* most that a page may become */
};

typedef struct ahd_param {
    ahd_str name, value; /* decoded; any bytes at all */
} ahd_param;

/* As sets: HEAD is a GET whose answer has no body. */
enum { AHD_GET = 1, AHD_POST = 2 };

typedef struct ahd_request {
    unsigned method;
    ahd_str path;            /* decoded, starts with "/"; a NUL follows */
    ahd_str rest;            /* of a route ending in "/": what follows it; so
                                a NUL follows here too */
    ahd_str accept_language; /* the header; empty when not sent */
    ahd_param params[AHD_REQUEST_PARAMS];
    size_t param_count;
    ahd_param fields[AHD_REQUEST_FIELDS]; /* of the form of a POST */
    size_t field_count;
    ahd_str host; /* the header, a name that we carry */
    ahd_str if_none_match, if_modified_since; /* the headers, or empty */
    ahd_str reader; /* what the reader calls himself; empty at first */
    ahd_str token;  /* a form must send it back as its field "token" */
    ahd_str cookie; /* the header; empty when not sent */
} ahd_request;

/* The value of the first parameter `name`; empty when there is none. */
ahd_str ahd_request_param(const ahd_request *request, const char *name);
ahd_str ahd_request_field(const ahd_request *request, const char *name);
/* As it stands in the header: what is kept there is encoded. */
ahd_str ahd_request_cookie(const ahd_request *request, const char *name);

/* A body that is made piece by piece (outflow.h). */
typedef struct ahd_stream {
    void *context;
    bool (*next)(void *context, ahd_buf *out); /* false: that was the last */
    void (*end)(void *context);                /* NULL: there is no stream */
} ahd_stream;

/* What goes back. It starts as 200, HTML, not to be cached. */
typedef struct ahd_reply {
    unsigned status;
    const char *type;  /* Content-Type */
    const char *cache; /* Cache-Control */
    ahd_buf body;
    ahd_buf location;  /* where to go, encoded; empty: nowhere */
    bool has_form;     /* the reader must be known again: a cookie */
    ahd_str named;     /* the reader's new name; without ptr: as it was */
    unsigned again;    /* Retry-After, in seconds; 0: not told */
    ahd_buf keep;      /* a cookie for the reader, "name=value"; empty: none */
    ahd_stream stream; /* instead of the body */
    const char *save_as; /* the name of a file to keep; NULL: a page */
    bool tagged;         /* by its body: who has it gets 304 (fresh.h) */
    char modified[32];   /* Last-Modified, or "" */
} ahd_reply;

ahd_reply ahd_reply_start(unsigned status);
void ahd_reply_finish(ahd_reply *reply);

#endif
