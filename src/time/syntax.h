/* syntax.h - how times are said, as a table of patterns.
 *
 *     "the third week of May"  ->  NTH 3, unit week, of DATE month 5
 *
 * A pattern is a row of symbols (time/telling.h), some of them optional, some
 * of them parts of the expression with patterns of their own. The longest
 * reading is taken; of two equally long, the one that stands first. */
#ifndef AHD_TIME_SYNTAX_H
#define AHD_TIME_SYNTAX_H

#include "time/telling.h"

/* The longest expression of kind `part` (AHD_SYM_POINT ...) at `token`: its
 * end or AHD_MISS. `node` is where w->node has what it says. */
uint32_t ahd_syntax_read(ahd_telling *w, ahd_symbol part, uint32_t token,
                         uint16_t *node);

/* Begins to read at `token`: what was read before is forgotten. */
void ahd_syntax_start(ahd_telling *w, uint32_t token, uint32_t limit);

#endif
