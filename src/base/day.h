/* day.h - calendar days as numbers.
 *
 *     ahd_day_of(2021, 3, 1) -> 18687     18687 -> 2021-03-01, a Monday
 *
 * A day counts from 1970-01-01 in the proleptic Gregorian calendar, as in
 * doc.h and kb.h. "No day" is INT32_MIN. Years run from 1 to 9999.
 *
 * Hijri days follow the tabular civil calendar (leap years 2 5 7 10 13 16 18
 * 21 24 26 29 of a cycle of 30); a real month may begin a day or two apart. */
#ifndef AHD_BASE_DAY_H
#define AHD_BASE_DAY_H

#include "base/str.h"

enum { AHD_DAY_ISO = 10 }; /* bytes of "2021-03-01" */

/* No day (INT32_MIN) when there is no such date. */
int32_t ahd_day_of(int year, int month, int mday);
int32_t ahd_day_of_hijri(int year, int month, int mday);

void ahd_day_split(int32_t day, int *year, int *month, int *mday);
int ahd_day_weekday(int32_t day); /* 0 Monday .. 6 Sunday */
int ahd_day_month_length(int year, int month);

/* Writes "2021-03-01", without a NUL. */
void ahd_day_iso(int32_t day, char out[AHD_DAY_ISO]);

/* Reads it back; no day when it is not written so. */
int32_t ahd_day_from_iso(ahd_str text);

#endif
