/* review_decide.h - a form of the review queue as a review.
 *
 *     decision=correct, source=قطر, source.was="ly-gna حكومة الوفاق"
 *         → set source=qa
 *
 * Only what differs from how the act stands is said. A text is an id, the name
 * of exactly one, or "text:WORDS" for who has no id. */
#ifndef AHD_WEB_REVIEW_DECIDE_H
#define AHD_WEB_REVIEW_DECIDE_H

#include "web/pairing_decide.h"
#include "web/review_item.h"

enum { AHD_DECIDE_FIELDS = 6 }; /* of ahd_review_fields */

typedef struct ahd_decide {
    ahd_review review; /* points into the request and the buffers */
    ahd_buf document, other, values[AHD_DECIDE_FIELDS];
    const char *sets[AHD_DECIDE_FIELDS];
    ahd_pairing_decision two; /* instead of `review`, when it has reviews */
    bool of_two;              /* it says something of two documents */
} ahd_decide;

/* The reviews that it says. */
const ahd_review *ahd_decide_reviews(const ahd_decide *decide, size_t *count);

/* False when the form is wrong, which item->wrong tells. Finish it in any
 * case. */
bool ahd_decide_read(ahd_review_item *item, ahd_decide *out);
void ahd_decide_finish(ahd_decide *decide);

/* Who or what is meant by `text`: its id, into `out`. */
typedef enum ahd_meant {
    AHD_MEANT_ONE,
    AHD_MEANT_NONE,
    AHD_MEANT_SEVERAL
} ahd_meant;
ahd_meant ahd_decide_meant(ahd_view *view, bool agreement, ahd_str text,
                           ahd_buf *out);

#endif
