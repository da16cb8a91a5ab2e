/* standing.h - what settling reads from a store and keeps in it.
 *
 * Reports come out with the current values of their acts, in no order that
 * matters; what was found of all of them replaces what was kept before, in one
 * transaction that the caller opens and closes. Part of store.h. */
#ifndef AHD_STORE_STANDING_H
#define AHD_STORE_STANDING_H

#include "disputes/fulfilment.h"
#include "store/store.h"

/* Does what is kept follow from the documents as they are? */
AHD_MUST_USE ahd_status ahd_store_is_settled(ahd_store *store, bool *settled,
                                             ahd_error *error);

/* Has the record more than `most` acts? */
AHD_MUST_USE ahd_status ahd_store_has_acts(ahd_store *store, int64_t most,
                                           bool *more, ahd_error *error);

/* All acts of all documents into `out`, strings and all in `arena`. */
AHD_MUST_USE ahd_status ahd_store_reports(ahd_store *store, const ahd_kb *kb,
                                          ahd_arena *arena, ahd_reports *out,
                                          ahd_error *error);

/* Takes away what was found before. */
AHD_MUST_USE ahd_status ahd_store_unsettle(ahd_store *store, ahd_error *error);

/* `id` of an occurrence, `json` of the others: made by the caller. */
AHD_MUST_USE ahd_status ahd_store_put_occurrence(ahd_store *store,
                                                 const ahd_standing *s,
                                                 uint32_t occurrence,
                                                 ahd_str id, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_dispute(ahd_store *store,
                                              const ahd_dispute *dispute,
                                              ahd_str id, ahd_str json,
                                              ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_fulfilment(ahd_store *store,
                                                 const ahd_kb *kb,
                                                 const ahd_fulfilment *one,
                                                 ahd_str json,
                                                 ahd_error *error);
/* Lists and single ones, as ahd.h has them. A commitment's `json` has neither
 * status nor brackets around it. */
AHD_MUST_USE ahd_status ahd_store_disputes(ahd_store *store,
                                           const ahd_filter *filter,
                                           ahd_dispute_fn *each, void *context,
                                           ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_occurrences(ahd_store *store,
                                              const ahd_filter *filter,
                                              ahd_occurrence_fn *each,
                                              void *context, ahd_error *error);
/* The latest occurrences of an agreement; and lists of JSON objects
 * (sqlite_links.c). */
AHD_MUST_USE ahd_status ahd_store_timeline(ahd_store *store,
                                           const ahd_filter *filter,
                                           ahd_occurrence_fn *each,
                                           void *context, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_links(ahd_store *store, ahd_str agreement,
                                        ahd_buf *out, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_captures(ahd_store *store, ahd_str document,
                                           ahd_buf *out, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_dispute(ahd_store *store, ahd_str id,
                                          ahd_buf *out, bool *found,
                                          ahd_error *error);

typedef bool ahd_fulfilment_fn(void *context, ahd_str status, ahd_str deadline,
                               ahd_str json);
AHD_MUST_USE ahd_status ahd_store_fulfilments(ahd_store *store,
                                              ahd_str agreement,
                                              ahd_fulfilment_fn *each,
                                              void *context, ahd_error *error);

/* Counts the acts of each agreement and actor, for lists. */
AHD_MUST_USE ahd_status ahd_store_count(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_mark_settled(ahd_store *store,
                                               ahd_error *error);

/* What is kept is found once more and compared, without a change to the record:
 * between begin and end all that settling takes away and puts is set beside it.
 */
AHD_MUST_USE ahd_status ahd_store_anew_begin(ahd_store *store,
                                             ahd_error *error);
void ahd_store_anew_end(ahd_store *store);

/* Every row that is not the same: as it is kept and as it was found, as lines
 * of JSON, either of them empty. A status other than AHD_OK ends it. */
typedef ahd_status ahd_anew_fn(void *context, ahd_str table, ahd_str kept,
                               ahd_str found, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_anew_compare(ahd_store *store,
                                               ahd_anew_fn *each, void *context,
                                               ahd_error *error);

#endif
