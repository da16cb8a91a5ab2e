/* settle_stories.h - which documents of a record are copies of which: kept
 * anew from the set of documents. */
#ifndef AHD_ENGINE_SETTLE_STORIES_H
#define AHD_ENGINE_SETTLE_STORIES_H

#include "engine/settle_said.h"
#include "store/store.h"
#include "stories/fingerprint.h"

/* Keeps the fingerprint of an article, read in full, beside its page. */
AHD_MUST_USE ahd_status ahd_settle_print(ahd_store *store, int64_t page,
                                         const ahd_fingerprint *print,
                                         ahd_error *error);

/* Within a transaction of the caller's, after what was said. Documents that
 * have no fingerprint, or one of an older version, are in no story. */
AHD_MUST_USE ahd_status ahd_settle_stories(ahd_store *store, ahd_sayings *said,
                                           ahd_error *error);

#endif
