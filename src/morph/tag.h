/* tag.h - the readings of every word, and every phrase the kb knows.
 *
 *     "وبالاتفاق"  ->  و + ب + الاتفاق       "للجيش"  ->  ل + الجيش
 *
 * The segments say what is taken off; other cuts are readings beside theirs
 * where the kb knows what they leave. */
#ifndef AHD_MORPH_TAG_H
#define AHD_MORPH_TAG_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes the readings of doc->tokens, and doc->hits. */
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
