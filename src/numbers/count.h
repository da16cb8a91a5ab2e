/* count.h - how the words and digits of one number combine.
 *
 *     مئتان وثلاثة وعشرون ألفا وخمسمئة   ->  223500
 *     ٣ ملايين و ٢٠٠ ألف                 ->  3200000
 *     two hundred and five thousand      ->  205000
 *     الحادي والعشرون, twenty-first      ->  21, an ordinal
 *
 * Every word says what may stand before it. Arabic joins hundreds, units and
 * tens with و, in that order; ten behind a unit, and what multiplies, stand
 * without. English goes down without "and", or with it. What a number cannot
 * take begins the next: «ثلاثمئة ومئتين» is two. */
#ifndef AHD_NUMBERS_COUNT_H
#define AHD_NUMBERS_COUNT_H

#include "doc/doc.h"

typedef struct ahd_count {
    ahd_span at; /* without proclitics */
    uint32_t first, end;
    double value;
    double unit; /* its last word is this unit, joined: «مئة وثلاثة» 3; or 0 */
    double scale; /* its last word is a thousand or more: «مليون» 1e6; or 1 */
    uint16_t pro;  /* proclitics of its first word */
    uint8_t words; /* words, digits included, that it is made of */
    bool digits;   /* it begins with digits */
    bool plain;    /* a whole number, without a sign in digits */
    bool fraction; /* digits: 4/5 */
    bool ordinal;  /* with a word or letters of ordinals */
    bool definite; /* its first word has an article */
    bool round;    /* one word, of tens or more */
} ahd_count;

/* The longest number that starts at `token`; false when none does. */
bool ahd_count_read(const ahd_doc *doc, uint32_t token, ahd_count *out);

/* One of the words for "and" stands alone: «ثلاثة و عشرون». */
bool ahd_count_is_and(const ahd_doc *doc, uint32_t token);

#endif
