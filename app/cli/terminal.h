/* terminal.h - laying text out for people.
 *
 * Arabic inside a Latin line is wrapped in U+2068 and U+2069 (isolate), so
 * that a terminal which knows both directions keeps the parts in order.
 * Width counts columns: marks above or below a letter take none. */
#ifndef AHD_CLI_TERMINAL_H
#define AHD_CLI_TERMINAL_H

#include "ahd.h"

/* Whether descriptor `fd` is a terminal that can do more than print. */
bool ahd_terminal_at(int fd);

int ahd_terminal_columns(int fd); /* 80 when it is no terminal */

/* Colour only on such a terminal and without NO_COLOR; its width, but never
 * so few columns that no text fits. */
ahd_style ahd_terminal_style(int fd);

int ahd_terminal_width(ahd_str text); /* in columns */

/* Without control characters, set apart when it holds Arabic, and cut to
 * `most` columns (0: not cut) with "…". Returns its width. */
int ahd_terminal_add(ahd_buf *out, ahd_str text, int most);

/* Words filled into lines of style.width, each after `indent` spaces. */
void ahd_terminal_wrap(ahd_buf *out, ahd_str text, int indent, ahd_style style);

/* The same, uncut, with the bytes of `marks` bold; they are in order. */
void ahd_terminal_marked(ahd_buf *out, ahd_str text, const ahd_span *marks,
                         size_t count, ahd_style style);

typedef enum ahd_ink {
    AHD_INK_PLAIN,
    AHD_INK_BOLD,
    AHD_INK_SOFT,
    AHD_INK_GREEN,
    AHD_INK_BLUE,
    AHD_INK_RED,
    AHD_INK_PURPLE,
    AHD_INK_YELLOW,
} ahd_ink;

/* Everything until AHD_INK_PLAIN is in this ink; nothing without colour. */
void ahd_terminal_ink(ahd_buf *out, ahd_style style, ahd_ink ink);

/* The ink for an act's type: the same families as in the web pages. */
ahd_ink ahd_terminal_act(ahd_str act);

#endif
