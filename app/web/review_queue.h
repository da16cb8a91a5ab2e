/* review_queue.h - what stands around the act of the review queue: how much is
 * done and by whom, which acts are in the queue, what was kept last. */
#ifndef AHD_WEB_REVIEW_QUEUE_H
#define AHD_WEB_REVIEW_QUEUE_H

#include "web/turn.h"

/* The filter of agreements may be typed as a name: then `name` holds its id. */
void ahd_review_queue_mean(ahd_view *view, ahd_turn *turn, ahd_buf *name);

/* From the heading to the act; and what follows it. */
AHD_MUST_USE ahd_status ahd_review_queue_write(ahd_view *view,
                                               const ahd_turn *turn,
                                               ahd_error *error);
void ahd_review_queue_close(ahd_view *view);

#endif
