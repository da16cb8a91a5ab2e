/* occasion.h - where and when an event was.
 *
 *     "خطف مسلحون مهندسين في عدن أمس"   in Aden, yesterday
 *
 * The nearest place that something is in, the nearest time that tells a day,
 * of its sentence. */
#ifndef AHD_EVENTS_OCCASION_H
#define AHD_EVENTS_OCCASION_H

#include "events/episode.h"

/* Fills event->place and event->time. */
void ahd_occasion_find(const ahd_episode *e, ahd_event *event);

#endif
