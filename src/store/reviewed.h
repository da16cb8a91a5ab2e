/* reviewed.h - reviews, and the rows of acts as they stand after them.
 *
 * Part of store.h. A review is only ever added: the database itself refuses to
 * change or delete one. Its body is JSON that says all of it, made and read by
 * engine/review_body.h. The rows that lists read hold current values; a
 * transaction that writes a reading or a review refreshes them. */
#ifndef AHD_STORE_REVIEWED_H
#define AHD_STORE_REVIEWED_H

#include "store/store.h"

typedef struct ahd_review_kept {
    int64_t number, item;
    ahd_str by, body;
} ahd_review_kept;

/* The number that the next review will have; ask inside the transaction. */
AHD_MUST_USE ahd_status ahd_store_next_review(ahd_store *store, int64_t *number,
                                              ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_review(ahd_store *store, int64_t page,
                                             const ahd_review_kept *review,
                                             ahd_error *error);

/* The reviews of a page, by number. Strings are valid during the call; false
 * ends the listing. */
typedef bool ahd_review_kept_fn(void *context, const ahd_review_kept *review);
AHD_MUST_USE ahd_status ahd_store_reviews(ahd_store *store, int64_t page,
                                          ahd_review_kept_fn *each,
                                          void *context, ahd_error *error);

/* The first page above `after` that has reviews (by `by`, when it is not
 * empty); *page is 0 when there is none. */
AHD_MUST_USE ahd_status ahd_store_next_reviewed(ahd_store *store, int64_t after,
                                                ahd_str by, int64_t *page,
                                                ahd_error *error);

/* The page of a document's id or of a hash, as ahd_store_document finds it; 0
 * when there is none. */
AHD_MUST_USE ahd_status ahd_store_page(ahd_store *store, ahd_str id,
                                       int64_t *page, ahd_error *error);

/* Each act that the lists have of a page, and whether a review made it so. */
typedef void ahd_listed_fn(void *context, int64_t n, bool reviewed);
AHD_MUST_USE ahd_status ahd_store_listed(ahd_store *store, int64_t page,
                                         ahd_listed_fn *each, void *context,
                                         ahd_error *error);

/* The act `n` of the page as it stands; what a reading keeps of it beside its
 * JSON is kept for it, also while it is dropped; `state` is empty when it is
 * the machine's. */
AHD_MUST_USE ahd_status ahd_store_put_current(ahd_store *store, int64_t page,
                                              const ahd_entry_act *act,
                                              ahd_str state, ahd_error *error);
/* Only the state: its values are in the rows. */
AHD_MUST_USE ahd_status ahd_store_mark_current(ahd_store *store, int64_t page,
                                               int64_t n, ahd_str state,
                                               ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_drop_current(ahd_store *store, int64_t page,
                                               int64_t n, ahd_error *error);

/* ---------------------------------------------------- ids that are one */

typedef struct ahd_joined_row {
    int64_t review;
    ahd_str what, one, other;
    bool joins, undone;
} ahd_joined_row;

/* What a review says of two ids; kept once, but for whether it is undone. */
AHD_MUST_USE ahd_status ahd_store_put_joined(ahd_store *store,
                                             const ahd_joined_row *joined,
                                             ahd_error *error);

/* Those that are not undone, the oldest first. */
typedef void ahd_joined_fn(void *context, const ahd_joined_row *row);
AHD_MUST_USE ahd_status ahd_store_joined(ahd_store *store, ahd_joined_fn *each,
                                         void *context, ahd_error *error);

/* What follows of all of them. */
AHD_MUST_USE ahd_status ahd_store_drop_alias(ahd_store *store, ahd_str what,
                                             ahd_str id, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_alias(ahd_store *store, ahd_str what,
                                            ahd_str id, ahd_str stands,
                                            ahd_error *error);
/* In order of id. */
typedef void ahd_alias_fn(void *context, ahd_str what, ahd_str id,
                          ahd_str stands);
AHD_MUST_USE ahd_status ahd_store_aliases(ahd_store *store, ahd_alias_fn *each,
                                          void *context, ahd_error *error);

/* Does an act of the page name an id that is told as another? */
AHD_MUST_USE ahd_status ahd_store_has_aliases(ahd_store *store, int64_t page,
                                              bool *has, ahd_error *error);

/* --------------------------------------- two of different documents */

/* How it stands with a review of two acts, or of two documents' stories: does
 * it decide, and are the two found to be one when nobody says anything? */
typedef enum ahd_paired {
    AHD_PAIRED_NO,
    AHD_PAIRED_YES,
    AHD_PAIRED_UNKNOWN, /* one of them is not there */
} ahd_paired;

typedef struct ahd_paired_row {
    int64_t review;
    ahd_str what; /* "act" or "story" */
    bool joins;
    int64_t page[2], n[2]; /* 0: not there; n of stories is 0 */
    ahd_paired stands, found;
} ahd_paired_row;

/* The first page above *page with a review that may say something of another
 * document; 0 when there is none. */
AHD_MUST_USE ahd_status ahd_store_next_pairing(ahd_store *store, int64_t *page,
                                               ahd_error *error);

/* What settling makes of them: all of a kind is taken away, then put. */
AHD_MUST_USE ahd_status ahd_store_unpair(ahd_store *store, ahd_str what,
                                         ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_paired(ahd_store *store,
                                             const ahd_paired_row *row,
                                             ahd_error *error);

/* What an act is to one of another document; all are taken away, then put. */
AHD_MUST_USE ahd_status ahd_store_untie(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_tied(ahd_store *store,
                                           const ahd_paired_row *row,
                                           ahd_str role, ahd_error *error);

/* Those two of a review; *known is false when nothing was settled since. */
AHD_MUST_USE ahd_status ahd_store_paired(ahd_store *store, int64_t review,
                                         ahd_paired_row *row, bool *known,
                                         ahd_error *error);

/* Are the two of row->what, page and n found to be one, whoever says what? */
AHD_MUST_USE ahd_status ahd_store_are_found_one(ahd_store *store,
                                                const ahd_paired_row *row,
                                                ahd_paired *found,
                                                ahd_error *error);

/* A review was made: occurrences, and stories when `stories`, are settled
 * again. */
AHD_MUST_USE ahd_status ahd_store_reopen(ahd_store *store, bool stories,
                                         ahd_error *error);

/* The first page above *page whose acts name the id; 0 when none does. */
AHD_MUST_USE ahd_status ahd_store_next_naming(ahd_store *store, ahd_str what,
                                              ahd_str id, int64_t *page,
                                              ahd_error *error);

#endif
