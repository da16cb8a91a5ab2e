/* cue.h - words of saying where they stand: which are said, which only look it.
 *
 *     «وأكد» is a cue; «سيؤكد», «لم يؤكد», «يذكر أن», «ألف طالب» are none */
#ifndef AHD_QUOTES_CUE_H
#define AHD_QUOTES_CUE_H

#include "quotes/quoting.h"

/* The longest cue phrase at `token`, NULL when there is none. */
const ahd_hit *ahd_cue_at(const ahd_quoting *f, uint32_t token);

/* A finite verb has a subject of its own; «مؤكدا», «تأكيده» have none. */
bool ahd_cue_is_finite(const ahd_hit *cue);

/* Does it say on after another: «، مؤكدا أن», «مشيرا إلى»? Not the adjective
 * of «معلومات مؤكدة». */
bool ahd_cue_goes_on(const ahd_quoting *f, const ahd_hit *cue);

/* The verb of saying of «حسبما أضافت», «وفق ما قاله» belongs to its cue: the
 * token after both. */
uint32_t ahd_cue_end(const ahd_quoting *f, const ahd_hit *cue);

#endif
