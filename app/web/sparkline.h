/* sparkline.h - weeks as a row of small bars, the last one marked.
 *
 *     acts 0 2 5 1, claims 0 0 2 1 of them  → ▁▃█▂, claims in their colour
 *
 * Weeks before the first that was told are not drawn: nothing is known of them,
 * and that is not none. The oldest stands where lines begin. */
#ifndef AHD_WEB_SPARKLINE_H
#define AHD_WEB_SPARKLINE_H

#include "web/view.h"

typedef struct ahd_sparkline {
    const int64_t *acts, *claims; /* by week, the oldest first */
    size_t count;                 /* of weeks, the one that is new included */
    size_t known;                 /* of them, from the end */
} ahd_sparkline;

/* `label`: what a reader who does not see it is told. */
void ahd_sparkline_write(ahd_view *view, const ahd_sparkline *weeks,
                         ahd_str label);

#endif
