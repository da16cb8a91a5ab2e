#include "web/baseline.h"

#include <math.h>

static const double half = .5; /* a count: the prior of Jeffreys */

/* A count of mean `m`, told by its mean and variance. */
typedef struct spread {
    double mean, size; /* size: m² / (variance − m) */
} spread;

/* What is not known of the rate adds to the variance, and so do bursts. */
static spread spread_of(const ahd_baseline *b, double weeks)
{
    double mean = b->mean * weeks;
    double variance = mean * b->burst + mean * mean / ((double)b->all + half);

    return (spread){mean, mean * mean / (variance - mean)};
}

/* The chance of exactly `n`, as a logarithm. */
static double log_chance(const spread *s, int64_t n)
{
    double k = s->size, x = (double)n;

    return lgamma(x + k) - lgamma(k) - lgamma(x + 1) +
           k * log(k / (k + s->mean)) + x * log(s->mean / (k + s->mean));
}

/* The least count that at most so many are as likely as `share`. */
static int64_t quantile(const spread *s, double share)
{
    int64_t most = (int64_t)(s->mean + 20 * sqrt(s->mean + 1)) + 50;
    double sum = 0;

    for (int64_t n = 0; n < most; n++) {
        sum += exp(log_chance(s, n));
        if (sum >= share)
            return n;
    }
    return most;
}

static double burst_of(const int64_t *weeks, size_t count, int64_t all)
{
    double mean = (double)all / (double)count, squares = 0;

    if (count < 2 || all == 0)
        return 1;
    for (size_t i = 0; i < count; i++)
        squares += ((double)weeks[i] - mean) * ((double)weeks[i] - mean);
    double burst = squares / (double)(count - 1) / mean;
    return burst > 1 ? burst : 1;
}

ahd_baseline ahd_baseline_of(const int64_t *weeks, size_t count)
{
    ahd_baseline b = {.weeks = count, .burst = 1};

    for (size_t i = 0; i < count; i++)
        b.all += weeks[i];
    b.known = count >= AHD_BASELINE_LEAST;
    if (!b.known)
        return b;
    b.mean = ((double)b.all + half) / (double)count;
    b.burst = burst_of(weeks, count, b.all);
    spread week = spread_of(&b, 1);
    b.low = quantile(&week, .25);
    b.high = quantile(&week, .75);
    return b;
}

double ahd_baseline_chance(const ahd_baseline *usual, int64_t n, double days)
{
    double below = 0;

    if (!usual->known || n <= 0 || days <= 0)
        return 1;
    spread s = spread_of(usual, days / 7);
    for (int64_t i = 0; i < n; i++) {
        below += exp(log_chance(&s, i));
        if (below >= 1)
            return 0;
    }
    return 1 - below;
}

double ahd_baseline_silence(double a_day, double days)
{
    return exp(-a_day * days);
}
