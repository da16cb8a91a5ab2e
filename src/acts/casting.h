/* casting.h - who plays which part in an act.
 *
 * Each argument is first asked of by itself (argument.h), then in the light of
 * the others: who is likeliest, who stands in one row with whom, who is of
 * whose side. A state is not both who condemns and whom its minister condemns.
 */
#ifndef AHD_ACTS_CASTING_H
#define AHD_ACTS_CASTING_H

#include "acts/argument.h"

/* What speaks for an argument, in AHD_ACT_UNIT; above 0: more than against. */
typedef struct ahd_casting {
    int32_t source, target;
} ahd_casting;

/* Of each of `all` by itself. */
void ahd_casting_first(const ahd_argument_asker *asker,
                       const ahd_act_weights *weights, const ahd_arguments *all,
                       ahd_casting first[AHD_ARGUMENTS_MOST]);

/* What is seen of argument `i` when all were asked of. */
void ahd_casting_symptoms(const ahd_argument_asker *asker,
                          const ahd_arguments *all, const ahd_casting *first,
                          uint32_t i, ahd_symptoms *out);

/* Rewrites act->source and act->target; the best castings of all of them. */
ahd_casting ahd_casting_choose(const ahd_argument_asker *asker,
                               const ahd_act_weights *weights, ahd_act *act);

#endif
