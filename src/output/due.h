/* due.h - when a commitment is due: its rule and the agreement's day.
 *
 *     "signature+3m", 2020-10-23  ->  2021-01-23
 *     "date:2021-12-24"           ->  2021-12-24
 *
 * Days and weeks are counted (+90d, +2w), months and years by the calendar
 * (+3m, +1y): the last day of a shorter month. */
#ifndef AHD_OUTPUT_DUE_H
#define AHD_OUTPUT_DUE_H

#include "base/str.h"

/* INT32_MIN when the rule is empty, unknown, or counts from a day that is not
 * known; `signed_on` may be INT32_MIN. */
int32_t ahd_due_day(ahd_str rule, int32_t signed_on);

#endif
