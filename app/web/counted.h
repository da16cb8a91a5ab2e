/* counted.h - a number of things as Arabic says it: one and two are words, the
 * noun follows what is counted.
 *
 *     count.claims   0  لا اتهامات    1  اتهام واحد    2  اتهامان
 *                    4  4 اتهامات    14  14 اتهامًا   100  100 اتهام
 *
 * By the last two digits: 3 to 10 have the plural, 11 to 99 the accusative, the
 * others the genitive of one. To count other things add a row to counted.c. */
#ifndef AHD_WEB_COUNTED_H
#define AHD_WEB_COUNTED_H

#include "base/str.h"

/* `strong` is the number, or the word that stands for it. */
typedef struct ahd_counted {
    ahd_str before, strong, after;
} ahd_counted;

/* `digits` are those of n, and borrowed. False for a key without a row. */
bool ahd_counted_ar(const char *key, int64_t n, ahd_str digits,
                    ahd_counted *out);

#endif
