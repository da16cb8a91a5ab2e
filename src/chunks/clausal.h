/* clausal.h - the clauses of a sentence, and the links of its chunks.
 *
 *     قال الرئيس إن الاتفاق الذي وقعته الحكومة لن ينفذ
 *     MAIN: قال   COMPLEMENT of it: لن ينفذ   RELATIVE of الاتفاق: وقعت
 */
#ifndef AHD_CHUNKS_CLAUSAL_H
#define AHD_CHUNKS_CLAUSAL_H

#include "chunks/strand.h"

/* Links the chunks from s->base on and appends their clauses. */
void ahd_clausal_find(ahd_strand *s);

#endif
