/* told.h - is an event told as something that happened?
 *
 *     "قتل ثلاثة جنود"           yes
 *     "لم يقتل أحد"              no: negated
 *     "محاولة اغتيال"، "هدد بقصف"  no: thwarted, threatened, feared
 *     "إذا هاجموا المدينة"        no: a condition */
#ifndef AHD_EVENTS_TOLD_H
#define AHD_EVENTS_TOLD_H

#include "events/episode.h"

bool ahd_told_as_done(const ahd_episode *e);

#endif
