/* segment.h - the words inside the tokens: what each is, and its lemma.
 *
 *     "وباتفاقهم"  ->  و CCONJ, ب ADP, اتفاق NOUN اِتِّفَاق, هم PRON
 *
 * Segments of a token tile it. Which split and which part of speech it is,
 * its sentence decides (morph/rank.h), by what was learned from a treebank;
 * the conventions are those of Universal Dependencies for Arabic PUD. */
#ifndef AHD_MORPH_SEGMENT_H
#define AHD_MORPH_SEGMENT_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->segments, and segment, segments, host of doc->tokens. */
void ahd_morph_segment(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
