/* spans.h - weeks, months, quarters, seasons as days from..to. */
#ifndef AHD_TIME_SPANS_H
#define AHD_TIME_SPANS_H

#include "doc/when.h"

#include <stdbool.h>

/* Inclusive; both AHD_NO_DAY when there are no such days. */
typedef struct ahd_spans_days {
    ahd_day from, to;
} ahd_spans_days;

/* A day, month or year; what is AHD_UNSAID is not given. */
ahd_spans_days ahd_spans_date(int year, int month, int mday);
ahd_spans_days ahd_spans_hijri(int year, int month, int mday);
ahd_spans_days ahd_spans_hijri_year(int year);

/* `count` years from `first` on. */
ahd_spans_days ahd_spans_years(int first, int count);

/* The unit in which `day` is, moved by `shift` of them. */
ahd_spans_days ahd_spans_unit(ahd_day day, ahd_grain unit, int shift);

/* ISO week `week` of `year`. */
ahd_spans_days ahd_spans_week(int year, int week);

/* 0 spring .. 3 winter, which ends in the year after. */
ahd_spans_days ahd_spans_season(int year, int season);

/* The nth (-1 the last) `unit` of a span. A week is of the span that has its
 * Thursday. */
ahd_spans_days ahd_spans_nth(ahd_spans_days of, ahd_grain unit, int nth);

/* Beginning (0), middle (1), end (2). Of a year that is said by its number
 * these are thirds. */
ahd_spans_days ahd_spans_part(ahd_spans_days of, int part, bool numbered);

#endif
