/* keep.h - which lines of an HTML page are its article, as it was learned.
 *
 *     nav, headline, date, five paragraphs, "Read also", comments
 *         ->  keep: the five paragraphs
 *
 * Two looks at every line: by what it is and where it stands; then by what the
 * first look said of the lines around it, of its box and of those made alike.
 * Each look is a forest of models/article/trees.tsv. */
#ifndef AHD_PAGE_KEEP_H
#define AHD_PAGE_KEEP_H

#include "folio.h"

/* Sets `keep` of each line of the outline. Returns the author's name if a line
 * tells it, else "". */
ahd_str ahd_keep_judge(ahd_folio *folio);

/* How sure the first look is of each line, 0 to 255, in the outline's arena. */
uint8_t *ahd_keep_first(const ahd_folio *folio);

#endif
