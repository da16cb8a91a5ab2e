/* trigger.h - words that may tell an act, and what speaks for and against it.
 *
 *     «رفض»: may be `reject` by rule reject-verb, `deny` by deny-untrue
 *
 * data/acts says which acts a word may tell; what stands around it, as symptoms
 * with learned weights, says which of them it tells, if any. */
#ifndef AHD_ACTS_TRIGGER_H
#define AHD_ACTS_TRIGGER_H

#include "acts/need.h"
#include "acts/roles.h"
#include "acts/symptom.h"

/* A reading of the trigger as one type of act. */
typedef struct ahd_telling {
    ahd_act act;    /* its arguments by the frame of the rule */
    uint32_t unmet; /* bits of ahd_need, AHD_UNMET_NOBODY */
    const ahd_hit *hit;
} ahd_telling;

typedef struct ahd_trigger {
    const ahd_hit *hit; /* the longest phrase */
    ahd_scene scene;    /* around it */
    uint32_t types;     /* bits of ahd_act_type: of those below that are set */
    ahd_telling telling[AHD_ACT_TYPES];
} ahd_trigger;

void ahd_trigger_symptoms(const ahd_trigger *trigger,
                          const ahd_context *context, ahd_symptoms *out);

#endif
