/* dates.h - calendar dates: in digits, with a month's name, Hijri, years. */
#ifndef AHD_TIME_DATES_H
#define AHD_TIME_DATES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* The date that starts at `token`, with a weekday before it or without; its
 * end, or 0. Fills form, grain, year, month, mday, weekday, from and to. */
uint32_t ahd_dates_read(const ahd_doc *doc, uint32_t token, ahd_time *out);

/* The weekday at `token`; its end, or 0. */
uint32_t ahd_dates_weekday(const ahd_doc *doc, uint32_t token, int8_t *out);

/* from and to of a date whose year is known. */
void ahd_dates_settle(ahd_time *time);

#endif
