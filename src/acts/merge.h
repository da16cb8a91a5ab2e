/* merge.h - the same act told twice is one act with several tellings. */
#ifndef AHD_ACTS_MERGE_H
#define AHD_ACTS_MERGE_H

#include "doc/doc.h"

/* Merges repeats in doc->acts; a title or lead that retells a quotation is a
 * telling of it, not the outlet's own breach. */
void ahd_merge_tellings(ahd_doc *doc, ahd_arena *scratch);

#endif
