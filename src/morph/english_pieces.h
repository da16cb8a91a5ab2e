/* english_pieces.h - the tokens of an English sentence as words, with all that
 * each may be.
 *
 *     "cannot" -> can, not        "$" -> SYM        "Tripoli" -> PROPN */
#ifndef AHD_MORPH_ENGLISH_PIECES_H
#define AHD_MORPH_ENGLISH_PIECES_H

#include "morph/english_tags.h"

/* The words of tokens [*first, end), at most AHD_ENGLISH_WORDS; *first moves
 * past the tokens that were read, of one at least. How many words. */
uint32_t ahd_english_pieces_make(const ahd_english *e, const ahd_doc *doc,
                                 uint32_t *first, uint32_t end,
                                 ahd_english_piece out[AHD_ENGLISH_WORDS]);

#endif
