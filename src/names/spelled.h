/* spelled.h - persons of the registry in other letters, without a title.
 *
 *     "nominated his rival Viktor Yanukovich"   Viktor Yanukovych, in a text
 *                                               about Ukraine
 *     "وفيكتور يانكوفتش"                        he too
 *     "Kadhaffi", in a text about Libya         one whom its names call so
 *
 * Rows of words that read like names are looked up by their skeleton, and
 * compared as in names/bearer.h: never without a license. */
#ifndef AHD_NAMES_SPELLED_H
#define AHD_NAMES_SPELLED_H

#include "names/cursor.h"

/* Adds them to doc->mentions, between the mentions that are there. */
void ahd_spelled_find(const ahd_reader *r);

#endif
