/* ends.h - ranges: each end may need the other to be known.
 *
 *     "from 4 to 22 January 1995"   the first has no month, no year */
#ifndef AHD_TIME_ENDS_H
#define AHD_TIME_ENDS_H

#include "time/reckoner.h"

ahd_reckoned ahd_ends_range(const ahd_reckoner *l, const ahd_said *s);

/* "since May", "until Friday": one end only. */
ahd_reckoned ahd_ends_open(const ahd_reckoner *l, const ahd_said *s);

/* Is its year left to the direction one looks in? */
bool ahd_ends_float(const ahd_reckoner *l, const ahd_said *s);

#endif
