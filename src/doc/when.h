/* when.h - the layer of times: "the Friday before", "within ninety days".
 *
 * Part of doc.h. What is said (ahd_said) is kept apart from the day it means
 * (ahd_time.from..to): the time stage reads the words, time/days.h reckons the
 * days once that of the document is known. */
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
    AHD_GRAIN_DECADE,
    AHD_GRAIN_CENTURY,
    AHD_GRAIN_QUARTER,
    AHD_GRAIN_HALF, /* of a year */
    AHD_GRAIN_WEEKEND,
    AHD_GRAIN_FORTNIGHT,
    AHD_GRAIN_HOUR,
    AHD_GRAIN_MINUTE,
    AHD_GRAIN_SECOND,
    AHD_GRAIN_WORKDAY,
    AHD_GRAIN_SEASON,
    AHD_GRAINS
} ahd_grain;

/* What kind of time it is, for those who use it. */
typedef enum ahd_time_kind {
    AHD_TIME_POINT,    /* a day: "26 October", "yesterday" */
    AHD_TIME_PERIOD,   /* from..to: "next month", "from 3 to 5 May" */
    AHD_TIME_CLOCK,    /* "at seven", of no day */
    AHD_TIME_MOMENT,   /* a day and its hour or part: "Friday evening" */
    AHD_TIME_DURATION, /* "three days" */
    AHD_TIME_LIMIT,    /* "within ninety days": not later than */
    AHD_TIME_SET,      /* "every Monday" */
    AHD_TIME_OPEN,     /* "since May", "until Friday": one end only */
    AHD_TIME_VAGUE,    /* "recently": a direction, no day */
    AHD_TIME_KINDS
} ahd_time_kind;

/* How the words of an ahd_said are to be reckoned. */
typedef enum ahd_said_form {
    AHD_SAID_NONE,
    AHD_SAID_DATE,     /* year, month, mday, weekday, as far as said */
    AHD_SAID_DAY,      /* `shift` days from today, `weekday` */
    AHD_SAID_WEEKDAY,  /* `weekday`, with `shift`, or in the week `a` */
    AHD_SAID_NTH_DAY,  /* the `nth` `weekday` of `a` */
    AHD_SAID_DAY_OF,   /* day `mday` of `a` */
    AHD_SAID_UNIT,     /* `unit`, `shift` of them from now; year, nth */
    AHD_SAID_COUNTED,  /* `amount` next (shift 1) or last (-1) */
    AHD_SAID_AWAY,     /* `amount` before (-1) or after (1) `a` */
    AHD_SAID_WITHIN,   /* from `a` to `amount` later */
    AHD_SAID_NTH,      /* the `nth` `unit` of `a` */
    AHD_SAID_PART,     /* `part` of `a` */
    AHD_SAID_REST,     /* of `a`, from today */
    AHD_SAID_LATER,    /* what of `a` is after (1) or before (-1) today */
    AHD_SAID_AROUND,   /* the `unit` in which `a` is */
    AHD_SAID_RANGE,    /* from `a` to `b`, of `month`, `year` or `c` */
    AHD_SAID_LASTING,  /* from `a`, `amount` long */
    AHD_SAID_SINCE,    /* from `a` on */
    AHD_SAID_UNTIL,    /* up to `a` */
    AHD_SAID_HOLIDAY,  /* `nth`, of `year` or `a` */
    AHD_SAID_DURATION, /* `amount` */
    AHD_SAID_CLOCK,    /* hour, minute, second, day_part */
    AHD_SAID_MOMENT,   /* the day `a` at `b` */
    AHD_SAID_NOW,
    AHD_SAID_SET,   /* every `a`, or every `amount` */
    AHD_SAID_VAGUE, /* `shift` */
    AHD_SAID_FORMS
} ahd_said_form;

enum { AHD_UNSAID = -128 };

/* What an expression says, before anybody knows which day is meant. Fields
 * that are not said are AHD_UNSAID; `a`, `b` and `c` are parts of the
 * expression, indices into the same array, 0 when there is none. */
typedef struct ahd_said {
    uint8_t form; /* ahd_said_form */
    uint8_t hijri;
    int8_t unit; /* ahd_grain */
    int8_t weekday, month, mday, shift, nth, part;
    int16_t hour, minute, second, day_part;
    int16_t year;
    uint16_t a, b, c;
    float amount[AHD_GRAINS]; /* by unit */
} ahd_said;

/* A time expression. `from`..`to` are set when it can be computed: at once for
 * full dates, else by ahd_time_settle once the document's day is known. */
typedef struct ahd_time {
    ahd_span at;
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t kind, grain; /* ahd_time_kind, ahd_grain */
    int8_t weekday;      /* said with it: 0 Monday .. 6 Sunday, -1 none */
    int8_t vague;        /* "days ago", "recently": a direction, no day */
    int8_t ahead;        /* counted from today: back -1, on 1, today itself 0 */
    uint8_t relative;    /* counted from today */
    uint8_t full;        /* a date that needs no day of the document */
    uint32_t said;       /* its ahd_said, the first of a row in doc->said */
    int32_t second;      /* of the day `from`; -1 when no hour is said */
    ahd_day from, to;    /* inclusive; AHD_NO_DAY when open or not known */
    ahd_str value;       /* "2021-03-01", "2021-W09", "P3D", "T08:30" */
} ahd_time;

/* A day on which a page that does not tell may have been written. */
typedef struct ahd_dating {
    ahd_day day;
    float score;     /* 0..1 */
    ahd_str because; /* for people */
} ahd_dating;

#endif
