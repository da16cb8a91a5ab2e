/* baseline.h - what is usual, computed from the weeks before.
 *
 *     weeks 1 2 1 2 2 1 1 2  → a week has 1 to 2 as a rule; 6 in one would be
 *                              seen about once in 90 weeks
 *     weeks 3                → not known: one week is no rule
 *
 * The count of a week to come is taken to be negative binomial: a Poisson count
 * whose rate is only known as well as the weeks that were seen tell it (prior
 * of Jeffreys, half a count), wider where the weeks differ more than chance
 * makes Poisson counts differ (variance over mean). "As a rule" is the middle
 * half of it: quartile to quartile. News come in bursts, and a short history
 * says little; both make the range wide and never narrow. Decision 28. */
#ifndef AHD_WEB_BASELINE_H
#define AHD_WEB_BASELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { AHD_BASELINE_LEAST = 4 }; /* weeks, to say what is usual */

typedef struct ahd_baseline {
    size_t weeks;      /* that were seen */
    int64_t all;       /* counted in them */
    double mean;       /* of a week to come */
    double burst;      /* variance over mean of the weeks; 1 or more */
    bool known;        /* were there weeks enough? */
    int64_t low, high; /* quartiles of a week to come; when known */
} ahd_baseline;

ahd_baseline ahd_baseline_of(const int64_t *weeks, size_t count);

/* How likely are `n` or more in `days` days, were all as it was; 1 when what is
 * usual is not known. */
double ahd_baseline_chance(const ahd_baseline *usual, int64_t n, double days);

/* How likely is it that a source that brings `a_day` a day as a rule brings
 * none for `days` days. */
double ahd_baseline_silence(double a_day, double days);

#endif
