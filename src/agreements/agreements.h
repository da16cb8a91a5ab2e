/* agreements.h - every mention of an agreement: by name, by noun, by anaphor.
 *
 *     "توقيع اتفاق وقف إطلاق نار دائم"    noun phrase, ceasefire, indefinite
 *     "اتفاق جنيف"                        a name; candidates from the registry
 *     "الاتفاق"                           definite: one that was named before
 *
 * Which agreement each one is, is decided later (verdict.h), when acts and
 * dates are known. */
#ifndef AHD_AGREEMENTS_AGREEMENTS_H
#define AHD_AGREEMENTS_AGREEMENTS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->agreements: spans, nouns, candidates by name. */
void ahd_agreements_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
