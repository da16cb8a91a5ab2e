/* settle_agreements.h - which discoveries of all documents are one agreement,
 * and which are in the registry: kept anew from the set of documents. */
#ifndef AHD_ENGINE_SETTLE_AGREEMENTS_H
#define AHD_ENGINE_SETTLE_AGREEMENTS_H

#include "base/arena.h"
#include "kb/kb.h"
#include "store/store.h"

/* Within a transaction of the caller's; `arena` traps at its limit. */
AHD_MUST_USE ahd_status ahd_settle_agreements(ahd_store *store,
                                              const ahd_kb *kb,
                                              ahd_arena *arena,
                                              ahd_error *error);

#endif
