/* pace.h - when to ask again.
 *
 *     a feed that was asked every 30 minutes and had something new -> 20
 *     the third failure in a row of it                        -> 80 or so
 *     "Retry-After: 120"                                      -> 120 s
 *
 * All times are seconds. Nothing looks at a clock or throws dice: the jitter
 * comes from a seed, so that a thousand feeds that failed together do not come
 * back together, and a test knows what comes. */
#ifndef AHD_FETCH_PACE_H
#define AHD_FETCH_PACE_H

#include "base/str.h"

enum {
    AHD_PACE_FIRST = 30 * 60, /* between two polls of a new feed */
    AHD_PACE_LEAST = 5 * 60,  /* the bounds it adapts in */
    AHD_PACE_MOST = 12 * 60 * 60,
    AHD_PACE_BACK_OFF = 60,         /* after the first failure */
    AHD_PACE_LONGEST = 24 * 60 * 60 /* after many, and of Retry-After */
};

/* The next interval: two thirds after a change, half as much again without. */
int64_t ahd_pace_interval(int64_t interval, bool changed);

/* After so many failures in a row: `base` doubled for each beyond the first,
 * within AHD_PACE_LONGEST; a quarter more or less by the seed. */
int64_t ahd_pace_back_off(int64_t base, uint32_t failures, uint32_t seed);

/* What a Retry-After asks for: "120" or a date. Within AHD_PACE_LONGEST; -1
 * when it says nothing. */
int64_t ahd_pace_retry_after(ahd_str value, int64_t now);

/* "15m", "2h", "1d": from a minute to 30 days; 0 when it is none. */
int64_t ahd_pace_read(ahd_str text);

#endif
