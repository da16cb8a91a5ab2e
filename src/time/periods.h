/* periods.h - units of time and parts of them: "next week", "rest of the year".
 */
#ifndef AHD_TIME_PERIODS_H
#define AHD_TIME_PERIODS_H

#include "time/reckoner.h"

bool ahd_periods_has(ahd_said_form form);

/* `s` is of a form that ahd_periods_has. */
ahd_reckoned ahd_periods_reckon(const ahd_reckoner *l, const ahd_said *s);

#endif
