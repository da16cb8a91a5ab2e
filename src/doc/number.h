/* number.h - the layer of numbers: "ثلاثة وعشرون", "2.5 million", "a third".
 *
 * Part of doc.h. */
#ifndef AHD_DOC_NUMBER_H
#define AHD_DOC_NUMBER_H

#include "base/str.h"

typedef enum ahd_number_kind {
    AHD_NUMBER_CARDINAL, /* 3, ثلاثة, three */
    AHD_NUMBER_ORDINAL,  /* الثالث, third, 3rd */
    AHD_NUMBER_FRACTION, /* ثلث, ثلاثة أرباع, two thirds */
    AHD_NUMBER_PERCENT,  /* 5 في المئة, 5 % */
} ahd_number_kind;

/* What an ordinal counts from: التالي is 1 from the current, قبل الأخير -1 from
 * the end. */
typedef enum ahd_number_from {
    AHD_FROM_START,
    AHD_FROM_CURRENT,
    AHD_FROM_END,
} ahd_number_from;

typedef struct ahd_number {
    ahd_span at;
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t kind; /* ahd_number_kind */
    uint8_t from; /* ahd_number_from, of an ordinal */
    double value; /* of a percentage: 5, not 0.05 */
} ahd_number;

#endif
