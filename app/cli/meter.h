/* meter.h - one line of progress on standard error, when somebody looks at it
 * and the work takes more than two seconds.
 *
 *     1240 pages, 212/s, 1187 articles, 53 refused, 0 skipped */
#ifndef AHD_CLI_METER_H
#define AHD_CLI_METER_H

#include "ahd.h"

void ahd_meter_start(void);
void ahd_meter_tick(const ahd_counts *so_far); /* cheap: call it often */
void ahd_meter_clear(void); /* takes the line away, for other text */
double ahd_meter_seconds(void);

#endif
