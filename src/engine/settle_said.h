/* settle_said.h - what reviews say of acts and stories of several documents.
 *
 *     review 7, of act 3 of one page: "act 2 of the other is the same"
 *       -> pages 12 and 40, acts 3 and 2 as they are numbered now, joins
 *
 * Anchors lead to the acts of the present readings, so a rebuild keeps what was
 * said; what is undone is left out. A later review of the same two supersedes
 * an earlier one, and so does one that an earlier one would contradict through
 * others. Beside it is told what would be found if nobody had said anything. */
#ifndef AHD_ENGINE_SETTLE_SAID_H
#define AHD_ENGINE_SETTLE_SAID_H

#include "disputes/dispute.h"
#include "reviews/anchor.h"
#include "store/reviewed.h"

typedef enum ahd_saying_kind {
    AHD_SAYING_ACT,
    AHD_SAYING_STORY,
    AHD_SAYING_LINK, /* `role`: what the first is to the other */
} ahd_saying_kind;

typedef struct ahd_saying {
    ahd_saying_kind kind;
    ahd_paired_row row; /* of a link: its pages and acts alone */
    ahd_str role;
    ahd_str sha256[2]; /* of the pages; the first may be empty: known */
    ahd_anchor at;     /* of the act in the second */
} ahd_saying;

typedef struct ahd_sayings {
    AHD_VEC(ahd_saying) ties; /* by number of review */
} ahd_sayings;

/* Slices are in `kept`; `scratch` holds one page at a time. */
AHD_MUST_USE ahd_status ahd_settle_said(ahd_store *store, ahd_arena *kept,
                                        ahd_arena *scratch, ahd_sayings *out,
                                        ahd_error *error);

/* Finds the occurrences of s->reports, which are sorted, after what was said of
 * acts; puts links to the reports. */
void ahd_settle_said_merge(ahd_sayings *said, ahd_standing *s);

/* Keeps how it stands with what was said of that kind; which links there are.
 */
AHD_MUST_USE ahd_status ahd_settle_said_keep(ahd_store *store,
                                             const ahd_sayings *said,
                                             ahd_saying_kind kind,
                                             ahd_error *error);

#endif
