/* sound.h - does what a pattern matched make sense?
 *
 * «الأسبوع الثالث من مايو» does; "the third century of May" does not. */
#ifndef AHD_TIME_SOUND_H
#define AHD_TIME_SOUND_H

#include "time/rules.h"
#include "time/telling.h"

bool ahd_sound_is(const ahd_telling *w, const ahd_time_rule *rule,
                  uint32_t token, uint32_t end, const ahd_said *said);

/* The grain that `said` itself has: of "October 2020", a month. */
int ahd_sound_grain(const ahd_said *said);

#endif
