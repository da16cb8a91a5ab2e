/* need.h - what a row of data/acts hopes to find around its words: an agreement
 * near, somebody who does it, «that». What is unmet is one symptom of many. */
#ifndef AHD_ACTS_NEED_H
#define AHD_ACTS_NEED_H

#include "acts/scene.h"

enum { AHD_UNMET_NOBODY = 1 << AHD_NEEDS };

/* Bits of the ahd_need that are not met; AHD_UNMET_NOBODY: the act, as its
 * frame has it, is of nobody and nothing. */
uint32_t ahd_need_unmet(const ahd_scene *scene, const ahd_rule *rule,
                        const ahd_act *act);

#endif
