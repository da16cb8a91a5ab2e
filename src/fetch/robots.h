/* robots.h - what a site lets us ask for (RFC 9309).
 *
 *     User-agent: *
 *     Disallow: /private/
 *     Allow: /private/news$
 *     Crawl-delay: 5
 *         /private/a -> no    /private/news -> yes    5 s between requests
 *
 * The groups that name us count, and where none does, those for "*". The
 * longest rule that fits decides; of two as long, the one that allows. "*"
 * stands for anything, "$" at the end for the end. Each question takes time in
 * the length of the rules and of the path, not in their product. */
#ifndef AHD_FETCH_ROBOTS_H
#define AHD_FETCH_ROBOTS_H

#include "base/str.h"

#define AHD_ROBOTS_TOKEN "ahd" /* our name in such a file */

enum {
    AHD_ROBOTS_BYTES = 500 << 10, /* of a file are read */
    AHD_ROBOTS_PATH = 2048,       /* of a path are looked at */
    AHD_ROBOTS_SLOWEST = 300      /* seconds; no Crawl-delay counts for more */
};

typedef struct ahd_robots ahd_robots;

ahd_robots *ahd_robots_new(ahd_str text); /* NULL: no memory */
void ahd_robots_free(ahd_robots *robots);

/* `path` with its query, as it is asked for. */
bool ahd_robots_allows(const ahd_robots *robots, ahd_str path);

double ahd_robots_delay(const ahd_robots *robots); /* seconds; 0: none */

#endif
