/* modality.h - did it happen? «وقع» actual, «سيوقع» planned, «قد يوقع»
 * possible, «لم يوقع» negated, «إذا وقع» conditional. */
#ifndef AHD_ACTS_MODALITY_H
#define AHD_ACTS_MODALITY_H

#include "acts/scene.h"

ahd_modality ahd_modality_of(const ahd_scene *scene);

#endif
