/* pair.h - which quotation mark closes which.
 *
 *     "قال: «نعم، \"حسنا\"»."    « with », and within it \" with \"
 *
 * Pairs may nest. Marks that are the same on both sides alternate; when their
 * number is odd, one opens if it leans on the word after it. What is not closed
 * within 400 words is not open. */
#ifndef AHD_TEXT_PAIR_H
#define AHD_TEXT_PAIR_H

#include "doc/doc.h"

/* For tokens [first, end): closer[i - first] is the token that closes the
 * quotation which token i opens, 0 where none is opened or it stays open. */
void ahd_pair_find(const ahd_doc *doc, uint32_t first, uint32_t end,
                   uint32_t *closer);

#endif
