/* reply.h - what is answered to the claims of a dispute.
 *
 *     "الحوثيون: لم نخرق الهدنة"  -> denied by the accused
 *
 * A reply is a `deny`, or a breach that the accused side says it did not make.
 * It belongs to a dispute because its words point at one of the claims, or
 * because it is about the same agreement in its days and comes from the accused
 * side. Without any, what was searched is counted, so that "no reply found"
 * can be judged. */
#ifndef AHD_DISPUTES_REPLY_H
#define AHD_DISPUTES_REPLY_H

#include "disputes/dispute.h"

/* `s` has its disputes; writes their replies and what was searched. */
void ahd_reply_find(ahd_standing *s);

#endif
