/* split.h - the text as sentences and words.
 *
 *     "وقال د. علي: «نعم. وافقنا.» ثم غادر."  ->  one sentence
 *
 * A sentence ends at . ؟ ! … or at a line's end, but not after an initial or
 * an abbreviation, inside a number, or inside a quotation that the same
 * paragraph closes. */
#ifndef AHD_TEXT_SPLIT_H
#define AHD_TEXT_SPLIT_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->tokens (without readings) and doc->sentences. */
void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
