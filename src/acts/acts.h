/* acts.h - who did what about which agreement.
 *
 * A trigger is a word of data/acts; its rules say what stands around it. The
 * rule whose needs are met and that is surest makes the act. A breach that
 * somebody tells is that speaker's accusation; only what the outlet reports
 * itself stays a breach.
 *
 * Where the acts are given (doc->given, for measuring), each becomes one act,
 * in that order, by its surest rule whether its needs are met or not. */
#ifndef AHD_ACTS_ACTS_H
#define AHD_ACTS_ACTS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->acts and doc->flags. */
void ahd_acts_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
