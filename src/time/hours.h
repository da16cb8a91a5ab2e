/* hours.h - the clock: "seven in the evening" is 19:00. */
#ifndef AHD_TIME_HOURS_H
#define AHD_TIME_HOURS_H

#include "time/reckoner.h"

/* The second of the day. */
int32_t ahd_hours_second(const ahd_said *s);

/* A day and an hour of it. */
ahd_reckoned ahd_hours_moment(const ahd_reckoner *l, const ahd_said *s);

#endif
