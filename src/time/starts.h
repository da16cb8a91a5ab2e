/* starts.h - by which words each pattern, and each part, can begin.
 *
 * Bits are those of the words of ahd_telling_mask; two more stand for figures.
 * Made once a document, so that most patterns are never tried. */
#ifndef AHD_TIME_STARTS_H
#define AHD_TIME_STARTS_H

#include <stdint.h>

enum { AHD_STARTS_RULES = 256, AHD_STARTS_PARTS = 128, AHD_STARTS_FIGURE = 63 };

typedef struct ahd_starts {
    uint64_t rule[AHD_STARTS_RULES];
    uint64_t part[AHD_STARTS_PARTS];     /* all its rules together */
    uint8_t order[AHD_STARTS_RULES];     /* rules, by part */
    uint8_t first[AHD_STARTS_PARTS + 1]; /* of each part, in `order` */
} ahd_starts;

void ahd_starts_make(ahd_starts *starts);

#endif
