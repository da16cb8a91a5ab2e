/* when.h - the layer of times: "the Friday before", "within ninety days".
 *
 * Part of doc.h. The time stage finds them, time/days.h gives them days. */
#ifndef AHD_DOC_WHEN_H
#define AHD_DOC_WHEN_H

#include "base/str.h"

/* A calendar day as days since 1970-01-01 (proleptic Gregorian). */
typedef int32_t ahd_day;
#define AHD_NO_DAY INT32_MIN

typedef enum ahd_grain {
    AHD_GRAIN_DAY,
    AHD_GRAIN_WEEK,
    AHD_GRAIN_MONTH,
    AHD_GRAIN_YEAR,
} ahd_grain;

typedef enum ahd_time_form {
    AHD_TIME_DATE,    /* said in full, or but for the year */
    AHD_TIME_WEEKDAY, /* `weekday`, near the document's day */
    AHD_TIME_OFFSET,  /* `offset` grains from the document's day */
} ahd_time_form;

/* A time expression. `from`..`to` are set when it can be computed: at once for
 * full dates, else by ahd_time_settle once the document's day is known. */
typedef struct ahd_time {
    ahd_span at;
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t form, grain; /* ahd_time_form, ahd_grain */
    int8_t weekday;      /* 0 Monday .. 6 Sunday, -1 none */
    int8_t vague;        /* "days ago", "recently": a direction, no day */
    int32_t offset;      /* in grains; AHD_TIME_OFFSET */
    int16_t year;        /* 0 when not said */
    int8_t month, mday;  /* 1..; 0 when not said */
    ahd_day from, to;    /* inclusive; AHD_NO_DAY when open */
} ahd_time;

#endif
