/* period.h - which days a page about what is new looks at.
 *
 *     record told up to 2020-10-27, today 2026-11-28, nothing asked
 *         → on 2020-10-27, since 2020-10-21: a week up to where it ends
 *     ?since=2020-10-20            → since then
 *     ?since=2020-10-20&by=added   → what came into the record since then
 *
 * `on` is the day the page looks from: today, or the day the record was last
 * told something when that is longer ago than yesterday, so that an old record
 * has its news as well. */
#ifndef AHD_WEB_PERIOD_H
#define AHD_WEB_PERIOD_H

#include "web/inquiry.h"

enum { AHD_PERIOD_DAY = sizeof "2020-10-26", AHD_PERIOD_WEEK = 7 };

typedef struct ahd_period {
    char since[AHD_PERIOD_DAY], on[AHD_PERIOD_DAY];   /* both inclusive */
    char told[AHD_PERIOD_DAY], added[AHD_PERIOD_DAY]; /* of the record; or "" */
    int64_t after;    /* pages above are new; -1: by day */
    int64_t refusing; /* the same, always by when pages came */
    int64_t last;     /* the record's last page */
    int32_t days;     /* from `since` to `on` */
    bool ended;       /* the record ends before today */
} ahd_period;

/* The days alone; `since` and `on` as they were asked for, anything at all. */
void ahd_period_choose(ahd_period *period, ahd_str told, ahd_str today,
                       ahd_str since, ahd_str on);

/* Of the request. `mark`: the last page the reader has seen, -1 for none. */
AHD_MUST_USE ahd_status ahd_period_read(const ahd_view *view, int64_t mark,
                                        ahd_period *out, ahd_error *error);

/* The day `days` after `day`, which is one. */
void ahd_period_shift(const char day[AHD_PERIOD_DAY], int32_t days,
                      char out[AHD_PERIOD_DAY]);

#endif
