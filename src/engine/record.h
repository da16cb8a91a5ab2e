/* record.h - what a record is, for the files that write its functions. */
#ifndef AHD_ENGINE_RECORD_H
#define AHD_ENGINE_RECORD_H

#include "search/terms.h"
#include "store/store.h"

struct ahd_record {
    ahd_store *store;
    ahd_terms terms; /* of searches, kept from one to the next */
};

#endif
