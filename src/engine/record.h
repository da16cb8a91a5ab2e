/* record.h - what a record is, for the files that write its functions. */
#ifndef AHD_ENGINE_RECORD_H
#define AHD_ENGINE_RECORD_H

#include "store/store.h"

struct ahd_record {
    ahd_store *store;
};

#endif
