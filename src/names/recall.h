/* recall.h - what later words refer to, once all names are read.
 *
 *     "باشاغا", "الوزير", "الشيخ محمد"   a person the text has named in full
 *     "وزير الخارجية القطري"             who held it on the document's day */
#ifndef AHD_NAMES_RECALL_H
#define AHD_NAMES_RECALL_H

#include "names/cursor.h"

/* Adds short forms to doc->mentions. */
void ahd_recall_surnames(const ahd_reader *r);

/* Resolves bare offices and unknown short names; fills same_as. */
void ahd_recall_link(const ahd_reader *r);

#endif
