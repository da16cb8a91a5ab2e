/* listing.h - a list of rows, a hundred on a page: the frame that all lists
 * share.
 *
 *     ahd_listing rows;
 *     if (!ahd_listing_start(&rows, &view))     ?offset= that is no number
 *         return;
 *     ... each row of the record:
 *         if (!ahd_listing_take(&rows))
 *             return !rows.more;             of another page: go on, or end
 *         ahd_listing_name(&rows, "/actors/", id, name, other);
 *         ... the rest of the row ...
 *     ahd_listing_end(&rows, "actors.none");    with the way to other pages */
#ifndef AHD_WEB_LISTING_H
#define AHD_WEB_LISTING_H

#include "web/view.h"

enum { AHD_LISTING_PER_PAGE = 100 };

typedef struct ahd_listing {
    ahd_view *view;
    int64_t offset; /* of the first row that is shown */
    int64_t skip;   /* rows to come before it; 0 when the record skips them */
    int64_t shown;
    bool more; /* a row came that is on the next page */
} ahd_listing;

/* False when the page was refused. */
AHD_MUST_USE bool ahd_listing_start(ahd_listing *rows, ahd_view *view);

/* Begins the next row; false when it is not one of this page. */
AHD_MUST_USE bool ahd_listing_take(ahd_listing *rows);

/* Who or what the row is of, and its other name; that may be empty. */
void ahd_listing_name(ahd_listing *rows, const char *path, ahd_str id,
                      ahd_str name, ahd_str other);

void ahd_listing_close(ahd_listing *rows); /* of one row */
void ahd_listing_end(ahd_listing *rows, const char *none);

#endif
