/* clauses.h - which commitments an act is about.
 *
 *     "خرق المادة الثانية من الاتفاق"        2, named
 *     "اتهم الجيش بخرق وقف إطلاق النار بقصف ..."  those on the same, inferred
 *
 * A clause that the words name by its number is named, also when the registry
 * has no such commitment. Else those whose topics the words share are
 * candidates, marked inferred, never asserted. */
#ifndef AHD_AGREEMENTS_CLAUSES_H
#define AHD_AGREEMENTS_CLAUSES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes `clauses` of the acts: named of any, inferred of those that charge,
 * demand or carry out. */
void ahd_clauses_find(const ahd_kb *kb, ahd_doc *doc);

#endif
