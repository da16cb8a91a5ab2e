/* hijri.h - days of the Hijri calendar.
 *
 *     ahd_hijri_day(1442, 9, 1) -> 13 April 2021
 *
 * By the Umm al-Qura table of 1300 to 1600; other years by the tabular civil
 * calendar, whose months may begin a day or two apart from the real ones. */
#ifndef AHD_BASE_HIJRI_H
#define AHD_BASE_HIJRI_H

#include <stdint.h>

/* INT32_MIN when there is no such date. */
int32_t ahd_hijri_day(int year, int month, int mday);

int ahd_hijri_month_length(int year, int month);

/* The Hijri year in which `day` is, by the tabular calendar: within a few
 * days of the turn of the year it may be its neighbour. */
int ahd_hijri_year(int32_t day);

#endif
