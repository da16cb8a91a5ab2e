/* feedlist.h - the file of feeds that are watched, one a line.
 *
 *     # Libya
 *     https://news.example/rss
 *     https://other.example/feed.xml 15m The Other Daily
 *         two feeds; the second every 15 minutes, called "The Other Daily"
 *
 * A "#" at the start of a line or after a space begins a comment. Without an
 * interval a feed is asked as often as it changes (pace.h). */
#ifndef AHD_FETCH_FEEDLIST_H
#define AHD_FETCH_FEEDLIST_H

#include "base/error.h"
#include "base/str.h"

typedef struct ahd_feedlist_row {
    char *url;        /* as target.h spells it */
    char *name;       /* "" without one */
    int64_t interval; /* seconds; 0: by how often it changes */
    size_t line;
} ahd_feedlist_row;

typedef struct ahd_feedlist {
    ahd_feedlist_row *rows;
    size_t count;
} ahd_feedlist;

/* A mistake is told with its line. Finish in any case. */
AHD_MUST_USE ahd_status ahd_feedlist_read(ahd_feedlist *list, const char *path,
                                          ahd_error *error);
void ahd_feedlist_finish(ahd_feedlist *list);

#endif
