/* rows.h - dates as rows of figures: 26/10/2020, 2015.3, 4-22.
 *
 * Readers give the end of what they read, or AHD_MISS. */
#ifndef AHD_TIME_ROWS_H
#define AHD_TIME_ROWS_H

#include "time/telling.h"

uint32_t ahd_rows_full(ahd_telling *w, uint32_t token, ahd_said *said);

/* A day and a month; only questions are read so. */
uint32_t ahd_rows_half(ahd_telling *w, uint32_t token, ahd_said *said);

uint32_t ahd_rows_year_month(ahd_telling *w, uint32_t token, ahd_said *said);

#endif
