/* storied.h - what finding stories reads from a store and keeps in it.
 *
 * A document is its page's number. Part of store.h. */
#ifndef AHD_STORE_STORIED_H
#define AHD_STORE_STORIED_H

#include "store/store.h"

/* Keeps the fingerprint of the document read out of `page`. */
AHD_MUST_USE ahd_status ahd_store_put_print(ahd_store *store, int64_t page,
                                            ahd_str print, ahd_error *error);

/* Every document that has a fingerprint, in no order that matters. Strings are
 * valid during the call; a status other than AHD_OK ends it. */
typedef struct ahd_printed {
    int64_t page;
    ahd_str sha256, published, print;
} ahd_printed;
typedef ahd_status ahd_printed_fn(void *context, const ahd_printed *one,
                                  ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_prints(ahd_store *store, ahd_printed_fn *each,
                                         void *context, ahd_error *error);

/* A document in its story. `story` and `root` are its first document and the
 * one it comes from in the end; `origin` what it copies, 0 nothing; `agency`
 * whom its root is credited to. */
typedef struct ahd_storied {
    int64_t page, story, root, origin;
    ahd_str agency;
} ahd_storied;

/* Two documents: the shares are of `page` in `other`, and the other way. */
typedef struct ahd_story_tie {
    int64_t page, other;
    ahd_str kind, via;
    double share, other_share;
} ahd_story_tie;

/* Are the stories that are kept those of the documents as they are? */
AHD_MUST_USE ahd_status ahd_store_is_storied(ahd_store *store, bool *storied,
                                             ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_mark_storied(ahd_store *store,
                                               ahd_error *error);

/* Taken away, put, and counted, within a transaction of the caller's. */
AHD_MUST_USE ahd_status ahd_store_unstory(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_storied(ahd_store *store,
                                              const ahd_storied *one,
                                              ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_tie(ahd_store *store,
                                          const ahd_story_tie *tie,
                                          ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_sum_stories(ahd_store *store,
                                              ahd_error *error);

/* ---------------------------------------------------------------- asking */

/* How many articles have no fingerprint, for an older Ahd read them. */
AHD_MUST_USE ahd_status ahd_store_unprinted(ahd_store *store, int64_t *count,
                                            ahd_error *error);

/* Stories of two documents and more, the largest first. */
AHD_MUST_USE ahd_status ahd_store_stories(ahd_store *store,
                                          const ahd_filter *filter,
                                          ahd_story_fn *each, void *context,
                                          ahd_error *error);
/* The one with this id, or that the document with this id is in; nothing when
 * there is none. */
AHD_MUST_USE ahd_status ahd_store_story(ahd_store *store, ahd_str id,
                                        ahd_story_fn *each, void *context,
                                        ahd_error *error);

/* Its members, the first one first; and the ties of its documents. */
typedef struct ahd_story_member {
    ahd_str document, outlet, published, lang, title, agency, origin;
    ahd_str kind, via; /* of the tie to its origin */
    double share;
} ahd_story_member;
typedef bool ahd_story_member_fn(void *context, const ahd_story_member *one);
AHD_MUST_USE ahd_status ahd_store_story_members(ahd_store *store, ahd_str id,
                                                ahd_story_member_fn *each,
                                                void *context,
                                                ahd_error *error);
typedef struct ahd_story_pair {
    ahd_str document, other, kind, via;
    double share, other_share;
} ahd_story_pair;
typedef bool ahd_story_pair_fn(void *context, const ahd_story_pair *one);
AHD_MUST_USE ahd_status ahd_store_story_pairs(ahd_store *store, ahd_str id,
                                              ahd_story_pair_fn *each,
                                              void *context, ahd_error *error);

#endif
