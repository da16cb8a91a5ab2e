/* weigh.h - the learned judgement of scraped lines.
 *
 *     Home                       dropped
 *     Truce extended             the title
 *     Share                      dropped
 *     They signed on Monday.     kept
 *
 * A weight for each shape (shape.h), from models/lines/weights.tsv. Furniture
 * by phrase is the judge's; this knows furniture by its looks and place. */
#ifndef AHD_PAGE_WEIGH_H
#define AHD_PAGE_WEIGH_H

#include "doc/page_in.h"
#include "judge.h"

/* Sets `keep` of each line. Returns the line of the title; AHD_NONE when none
 * looks like one. Shapes and sums are in the arena. */
uint32_t ahd_weigh_lines(const ahd_page_in *in, ahd_line *lines, uint32_t count,
                         ahd_arena *arena);

#endif
