/* split.h - the text as sentences and words, and in which language it is.
 *
 *     "وقال د. علي: «نعم. وافقنا.» ثم غادر."  ->  one sentence, 14 words, ar
 *
 * Words are those of lang/word.h, folded (lang/fold.h); sentences those of
 * sentence.h; languages and typing those of writing.h. One pass over the text
 * and one over its words: about 100 ns a word. */
#ifndef AHD_TEXT_SPLIT_H
#define AHD_TEXT_SPLIT_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->tokens (without readings), doc->sentences, doc->writings and
 * doc->writing; doc->language and doc->lang where the page did not say. */
void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
