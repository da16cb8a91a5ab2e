/* taking.h - the ways a list leaves the program, shown on its page.
 *
 *     Take this list out:  CSV  JSON lines  GeoJSON    Codebook
 *     Who is in each:      CSV  JSON lines
 *     Follow it:           Atom  JSON Feed */
#ifndef AHD_WEB_TAKING_H
#define AHD_WEB_TAKING_H

#include "web/asked.h"

/* `table` is one of column.h. Of acts also the feeds. Without `asked`, what the
 * page itself was asked for. */
void ahd_taking_write(ahd_view *view, const char *table,
                      const ahd_asked *asked);

/* Before ahd_view_open: the feeds of what is asked for stand in the page's head
 * as well. `asked` must outlive that. */
void ahd_taking_head(ahd_view *view, const ahd_asked *asked);

/* The same for the page of one agreement or actor: `rest` of its path is what
 * is asked for as `ask`. */
void ahd_taking_about(ahd_view *view, ahd_ask ask, ahd_asked *asked);

/* Under a list of acts: the ways out of those of the filter, and a search. */
void ahd_taking_acts(ahd_view *view, const ahd_filter *filter);

#endif
