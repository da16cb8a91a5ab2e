/* ratio.h - a number with the fractions in it and around it.
 *
 *     ثلاثة أرباع 0.75       عشرون وثلاثة أخماس 20.6     مليون ونصف 1500000
 *     واحد من عشرين 0.05     ثلاثة أجزاء من مئة 0.03     خمس فاصلة خمسة 5.5
 *     two thirds 0.667       two and a half million      one in five 0.2 */
#ifndef AHD_NUMBERS_RATIO_H
#define AHD_NUMBERS_RATIO_H

#include "numbers/count.h"

typedef struct ahd_ratio {
    ahd_count count; /* what it begins with; no words when with a fraction */
    uint32_t start;  /* byte, without proclitics */
    uint32_t end;    /* tokens */
    double value;
    bool fraction; /* a fraction makes it, and no scale makes that whole */
} ahd_ratio;

/* The number that starts at `token`; false when none does. */
bool ahd_ratio_read(const ahd_doc *doc, uint32_t token, ahd_ratio *out);

#endif
