/* census.h - what was kept of a page, and what stands around it, in numbers.
 *
 *     five headlines, each a link with a sentence under it
 *         ->  headlines 5, teasers 5, run: the longest sentence
 *
 * All but the counts of lines are letters. */
#ifndef AHD_PAGE_CENSUS_H
#define AHD_PAGE_CENSUS_H

#include "folio.h"

typedef struct ahd_census {
    uint32_t kept;
    uint32_t own;     /* kept, but for the footer and what readers say */
    uint32_t remarks; /* kept, of readers */
    uint32_t linked;  /* kept, inside of links */
    uint32_t digits;  /* of own: a count of those */
    uint32_t run;     /* kept as prose with no headline between */
    uint32_t headline_letters, teaser_letters;
    uint32_t headlines; /* lines: long links outside of menus */
    uint32_t teasers;   /* lines: kept, shortly after a link */
    uint32_t captions;  /* lines */
    uint32_t prices;    /* lines: short ones with a sum of money */
} ahd_census;

/* When `keep` and `words` of the lines are set (keep.h). */
void ahd_census_take(const ahd_folio *folio, ahd_census *out);

#endif
