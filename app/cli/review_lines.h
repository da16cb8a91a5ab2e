/* review_lines.h - a file of reviews, one JSON object a line:
 *
 *     {"document":"a1","act":3,"by":"Huda","set":{"source":"ly-gna"},"why":"…"}
 *     {"document":"a1","act":4,"by":"Huda","reject":true}
 *
 * Keys are the options of `ahd review`; `set` and `link` are objects, whose
 * values may be lists. Keys that are not known are passed over, so that what
 * `ahd list reviews --json` prints can be read by other records: there
 * `decision` tells, and `n` is the act. */
#ifndef AHD_CLI_REVIEW_LINES_H
#define AHD_CLI_REVIEW_LINES_H

#include "ahd.h"

#include <jansson.h>

/* The values of the options of one review that may be given again. */
typedef struct ahd_review_values ahd_review_values;

typedef struct ahd_review_lines {
    const char *path;
    ahd_review *reviews;
    size_t *numbers; /* of each review: its line */
    size_t count, capacity;
    uint64_t wrong;            /* lines that are no review; they were told */
    json_t *lines;             /* keeps the strings */
    ahd_review_values *values; /* and what points at them */
} ahd_review_lines;

/* `by` is who wrote the lines that do not say; may be NULL. Free it in any
 * case. */
AHD_MUST_USE ahd_status ahd_review_lines_read(const char *path, const char *by,
                                              ahd_review_lines *out,
                                              ahd_error *error);
void ahd_review_lines_free(ahd_review_lines *lines);

/* The number of the review to be undone, when one is given; false when it is
 * none, which was told. */
bool ahd_review_lines_undo(ahd_review *review, const char *number);

#endif
