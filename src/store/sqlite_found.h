/* sqlite_found.h - the acts that a search finds, for sqlite_find.c.
 *
 * An index leads to them in the order that is asked for (an agreement's, an
 * actor's, an outlet's …), so that the first are found without a look at the
 * others; what no index knows is asked of each. How much is looked at can be
 * limited, for a filter may let next to nothing pass. */
#ifndef AHD_STORE_SQLITE_FOUND_H
#define AHD_STORE_SQLITE_FOUND_H

#include "store/facets.h"
#include "store/lookup.h"

typedef struct ahd_sqlite_found {
    ahd_store *store;
    const ahd_find *what;
    bool hits; /* only those in the documents of temp.hits */
    bool cut;  /* set when there are more than were looked at */
    int64_t left;
} ahd_sqlite_found;

AHD_MUST_USE ahd_status ahd_sqlite_found_acts(ahd_sqlite_found *look,
                                              ahd_act_fn *each, void *context,
                                              ahd_error *error);

/* Counts the first what->most of them, whatever what->after is. */
AHD_MUST_USE ahd_status ahd_sqlite_found_count(ahd_sqlite_found *look,
                                               ahd_facets *counts,
                                               int64_t *found,
                                               ahd_error *error);

#endif
