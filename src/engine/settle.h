/* settle.h - what follows from all documents together, found anew.
 *
 * Stories, occurrences, disputes and what became of commitments are functions
 * of the set of documents, not of their order of arrival; so they are found
 * from all of them, in time that grows with their number, and replace what was
 * kept before in one transaction. A record that was only added to and not yet
 * settled says so; the next `ahd add` or `ahd rebuild` settles it. */
#ifndef AHD_ENGINE_SETTLE_H
#define AHD_ENGINE_SETTLE_H

#include "kb/kb.h"
#include "store/store.h"

/* Nothing is done when nothing has changed since. */
AHD_MUST_USE ahd_status ahd_settle(ahd_store *store, const ahd_kb *kb,
                                   ahd_error *error);

/* The same for somebody who waits: not in a record of very many acts, where the
 * next add does it. */
AHD_MUST_USE ahd_status ahd_settle_soon(ahd_store *store, const ahd_kb *kb,
                                        ahd_error *error);

/* The same into what ahd_store_anew_begin set beside the record; no
 * transaction is opened. */
AHD_MUST_USE ahd_status ahd_settle_anew(ahd_store *store, const ahd_kb *kb,
                                        ahd_error *error);

#endif
