/* paper.h - text laid out for a person's terminal: indents, filled lines,
 * colour, and Arabic kept apart from the Latin around it.
 *
 * Arabic stays in logical order, inside U+2068 (first strong isolate) and
 * U+2069; a terminal that knows both directions shows it right to left. */
#ifndef AHD_OUTPUT_PAPER_H
#define AHD_OUTPUT_PAPER_H

#include "base/buf.h"

typedef struct ahd_paper {
    ahd_buf *out;
    bool colour;
    int width; /* columns */
} ahd_paper;

/* SGR codes as text: "1" bold, "31" red; "0" ends. Nothing without colour. */
void ahd_paper_ink(ahd_paper *p, const char *sgr);

/* `text` in `sgr`, isolated when it has Arabic, control characters dropped. */
void ahd_paper_text(ahd_paper *p, ahd_str text, const char *sgr);

/* Columns that a text takes: marks and invisible characters take none. */
int ahd_paper_width(ahd_str text);

/* Words filled into lines after `indent` spaces; bytes [mark, mark + len) of
 * `text` stand out. Ends with a newline. */
void ahd_paper_fill(ahd_paper *p, ahd_str text, int indent, ahd_span mark);

/* One line after `indent` spaces: the marked bytes, and as many of the words
 * around them as have room; "…" where there are more. */
void ahd_paper_excerpt(ahd_paper *p, ahd_str text, int indent, ahd_span mark);

#endif
