/* sure.h - what a noun is by words that leave no choice.
 *
 *     وزير الخارجية | سامح شكري    APPOSITION
 *     قالت الوزارة | في بيان       OBLIQUE of قالت
 */
#ifndef AHD_CHUNKS_SURE_H
#define AHD_CHUNKS_SURE_H

#include "chunks/noun.h"

/* Fills n->rule when it is sure: of a noun without preposition, */
bool ahd_sure_bare(ahd_noun *n);

/* and of one with. */
bool ahd_sure_preposition(ahd_noun *n);

#endif
