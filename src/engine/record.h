/* record.h - what a record is, for the files that write its functions. */
#ifndef AHD_ENGINE_RECORD_H
#define AHD_ENGINE_RECORD_H

#include "engine/ring.h"
#include "search/terms.h"
#include "store/store.h"

struct ahd_record {
    ahd_store *store;
    ahd_terms terms; /* of searches, kept from one to the next */
    bool hurried;    /* by ahd_record_patience */
    /* Of an id, and of an English name, in the kb, counted from 1; when asked
     * for. */
    ahd_map places, places_called;
    ahd_arena *places_arena;
};

/* Tells the review queue of reviews that are older than it. */
AHD_MUST_USE ahd_status ahd_record_catch_up(ahd_record *record,
                                            ahd_error *error);

/* Puts a kept page into the ring, as it is to be understood. */
AHD_MUST_USE ahd_status ahd_record_put_again(ahd_ring *ring,
                                             const ahd_sighting *seen,
                                             int64_t page, ahd_error *error);

#endif
