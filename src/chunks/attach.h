/* attach.h - what a noun is in its clause.
 *
 *     وقعت الحكومة الاتفاق في القاهرة   SUBJECT, OBJECT, OBLIQUE of وقعت
 *     اتفاق بين الحكومة والمعارضة        ATTRIBUTE of اتفاق, CONJUNCT of it
 */
#ifndef AHD_CHUNKS_ATTACH_H
#define AHD_CHUNKS_ATTACH_H

#include "chunks/weave.h"

void ahd_attach_noun(ahd_weave *w, uint32_t k);

/* The last noun before chunk `k`, as far as it is near; AHD_NONE. */
uint32_t ahd_attach_last_noun(const ahd_weave *w, uint32_t k);

#endif
