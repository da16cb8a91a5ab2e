/* requeue.h - what the review queue has of a page: who decided which act last,
 * and whether they agree.
 *
 *     Huda confirmed act 1, then Sami set its source
 *       -> act 1: Huda 1; Sami 2, the newest; contested */
#ifndef AHD_ENGINE_REQUEUE_H
#define AHD_ENGINE_REQUEUE_H

#include "engine/current.h"
#include "store/queue.h"

/* In the transaction that changed what stands. */
AHD_MUST_USE ahd_status ahd_requeue(ahd_store *store, const ahd_current *c,
                                    ahd_error *error);

/* The same for a page that is not at hand. */
AHD_MUST_USE ahd_status ahd_requeue_page(ahd_store *store, int64_t page,
                                         ahd_arena *arena, ahd_error *error);

#endif
