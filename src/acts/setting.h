/* setting.h - once agreements and days are known: tellings of one act are
 * merged, acts are linked, each gets its day and place. */
#ifndef AHD_ACTS_SETTING_H
#define AHD_ACTS_SETTING_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes tellings, about, time, from, to, place of doc->acts. */
void ahd_acts_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
