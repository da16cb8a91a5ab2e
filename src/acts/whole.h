/* whole.h - is it an act, once it is known who is in it? «طالب» with somebody
 * who demands and somebody of whom is one more often than without.
 *
 * Asked after the trigger (trigger.h) and its arguments (casting.h); what is
 * said here is added to the score of the trigger. */
#ifndef AHD_ACTS_WHOLE_H
#define AHD_ACTS_WHOLE_H

#include "acts/casting.h"

typedef struct ahd_whole {
    const ahd_scene *scene;
    const ahd_context *context;
    const ahd_act *act;
    int32_t score;  /* of its trigger, in AHD_ACT_UNIT, */
    int32_t second; /* of the next likeliest type */
    ahd_casting cast;
} ahd_whole;

void ahd_whole_symptoms(const ahd_whole *whole, ahd_symptoms *out);

#endif
