/* phrase.h - a noun with what belongs to it, from its first word on.
 *
 *     وزير الخارجية المصري | سامح شكري     هذه الاتفاقية | التي ...
 *     three rounds of ... -> three rounds   the country's new government
 */
#ifndef AHD_CHUNKS_PHRASE_H
#define AHD_CHUNKS_PHRASE_H

#include "chunks/strand.h"

/* Can one begin at segment `at`? */
bool ahd_phrase_starts(const ahd_strand *s, uint32_t at);

/* Sets first, end, head and genitive of the one at `at`; end > at. Returns
 * AHD_JOINT_DEFINITE or 0. */
uint32_t ahd_phrase_read(const ahd_strand *s, uint32_t at, ahd_chunk *out);

#endif
