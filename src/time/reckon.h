/* reckon.h - which days an expression means, seen from a day.
 *
 *     from Monday 2021-03-01:  "الجمعة"        -> 2021-02-26, or 2021-03-05
 *                              "الشهر المقبل"  -> 2021-04-01..2021-04-30 */
#ifndef AHD_TIME_RECKON_H
#define AHD_TIME_RECKON_H

#include "doc/when.h"

#include <stdbool.h>

typedef enum ahd_toward {
    AHD_TOWARD_PAST,        /* the last one before */
    AHD_TOWARD_FUTURE,      /* the first one, today or later */
    AHD_TOWARD_NEAR_PAST,   /* the nearest, rather past than to come */
    AHD_TOWARD_NEAR_FUTURE, /* the nearest */
} ahd_toward;

/* From where one looks. */
typedef struct ahd_anchor {
    ahd_day day;
    int32_t second; /* of the day */
    ahd_toward toward;
    bool calendar; /* "next Friday" is the one of next week, "last May" that of
                      last year: how questions are asked, not news */
} ahd_anchor;

typedef struct ahd_reckoned {
    ahd_day from, to; /* inclusive; AHD_NO_DAY when open or not known */
    ahd_day stop;     /* where a range ends as it is said */
    int32_t second;   /* of `from`; -1 when it is a whole day */
    double length;    /* of a duration, in seconds */
} ahd_reckoned;

/* `node` of `said`, its parts in the same array. */
ahd_reckoned ahd_reckon(const ahd_said *said, uint16_t node,
                        const ahd_anchor *anchor);

#endif
