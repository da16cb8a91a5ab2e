/* review.h - what a person says, made into a review that can be kept.
 *
 *     --set source=ly-gan   ->  there is no actor 'ly-gan'; did you mean
 * ly-gna?
 *     --set source=ly-gna   ->  the field with its value, the act's anchor, and
 *                               what the machine says of it now
 *
 * Ids and numbers are looked up; nothing is written here. */
#ifndef AHD_ENGINE_REVIEW_H
#define AHD_ENGINE_REVIEW_H

#include "ahd.h"
#include "engine/current.h"
#include "engine/review_check.h"

typedef struct ahd_reviewing {
    ahd_review_checker checker;
    const ahd_review *in;
    ahd_current page;
    const ahd_decided_item *item; /* of page.decided; NULL: a new one */
    ahd_decided_review review;
    ahd_review_words words;
} ahd_reviewing;

/* Of checker, in and page all that a review says, but its number and time. */
AHD_MUST_USE ahd_status ahd_review_make(ahd_reviewing *r, ahd_error *error);

#endif
