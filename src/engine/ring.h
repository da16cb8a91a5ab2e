/* ring.h - pages in, documents out, in the order they came.
 *
 * The calling thread feeds pages and takes finished documents; workers do the
 * understanding. Memory is bounded by the ring, not by the batch.
 *
 *     ahd_ring_run(engine, feed, context, &hooks, &error)
 *       feed(context, ring, error) calls ahd_ring_put for every page,
 *       hooks.page is called with every document */
#ifndef AHD_ENGINE_RING_H
#define AHD_ENGINE_RING_H

#include "engine/read.h"
#include "source/source.h"

typedef struct ahd_ring ahd_ring;
typedef ahd_status ahd_feed_fn(void *context, ahd_ring *ring, ahd_error *error);

AHD_MUST_USE ahd_status ahd_ring_run(ahd_engine *engine, ahd_feed_fn *feed,
                                     void *context, const ahd_hooks *hooks,
                                     ahd_error *error);

/* For a feed: the page is copied. `tag` is what the feed knows it by; while
 * hooks.page runs, both stand in engine->origin. */
AHD_MUST_USE ahd_status ahd_ring_put(ahd_ring *ring, const ahd_page *page,
                                     int64_t tag);

#endif
