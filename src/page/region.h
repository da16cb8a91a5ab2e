/* region.h - the block of a page that holds its article.
 *
 *     body > div.page > (div.story > p p p p) (div.more > p)  ->  div.story
 *
 * A first guess by the letters of running text: the judgement of single lines
 * starts from it, and may go beyond it. */
#ifndef AHD_PAGE_REGION_H
#define AHD_PAGE_REGION_H

#include "outline.h"

/* Sums over the lines before each: their differences are a block's. */
typedef struct ahd_sums {
    uint32_t *letters, *links, *prose, *prose_lines; /* lines.count + 1 each */
} ahd_sums;

typedef struct ahd_region {
    ahd_sums sums;
    uint32_t block; /* 0, the root, when no block stands out */
} ahd_region;

/* Prose of blocks that are skipped does not count. */
void ahd_region_find(const ahd_outline *outline, ahd_region *out);

/* What one of the sums says of a block. */
uint32_t ahd_region_sum(const ahd_outline *outline, const uint32_t *sum,
                        uint32_t block);

#endif
