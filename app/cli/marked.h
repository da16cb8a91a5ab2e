/* marked.h - a piece of text of which some words stand out.
 *
 *     ahd_marked_fill(out, sentence, marks, 2, layout)
 *       -> at most layout.lines lines, begun near the first mark:
 *          … خرق [الاتفاق] الذي وقع في جنيف …
 *
 * Arabic stays in logical order, each line set apart (terminal.h); without
 * colour nothing stands out. */
#ifndef AHD_CLI_MARKED_H
#define AHD_CLI_MARKED_H

#include "cli/terminal.h"

typedef struct ahd_marked_layout {
    ahd_style style;
    int indent, lines; /* spaces before each line; how many lines at most */
} ahd_marked_layout;

/* `marks` are bytes of the text, in order. */
void ahd_marked_fill(ahd_buf *out, ahd_str text, const ahd_span *marks,
                     size_t count, ahd_marked_layout layout);

#endif
