/* tag.h - the readings of every word, and every phrase the kb knows.
 *
 *     "وبالاتفاق"  ->  و + ب + الاتفاق       "للجيش"  ->  ل + الجيش
 *
 * A proclitic or pronoun is only taken off where what remains is a word of
 * the kb, or where the spelling leaves no doubt (وال…, بال…, لل…). */
#ifndef AHD_MORPH_TAG_H
#define AHD_MORPH_TAG_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes the readings of doc->tokens, and doc->hits. */
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
