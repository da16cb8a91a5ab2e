/* headline.h - titles that name a speaker by a colon.
 *
 *     المسماري: قطر تخرق الاتفاق
 *     «الهدنة صامدة»: مسؤول أممي */
#ifndef AHD_QUOTES_HEADLINE_H
#define AHD_QUOTES_HEADLINE_H

#include "quotes/quoting.h"

/* Is the sentence of `f` one? Writes `q`. */
bool ahd_headline_read(ahd_quoting *f, ahd_quote *q);

#endif
