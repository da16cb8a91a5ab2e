/* numeral.h - numbers in digits, read from the text itself.
 *
 *     "١٬٢٣٤٫٥", "1,234.5", "1.234,5", "1 234.5"  ->  1234.5
 *     "-4/5" -> -0.8    "2 1/4" -> 2.25    "1.1^23"    "12e-1" -> 1.2
 *     "192.168.1.2", "5/17/2018", "222-2222": each run of digits by itself
 *
 * Digits are Arabic, Persian or ASCII. Three digits after a comma (of either
 * script), a space or ٬ are a group; after one point they are a fraction
 * (4.800) unless they are zeros (20.000), after several they are groups again.
 * Digits with a letter on their
 * right ("5km", "G20" on its left) are a name or a measure, and no numeral. */
#ifndef AHD_NUMBERS_NUMERAL_H
#define AHD_NUMBERS_NUMERAL_H

#include "base/str.h"

typedef struct ahd_numeral {
    ahd_span at;
    double value;
    uint8_t is_whole;    /* digits alone, grouped or not */
    uint8_t is_fraction; /* 4/5, 2 1/4 */
    uint8_t is_ordinal;  /* 3rd: `at` ends after the letters */
} ahd_numeral;

/* The numeral whose digits start at byte `at`. When there is none, false, and
 * `out->at` ends where to look for the next. */
bool ahd_numeral_read(ahd_str text, size_t at, ahd_numeral *out);

/* `base` to that power; powers of ten are exact as far as they can be. */
double ahd_numeral_power(double base, uint32_t power);

/* The first digit in [from, end) of the text; `end` when there is none. */
size_t ahd_numeral_find(ahd_str text, size_t from, size_t end);

#endif
