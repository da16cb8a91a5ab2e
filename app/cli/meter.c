#include "cli/meter.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double patience = 2.0, step = 0.2;
static double started, shown;
static bool visible;

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void ahd_meter_start(void)
{
    started = shown = now();
}

double ahd_meter_seconds(void)
{
    return now() - started;
}

void ahd_meter_tick(const ahd_counts *so_far)
{
    double t = now();

    if (t - started < patience || t - shown < step || !isatty(STDERR_FILENO))
        return;
    shown = t;
    visible = true;
    fprintf(stderr,
            "\r\033[K%" PRIu64 " pages, %.0f/s, %" PRIu64 " articles, %" PRIu64
            " refused, %" PRIu64 " skipped",
            so_far->pages, (double)so_far->pages / (t - started),
            so_far->articles, so_far->refused, so_far->skipped);
    fflush(stderr);
}

void ahd_meter_clear(void)
{
    if (visible)
        fputs("\r\033[K", stderr);
    visible = false;
}
