/* clock.h - seconds that never go back, for batches and pauses.
 *
 *     double began = ahd_clock_seconds();  ...  if (... - began > 0.5) */
#ifndef AHD_ENGINE_CLOCK_H
#define AHD_ENGINE_CLOCK_H

#include <time.h>

static inline double ahd_clock_seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#endif
