/* flags.h - stretches that contradict themselves: «after … next month».
 *
 * Machine translation turns "ahead of" into "after". What such words say of
 * the order of things is flagged, so that nobody reads it as told. */
#ifndef AHD_ACTS_FLAGS_H
#define AHD_ACTS_FLAGS_H

#include "doc/doc.h"

/* Writes doc->flags. */
void ahd_flags_find(ahd_doc *doc);

#endif
