/* meter.h - one line of progress on standard error, when somebody looks at it
 * and the work takes more than two seconds.
 *
 *     1240 pages, 212/s, 0:42 left, 1187 articles, 53 refused: 31 a list page
 *
 * What is told first matters most: where the line ends, the rest is left out.
 * The time left is told once all that was named is weighed (weight.h). */
#ifndef AHD_CLI_METER_H
#define AHD_CLI_METER_H

#include "ahd.h"
#include "cli/usage.h"

enum { AHD_METER_REASONS = 12 };

/* How far a run is, or was at its end. */
typedef struct ahd_standing {
    ahd_counts counts;
    ahd_reason_count reasons[AHD_METER_REASONS];
    size_t reason_count;
    double seconds;
    uint64_t total; /* bytes that were named; 0: not known */
} ahd_standing;

/* `paths` are what will be read; NULL when nobody can tell how much it is. */
void ahd_meter_start(const ahd_words *paths);
void ahd_meter_tick(const ahd_engine *engine); /* cheap: call it often */
void ahd_meter_clear(void); /* takes the line away, for other text */

/* Takes the line away for good, and tells how the run ended. */
ahd_standing ahd_meter_stop(const ahd_engine *engine);

/* The line, in at most `columns`. */
void ahd_meter_line(ahd_buf *out, const ahd_standing *standing, int columns);

#endif
