/* cast.h - who takes part in an event, where and when.
 *
 *     "شن مسلحون هجوما على دورية"   source مسلحون (carrier), target دورية (on)
 *
 * By the frame of the rule and the links of the chunks. */
#ifndef AHD_EVENTS_CAST_H
#define AHD_EVENTS_CAST_H

#include "events/episode.h"

/* Fills source, target, place and time. */
void ahd_cast_event(const ahd_episode *e, ahd_event *event);

/* Are those people, or somebody known? */
bool ahd_cast_is_people(const ahd_episode *e, const ahd_args *args);

/* Is a word of theirs of this class? */
bool ahd_cast_is_of(const ahd_episode *e, const ahd_args *args,
                    ahd_event_word word);

/* Does a number stand in their words? */
bool ahd_cast_is_counted(const ahd_episode *e, const ahd_args *args);

#endif
