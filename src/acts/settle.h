/* settle.h - when and where each act was, once times have become days. */
#ifndef AHD_ACTS_SETTLE_H
#define AHD_ACTS_SETTLE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes time, from, to, place of doc->acts. */
void ahd_acts_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
