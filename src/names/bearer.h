/* bearer.h - names that are no words of the registry: whose they are.
 *
 *     "الجنرال خليفه حفتار"   خليفة حفتر: one skeleton, near letters,
 *                             and a text about his army
 *
 *     "وزير الداخلية صالح"    none of the Salihs: nobody of them was
 *
 *     "صالح"                 of several, whom the text has introduced,
 *                            or who held a post then in its country
 *
 * Never without a license: an office he holds, his organisation or, for all
 * but equal spellings, his country. Most near spellings are other people. */
#ifndef AHD_NAMES_BEARER_H
#define AHD_NAMES_BEARER_H

#include "names/license.h"

/* Whose name `words` (folded) spell: the best that passes the gate, and the
 * others ranked. Sets id, how, score and others of `out` when it is sure, only
 * others when two are as near. */
bool ahd_bearer_find(const ahd_reader *r, ahd_str words, const ahd_gate *gate,
                     ahd_mention *out);

/* Settles what reading left open: names without id, one of several of a
 * name, a surname under an office that its bearer never held. */
void ahd_bearer_settle(const ahd_reader *r);

/* One word under a title or an office («الرئيس هادي») that recall has found
 * nobody in the text for. */
void ahd_bearer_titled(const ahd_reader *r);

#endif
