/* doubt.h - words that nearly told an act, for `ahd explain`.
 *
 *     «سلّم بخرق»: accuse, 0.22, against it "words beside it" -1.3
 *
 * Kept are the surest AHD_DOUBTS of a document whose sureness is
 * AHD_DOUBT_LEAST or more. Words stand in one doubt at most, and in none when
 * an act has them.
 */
#ifndef AHD_ACTS_DOUBT_H
#define AHD_ACTS_DOUBT_H

#include "doc/doc.h"

#define AHD_DOUBT_LEAST 0.05f

/* Candidates come in the order of their first token. */
void ahd_doubt_add(ahd_doc *doc, const ahd_doubt *doubt);

/* The words from token `first` on are an act's: no doubt is left of them. */
void ahd_doubt_settle(ahd_doc *doc, uint32_t first);

#endif
