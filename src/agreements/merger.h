/* merger.h - the same unnamed agreement, told by several documents, is one.
 *
 *     a:  «بروتوكول إقامة علاقات دبلوماسية», {sa, na}, 28 July, New York
 *     b:  «البروتوكول», {na, sa}, 28 July
 *     c:  «الهدنة», {ye, ye-houthis}, 15 December 2015
 *       -> a and b are one entry; c is ye-ceasefire-2015-12-15
 *
 * Two tellings are one agreement when two parties at least are the same and
 * none differs, kind, day, place and subject allow it, and something beside the
 * week speaks for it: what they are about, words of their sentences, the very
 * day; or when they are copies of one sentence. Two that one document tells are
 * two. The entry of the registry must be the only one whose parties, kind, day
 * and place fit. What comes out depends on the set of discoveries, not on their
 * order. */
#ifndef AHD_AGREEMENTS_MERGER_H
#define AHD_AGREEMENTS_MERGER_H

#include "agreements/discovery.h"

/* The order that they must be in, for qsort: by day, the fuller telling first,
 * then by id, which is unique. */
int ahd_merger_order(const void *a, const void *b);

/* Sets `entry` and `same_as` of each of `all`, which are in that order. */
void ahd_merger_run(const ahd_kb *kb, ahd_arena *arena, ahd_discoveries *all);

#endif
