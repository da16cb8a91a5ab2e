/* stamp.h - the day in a date that a machine wrote.
 *
 *     "2021-03-01T22:10:00+02:00" "20210301" "Mon, 01 Mar 2021 20:10:00 GMT"
 *     "March 1, 2021" "01/03/2021 - 20:10"  ->  2021-03-01
 *
 * The day is the one that is written: a time zone never moves it. */
#ifndef AHD_PAGE_STAMP_H
#define AHD_PAGE_STAMP_H

#include "doc/doc.h"

/* AHD_NO_DAY when it is no date, or not of 1990 to 2099. */
ahd_day ahd_stamp_day(ahd_str text);

/* The "/2021/03/01/" of an address. */
ahd_day ahd_stamp_of_url(ahd_str url);

#endif
