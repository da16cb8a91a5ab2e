/* speaker.h - who is named as the one who says it.
 *
 *     وقال مصدر في وزارة الشحن إن …   an argument of words, of no mention
 *     the local council said          the noun that the verb follows */
#ifndef AHD_QUOTES_SPEAKER_H
#define AHD_QUOTES_SPEAKER_H

#include "quotes/quoting.h"

/* Who is named as the subject of `cue`, before token `limit`. The argument
 * has no words when nobody is. */
ahd_arg ahd_speaker_named(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t limit);

/* Sets him as speaker of `q`, or as its relay if that is what he is. */
void ahd_speaker_set(ahd_quoting *f, ahd_quote *q, ahd_arg arg);

/* Is it somebody, by his words or by a mention? */
bool ahd_speaker_is_told(const ahd_arg *arg);

#endif
