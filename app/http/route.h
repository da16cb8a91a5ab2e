/* route.h - which function answers a path.
 *
 *     {"/documents", list}, {"/documents/", one}, {NULL, NULL}
 *     /documents       → list
 *     /documents/77aa  → one, rest "77aa"
 *     /documents/      → nothing: a rest is never empty
 *     /documents/a/b   → nothing: a rest holds no "/"
 *
 * A star instead of the last piece takes a rest of any number of them. */
#ifndef AHD_HTTP_ROUTE_H
#define AHD_HTTP_ROUTE_H

#include "http/request.h"

typedef void ahd_route_fn(void *context, const ahd_request *request,
                          ahd_reply *reply);

typedef struct ahd_route {
    const char *path; /* exact; a longer one that ends in "/" or a star
                         takes a rest */
    ahd_route_fn *answer;
} ahd_route;

/* The route for `path`, and its rest; NULL when there is none. */
const ahd_route *ahd_route_find(const ahd_route *routes, ahd_str path,
                                ahd_str *rest);

/* Everything a server needs of what it serves. */
typedef struct ahd_site {
    void *context;           /* passed to every function */
    const ahd_route *routes; /* of GET and HEAD; ends with a NULL path */
    const ahd_route *forms;  /* of POST, the same; NULL: nothing is written */
    ahd_route_fn *refuse;    /* writes the page for an error: reply->status */
    void (*idle)(void *context); /* nobody asked for a while; may be NULL */
} ahd_site;

/* Which methods the path answers: AHD_GET, AHD_POST, both, or 0 for none. */
unsigned ahd_route_methods(const ahd_site *site, ahd_str path);

#endif
