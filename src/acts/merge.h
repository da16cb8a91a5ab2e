/* merge.h - the same act told twice is one act with several tellings. */
#ifndef AHD_ACTS_MERGE_H
#define AHD_ACTS_MERGE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Merges repeats in doc->acts; a title or lead that retells a quotation is a
 * telling of it, not the outlet's own breach. Needs the agreements decided. */
void ahd_merge_tellings(const ahd_kb *kb, ahd_doc *doc);

#endif
