/* figures.h - numbers in times: days of a month, years, counts, hours.
 *
 * Every reader gives the end of what it read, or AHD_MISS. */
#ifndef AHD_TIME_FIGURES_H
#define AHD_TIME_FIGURES_H

#include "time/telling.h"

/* The figure `symbol` (AHD_SYM_MDAY ...) at `token`, into `said`. */
uint32_t ahd_figures_read(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                          ahd_said *said);

#endif
