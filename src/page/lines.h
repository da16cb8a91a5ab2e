/* lines.h - a page of plain text as lines.
 *
 *     "Title\n\n  One.\n"  ->  "Title", "One." (under a gap, indented by 2)
 *
 * Empty lines are none; what is beyond the limit is not read. */
#ifndef AHD_PAGE_LINES_H
#define AHD_PAGE_LINES_H

#include "base/vec.h"
#include "judge.h"

typedef AHD_VEC(ahd_line) ahd_line_list;

void ahd_lines_split(ahd_str text, ahd_arena *arena, ahd_line_list *lines);

#endif
