/* casting.h - who plays which part in an act.
 *
 *     «اتهمت الحكومة والجيش الحوثيين بخرق الهدنة»
 *         accuse: الحكومة and الجيش, who stand in one row, source; الحوثيين
 * target
 *
 * Each argument is asked of (argument.h); here they are chosen together: those
 * in one row play one part, who signs or meets does so with somebody, most
 * other acts are of one. */
#ifndef AHD_ACTS_CASTING_H
#define AHD_ACTS_CASTING_H

#include "acts/argument.h"

/* Rewrites act->source and act->target. */
void ahd_casting_choose(const ahd_argument_asker *asker,
                        const ahd_act_weights *weights, ahd_act *act);

#endif
