/* verify.h - a store against its log, and its pages against what is kept of
 * them. */
#ifndef AHD_ENGINE_VERIFY_H
#define AHD_ENGINE_VERIFY_H

#include "ahd.h"
#include "store/store.h"

AHD_MUST_USE ahd_status ahd_verify_store(ahd_store *store, ahd_engine *engine,
                                         const ahd_outside *outside,
                                         const ahd_verify_hooks *hooks,
                                         ahd_error *error);

#endif
