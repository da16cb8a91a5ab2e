/* figures.h - numbers in times: days of a month, years, counts, hours.
 *
 * Every reader gives the end of what it read, or AHD_MISS. */
#ifndef AHD_TIME_FIGURES_H
#define AHD_TIME_FIGURES_H

#include "time/scan.h"

/* "3", "3.5", «ثلاثة وعشرين», "two thousand and eighteen". */
uint32_t ahd_figures_count(const ahd_scan *scan, uint32_t token, double *value);

/* «الحادي والعشرين», "twenty first", "21st"; -1 the last one. */
uint32_t ahd_figures_ordinal(const ahd_scan *scan, uint32_t token,
                             int32_t *value);

/* The figure `symbol` (AHD_SYM_MDAY ...) at `token`, into `said`. */
uint32_t ahd_figures_read(ahd_scan *scan, ahd_symbol symbol, uint32_t token,
                          ahd_said *said);

#endif
