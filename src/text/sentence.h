/* sentence.h - where the sentences of a paragraph end.
 *
 *     "وقال د. علي: «نعم. وافقنا.» ثم غادر."   ->  one sentence
 *     "It met in the U.S. in Oct. 2020. Then"  ->  two
 *
 * A sentence ends at . ؟ ! or at a line's end; not after an initial, an
 * abbreviation (data/lang/<code>/abbreviations.tsv) or the number of an item,
 * not before a small letter, and not inside quotation marks that the same
 * paragraph closes. Points in a row end one before a capital, or after eight
 * words of Arabic that are no title. */
#ifndef AHD_TEXT_SENTENCE_H
#define AHD_TEXT_SENTENCE_H

#include "doc/doc.h"
#include "lang/ident.h"

/* Appends the sentences of tokens [first, end), all those of `paragraph`. */
void ahd_sentence_split(const ahd_ident_table *table, ahd_doc *doc,
                        ahd_arena *scratch, uint32_t first, uint32_t paragraph);

#endif
