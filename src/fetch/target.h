/* target.h - an address to ask for, in one spelling, taken apart.
 *
 *     "HTTP://News.example:80/a b?x=1#top"
 *         url "http://news.example/a%20b?x=1", origin "http://news.example",
 *         host "news.example", path "/a%20b?x=1"
 *     "ftp://x/", "http://me:secret@x/", "file:///etc/passwd"  -> refused
 *
 * `host` is what politeness counts by: http and https of one machine are one,
 * its other ports are others. */
#ifndef AHD_FETCH_TARGET_H
#define AHD_FETCH_TARGET_H

#include "base/str.h"

enum { AHD_TARGET_LONGEST = 2048 }; /* bytes of an address */

/* The strings end in NUL and are owned. */
typedef struct ahd_target {
    char *url, *origin, *host, *path;
} ahd_target;

/* NULL, or why it is refused: static text. `base` is the address that `text`
 * was found at, and may be NULL. */
const char *ahd_target_init(ahd_target *target, ahd_str text, const char *base);
void ahd_target_finish(ahd_target *target);

#endif
