/* reckoner.h - what the reckoning of every kind of time needs. */
#ifndef AHD_TIME_RECKONER_H
#define AHD_TIME_RECKONER_H

#include "time/reckon.h"
#include "time/spans.h"

/* An expression, its parts, and from where one looks. */
typedef struct ahd_reckoner {
    const ahd_said *all;
    const ahd_anchor *anchor;
} ahd_reckoner;

/* What part `node` means; what `said` means, whose parts are in l->all. */
ahd_reckoned ahd_reckoner_node(const ahd_reckoner *l, uint16_t node);
ahd_reckoned ahd_reckoner_said(const ahd_reckoner *l, const ahd_said *said);

ahd_reckoned ahd_reckoner_none(void);
ahd_reckoned ahd_reckoner_days(ahd_day from, ahd_day to);
ahd_reckoned ahd_reckoner_span(ahd_spans_days days); /* ends the day after */

/* How far a day is from today, for choosing one of several: INT64_MAX / 2 when
 * it is on the wrong side. */
int64_t ahd_reckoner_cost(const ahd_anchor *anchor, ahd_day from);

/* Is only the one side wanted? */
bool ahd_reckoner_is_strict(const ahd_anchor *anchor);

int ahd_reckoner_year(ahd_day day);
int ahd_reckoner_month(ahd_day day);

/* A day moved by months; the last of the month where it would be none. */
ahd_day ahd_reckoner_months(ahd_day day, int64_t months);

/* The months and years of an amount, then its days, before (-1) or after. */
ahd_day ahd_reckoner_away(ahd_day day, const ahd_said *said, int sign);

#endif
