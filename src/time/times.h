/* times.h - time expressions.
 *
 *     "أمس الخميس"                    an offset of -1 day, a Thursday
 *     "26 تشرين الأول/أكتوبر 2020"    a date: 2020-10-26
 *     "الشهر المقبل", "next month"    an offset of 1 month
 *     "قبل أيام", "recently"          vague, into the past
 *
 * Full dates get their day at once; all others wait for time/days.h. Words
 * of time that tell no time («في اليوم التالي», «قبل التوقيع», «أحد») are
 * left alone. */
#ifndef AHD_TIME_TIMES_H
#define AHD_TIME_TIMES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->times. */
void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
