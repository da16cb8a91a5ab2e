/* nearest.h - what somebody may have meant who wrote a word that is none.
 *
 *     ahd_nearest near = ahd_nearest_to(AHD_STR("ly-gan"));
 *     for each id: ahd_nearest_try(&near, id, i);
 *     near.found   i of "ly-gna", or UINT32_MAX when nothing is near
 *
 * Letters of ASCII count as the same in either size. */
#ifndef AHD_REVIEWS_NEAREST_H
#define AHD_REVIEWS_NEAREST_H

#include "base/str.h"

typedef struct ahd_nearest {
    ahd_str word;
    uint32_t found;
    int far; /* letters to change from the word to what was found */
} ahd_nearest;

ahd_nearest ahd_nearest_to(ahd_str word);
void ahd_nearest_try(ahd_nearest *nearest, ahd_str candidate, uint32_t index);

#endif
