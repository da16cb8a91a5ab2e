/* group.h - the segments of a sentence as chunks, not yet linked.
 *
 *     وقال | الرئيس | إن | المفاوضات | لم تفشل     He | has been told | that |
 * ...
 */
#ifndef AHD_CHUNKS_GROUP_H
#define AHD_CHUNKS_GROUP_H

#include "chunks/strand.h"

/* Appends the chunks of the sentence and fills their joints. */
void ahd_group_find(ahd_strand *s);

#endif
