/* days.h - the days that time expressions mean, once the document has one.
 *
 *     published Monday 2021-03-01:  "الجمعة" -> 2021-02-26
 *                                   "الشهر المقبل" -> 2021-04-01..2021-04-30
 *
 * A weekday is the nearest one past, the day itself included; the next one
 * when its clause speaks of the future. Vague times stay open. Without a day
 * of the document only full dates are known. May be called again when the
 * document's day changes. */
#ifndef AHD_TIME_DAYS_H
#define AHD_TIME_DAYS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes `from` and `to` of doc->times. */
void ahd_time_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
