/* roles.h - who is what in an act: the rule's frame laid over the scene. */
#ifndef AHD_ACTS_ROLES_H
#define AHD_ACTS_ROLES_H

#include "acts/gist.h"
#include "acts/scene.h"

/* What is known of the text around: kept by find.c from act to act. */
typedef struct ahd_context {
    uint32_t quote;  /* the innermost quotation the trigger is in, or NONE */
    uint32_t says;   /* the quotation whose cue the trigger is, or NONE */
    ahd_arg subject; /* who acted last: what a pronoun means */
    bool has_subject;
    uint32_t sentence; /* where that was */
    ahd_gist gist;
} ahd_context;

/* Fills act->source, target, agreements, speaker, via, content. */
void ahd_roles_fill(const ahd_scene *scene, const ahd_rule *rule,
                    const ahd_context *context, ahd_act *act);

#endif
