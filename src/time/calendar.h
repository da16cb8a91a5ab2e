/* calendar.h - dates and holidays whose year or month may not be said. */
#ifndef AHD_TIME_CALENDAR_H
#define AHD_TIME_CALENDAR_H

#include "time/reckoner.h"

ahd_reckoned ahd_calendar_date(const ahd_reckoner *l, const ahd_said *s);
ahd_reckoned ahd_calendar_holiday(const ahd_reckoner *l, const ahd_said *s);

#endif
