/* feasts.h - the days of holidays that have a rule.
 *
 *     Eid al-Fitr of 2021 -> 13 May, 1 Shawwal 1442 */
#ifndef AHD_TIME_FEASTS_H
#define AHD_TIME_FEASTS_H

#include "doc/when.h"

/* The day of holiday `id` (a value of data/times) in a Gregorian year;
 * AHD_NO_DAY when it has none. */
ahd_day ahd_feasts_day(int id, int year);

#endif
