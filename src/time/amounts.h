/* amounts.h - counted units of time: "two years and a month", «ساعة ونصف». */
#ifndef AHD_TIME_AMOUNTS_H
#define AHD_TIME_AMOUNTS_H

#include "time/telling.h"

/* Several units, each counted, into `amount`; `unit` is the last. The end, or
 * AHD_MISS. */
uint32_t ahd_amounts_read(ahd_telling *w, uint32_t token, ahd_said *said);

/* More than one of a unit, with article or without: «الأشهر الثلاثة»,
 * «اليومين», "3 days". */
uint32_t ahd_amounts_counted(ahd_telling *w, uint32_t token, ahd_said *said);

/* A unit alone: of which number it is, 0 for a plural. */
static inline int32_t ahd_amounts_number(const ahd_hit *unit)
{
    return (int32_t)unit->extra / 100;
}

static inline int8_t ahd_amounts_grain(const ahd_hit *unit)
{
    return (int8_t)(unit->extra % 100);
}

#endif
