/* resume.h - whoever spoke last goes on.
 *
 *     قالت الوزيرة إن … وأضافت أن …   the minister, by the gender of the verb
 */
#ifndef AHD_QUOTES_RESUME_H
#define AHD_QUOTES_RESUME_H

#include "quotes/quoting.h"

/* Could he go on with this verb, by its gender? */
bool ahd_resume_agrees(const ahd_quoting *f, const ahd_hit *cue,
                       const ahd_arg *arg);

/* Writes speaker, via, medium and `continues` of `q`, whose cue names nobody:
 * of whoever spoke last and may go on with that verb. */
void ahd_resume_last(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q);

/* Writes them of the quotation `from`. */
void ahd_resume_from(const ahd_quoting *f, uint32_t from, ahd_quote *q);

#endif
