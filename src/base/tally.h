/* tally.h - how often, by reason: a small table that never grows.
 *
 *     ahd_tally_add(&tally, AHD_STR("an error page: 404"));
 *         -> rows[0] is "an error page", 1
 *
 * A reason counts up to its first colon, so that what follows may name a place
 * or a number. Reasons beyond the table are "other reasons". Zeroed, it is
 * empty. */
#ifndef AHD_BASE_TALLY_H
#define AHD_BASE_TALLY_H

#include "base/str.h"

enum { AHD_TALLY_ROWS = 48, AHD_TALLY_BYTES = 80 };

typedef struct ahd_tally_row {
    char reason[AHD_TALLY_BYTES];
    uint32_t len;
    uint64_t count;
} ahd_tally_row;

typedef struct ahd_tally {
    ahd_tally_row rows[AHD_TALLY_ROWS]; /* in order of appearance */
    uint32_t count;
} ahd_tally;

void ahd_tally_add(ahd_tally *tally, ahd_str reason);

/* Up to `most` rows with the most frequent first, of equal ones the earlier;
 * how many. */
size_t ahd_tally_list(const ahd_tally *tally, const ahd_tally_row **out,
                      size_t most);

#endif
