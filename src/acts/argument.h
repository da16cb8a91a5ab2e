/* argument.h - who may be in an act, and what speaks for and against it.
 *
 *     «رفضت إيران مقترح واشنطن»   reject: إيران source, واشنطن target
 *
 * Asked of are the names of its sentence, of the sentences just before it, and
 * whoever speaks. What the frame of the rule says (roles.h) is one symptom
 * among others; learned weights decide. */
#ifndef AHD_ACTS_ARGUMENT_H
#define AHD_ACTS_ARGUMENT_H

#include "acts/roles.h"
#include "acts/symptom.h"

enum { AHD_ARGUMENTS_MOST = 48 };

typedef struct ahd_arguments {
    uint32_t count;
    uint32_t mention[AHD_ARGUMENTS_MOST]; /* in order of the text */
} ahd_arguments;

typedef struct ahd_argument_asker {
    const ahd_scene *scene;
    const ahd_rule *rule;
    const ahd_context *context;
    const ahd_act *act; /* as the frame has it */
} ahd_argument_asker;

void ahd_arguments_list(const ahd_argument_asker *asker, ahd_arguments *out);

/* What is seen of the argument number `i` of `all`. */
void ahd_argument_symptoms(const ahd_argument_asker *asker,
                           const ahd_arguments *all, uint32_t i,
                           ahd_symptoms *out);

/* Is the mention among the arguments? */
bool ahd_argument_is_in(const ahd_args *args, uint32_t mention);

#endif
