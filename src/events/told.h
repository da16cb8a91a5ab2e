/* told.h - is an event told as something that happened, or will?
 *
 *     "قتل ثلاثة جنود"           yes
 *     "لم يقتل أحد"              no: negated
 *     "agreed to release", "will not lift"   planned, refused
 *     "محاولة اغتيال"، "هدد بقصف"  no: thwarted, threatened, feared
 *     "إذا هاجموا المدينة"        no: a condition */
#ifndef AHD_EVENTS_TOLD_H
#define AHD_EVENTS_TOLD_H

#include "events/episode.h"

/* False when it is told as neither done, planned nor refused. */
bool ahd_told_how(const ahd_episode *e, ahd_modality *out);

#endif
