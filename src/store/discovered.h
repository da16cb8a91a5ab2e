/* discovered.h - what all documents say of one agreement, and which discoveries
 * are one. Part of store.h.
 *
 * Settling reads the discoveries, merges them (agreements/merger.h) and keeps
 * for each that is not its own entry the id of the one that is: another
 * discovery, or an agreement of the registry. */
#ifndef AHD_STORE_DISCOVERED_H
#define AHD_STORE_DISCOVERED_H

#include "agreements/discovery.h"
#include "store/store.h"

/* All discoveries, one of each id, strings and all in `arena`. */
AHD_MUST_USE ahd_status ahd_store_discoveries(ahd_store *store,
                                              ahd_arena *arena,
                                              ahd_discoveries *out,
                                              ahd_error *error);

/* Takes away what was merged before; keeps that `found` is told as `entry`. */
AHD_MUST_USE ahd_status ahd_store_unmerge(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_merged(ahd_store *store, ahd_str found,
                                             ahd_str entry, ahd_error *error);

/* The id of the entry that discovery `id` is told as, added to `out`; `id`
 * itself of all others. */
AHD_MUST_USE ahd_status ahd_store_entry_of(ahd_store *store, ahd_str id,
                                           ahd_buf *out, ahd_error *error);

/* A value that a document tells of an entry. Of a party `value` is the state
 * and `actor` or `name` who; of others both are empty. Those of one field and
 * value come together, most told first, each document once. */
typedef struct ahd_told {
    ahd_str field, value, actor, name; /* field: "name" "kind" … "party" */
    ahd_str document, outlet;
} ahd_told;
typedef bool ahd_told_fn(void *context, const ahd_told *one);

/* What documents say of an entry, by the id of the entry. */
AHD_MUST_USE ahd_status ahd_store_told(ahd_store *store, ahd_str entry,
                                       ahd_told_fn *each, void *context,
                                       ahd_error *error);

#endif
