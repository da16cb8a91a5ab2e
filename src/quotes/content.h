/* content.h - which words are said: from where to where, direct or not.
 *
 *     قال إن «الهدنة» صامدة، مؤكدا …     الهدنة» صامدة, indirect
 *     قال: «الهدنة صامدة»                 الهدنة صامدة, direct
 */
#ifndef AHD_QUOTES_CONTENT_H
#define AHD_QUOTES_CONTENT_H

#include "quotes/quoting.h"

/* Writes first, end, at and direct of `q`, from the token `from` after the
 * speaker if he is named there; false when nothing is said after the cue. */
bool ahd_content_after(const ahd_quoting *f, const ahd_hit *cue, uint32_t from,
                       ahd_quote *q);

/* The same of words before the token `end`: "Iran must comply," Kerry said. */
bool ahd_content_before(const ahd_quoting *f, uint32_t end, ahd_quote *q);

/* Where the words after a cue begin, at the latest: «that», a colon or a mark;
 * AHD_NONE when there is none. */
uint32_t ahd_content_mark(const ahd_quoting *f, const ahd_hit *cue);

/* Sets them, without marks at both ends; false when none are left. */
bool ahd_content_set(const ahd_quoting *f, uint32_t first, uint32_t end,
                     ahd_quote *q);

#endif
