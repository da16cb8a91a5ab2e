/* speaker.h - who says it: named, meant by a noun, or going on from before.
 *
 *     وقال مصدر في وزارة الشحن اليونانية   an argument of words, of no mention
 *     وأضاف أن …                            whoever spoke last */
#ifndef AHD_QUOTES_SPEAKER_H
#define AHD_QUOTES_SPEAKER_H

#include "quotes/quoting.h"

/* Who is named as the subject of `cue`, before token `limit`. The argument
 * has no words when nobody is. */
ahd_arg ahd_speaker_named(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t limit);

/* The noun phrase that opens at `token`: a mention, or words. */
ahd_arg ahd_speaker_at(const ahd_quoting *f, uint32_t token, uint32_t limit);

/* Writes speaker, via, medium and `continues` of `q`, whose cue names nobody:
 * of whoever spoke last and may go on with that verb. */
void ahd_speaker_go_on(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q);

/* Writes them of the quotation `from`, which goes on. */
void ahd_speaker_inherit(const ahd_quoting *f, uint32_t from, ahd_quote *q);

/* Sets him as speaker of `q`, or as its relay if that is what he is. */
void ahd_speaker_set(ahd_quoting *f, ahd_quote *q, ahd_arg arg);

/* Is it somebody, by his words or by a mention? */
bool ahd_speaker_is_told(const ahd_arg *arg);

#endif
