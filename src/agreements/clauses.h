/* clauses.h - which commitments an act is about, by what its words are about.
 *
 * An accusation that speaks of foreign interference, against an agreement with
 * a clause on it, is likely about that clause: a candidate, marked inferred,
 * never asserted. */
#ifndef AHD_AGREEMENTS_CLAUSES_H
#define AHD_AGREEMENTS_CLAUSES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes `clauses` of the acts that charge, demand or carry out. */
void ahd_clauses_infer(const ahd_kb *kb, ahd_doc *doc);

#endif
