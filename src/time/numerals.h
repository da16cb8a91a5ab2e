/* numerals.h - numbers, in digits and in words, in Arabic and English.
 *
 * Readers give the end of what they read, or AHD_MISS. */
#ifndef AHD_TIME_NUMERALS_H
#define AHD_TIME_NUMERALS_H

#include "time/telling.h"

/* A number word, one phrase of data/times; with its و where it is `joined`. */
const ahd_hit *ahd_numerals_word(const ahd_telling *w, uint32_t token,
                                 bool joined);

/* «ثلاثة وعشرين», "two thousand and eighteen" */
uint32_t ahd_numerals_words(const ahd_telling *w, uint32_t token,
                            double *value);

/* A whole number in digits between low and high, as one token. */
uint32_t ahd_numerals_digits(const ahd_telling *w, uint32_t token, int32_t low,
                             int32_t high, int32_t *value);

/* Either: "3", "3.5", «ثلاثة». */
uint32_t ahd_numerals_count(const ahd_telling *w, uint32_t token,
                            double *value);

/* «الحادي والعشرين», "twenty first", "21st"; -1 the last one. */
uint32_t ahd_numerals_ordinal(const ahd_telling *w, uint32_t token,
                              int32_t *value);

#endif
