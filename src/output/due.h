/* due.h - when a commitment is due: its rule and the agreement's days.
 *
 *     "signature+3m", signed 2020-10-23        ->  2021-01-23
 *     "effective+1d", in force since 2012-11-21  ->  2012-11-22
 *     "date:2021-12-24"                        ->  2021-12-24
 *
 * Days and weeks are counted (+90d, +2w), months and years by the calendar
 * (+3m, +1y): the last day of a shorter month. */
#ifndef AHD_OUTPUT_DUE_H
#define AHD_OUTPUT_DUE_H

#include "kb/kb.h"

/* INT32_MIN when the rule is empty, unknown, or counts from a day that is not
 * known; both days may be INT32_MIN. */
int32_t ahd_due_day(ahd_str rule, int32_t signed_on, int32_t effective_on);

/* Of a commitment of the registry; days are counted from a day of signature,
 * never from a month. */
int32_t ahd_due_commitment(const ahd_kb *kb, const ahd_agreement *a,
                           const ahd_commitment *c);

#endif
