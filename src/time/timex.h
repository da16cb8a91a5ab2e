/* timex.h - a time in a few letters, as TIMEX3 and ISO 8601 write it.
 *
 *     "الشهر المقبل"  -> 2021-04      "كل يوم اثنين" -> XXXX-WXX-1
 *     "ثلاثة أيام"    -> P3D          "recently"     -> PAST_REF */
#ifndef AHD_TIME_TIMEX_H
#define AHD_TIME_TIMEX_H

#include "base/arena.h"
#include "doc/when.h"
#include "time/reckon.h"

/* `said` is the row of the time, its first part at 1. Empty when nothing is
 * known. */
ahd_str ahd_timex_of(ahd_arena *arena, const ahd_time *time,
                     const ahd_said *said);

/* "P1Y2M", "PT1.5H": an amount. */
ahd_str ahd_timex_amount(ahd_arena *arena, const ahd_said *said);

#endif
