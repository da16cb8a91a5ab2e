/* current.h - a kept page with its acts, its reviews, and what stands of them.
 *
 *     ahd_current_load(store, page, json, &current, &error);
 *     current.decided.items …
 *     ahd_current_refresh(store, &current, &error);    the lists show it
 *
 * The rows that lists read are a function of the kept JSON and the reviews:
 * made again after each reading and each review, in its transaction. */
#ifndef AHD_ENGINE_CURRENT_H
#define AHD_ENGINE_CURRENT_H

#include "engine/reread.h"
#include "engine/review_body.h"
#include "kb/kb.h"
#include "store/reviewed.h"

typedef struct ahd_current {
    ahd_arena *arena;
    int64_t page;
    ahd_reread said;
    AHD_VEC(ahd_decided_review) reviews;
    AHD_VEC(ahd_review_words) words; /* of each review */
    ahd_aliases aliases;             /* of the record */
    ahd_decided_in in;
    ahd_decided decided;
    const ahd_decided *shown; /* by the rows now; NULL: not known */
    bool damaged;             /* a review that cannot be read was met */
} ahd_current;

/* Into out->arena, which the caller has set. The reading is `json`; "" when it
 * is the one that is kept. A page without a reading, or with a damaged one, has
 * no acts. */
AHD_MUST_USE ahd_status ahd_current_load(ahd_store *store, int64_t page,
                                         ahd_str json, ahd_current *out,
                                         ahd_error *error);

/* The aliases as they are now. */
AHD_MUST_USE ahd_status ahd_current_aliases(ahd_store *store, ahd_arena *arena,
                                            ahd_aliases *out, ahd_error *error);

/* What stands, once a review was added to out->reviews. */
void ahd_current_decide(ahd_current *current);

/* The rows of the page's acts as they stand. */
AHD_MUST_USE ahd_status ahd_current_refresh(ahd_store *store,
                                            const ahd_current *current,
                                            ahd_error *error);

/* The same for a page that was just read as `json`. Costs next to nothing for
 * a page that no review says anything of. */
AHD_MUST_USE ahd_status ahd_current_keep(ahd_store *store, int64_t page,
                                         ahd_str json, ahd_arena *arena,
                                         ahd_error *error);

/* An item as the row of an act. */
void ahd_current_act(const ahd_kb *kb, const ahd_current *current,
                     const ahd_decided_item *item, ahd_entry_act *out);

/* The row of that id among the places; or AHD_KB_NONE. */
uint32_t ahd_current_place(const ahd_kb *kb, ahd_str id);

#endif
