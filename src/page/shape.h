/* shape.h - what the learned judge of scraped lines looks at.
 *
 *     "They signed on Monday."  ->  how long, ends as a sentence, few capitals,
 *     in the densest run of prose, under a menu's line: AHD_SHAPES numbers,
 *     most from 0 to 1
 *
 * Nothing here knows a language, but for the phrases of data/furniture. The
 * order is that of models/lines/weights.tsv: whoever changes it trains again
 * (models/lines/README.md). */
#ifndef AHD_PAGE_SHAPE_H
#define AHD_PAGE_SHAPE_H

#include "doc/page_in.h"
#include "judge.h"

/* clang-format off */
/* Of a line itself, and of the lines near it. */
#define AHD_SHAPE_OWN_LIST(X) \
    X(LETTERS) X(WORDS) X(ENDS) X(DIGITS) X(CAPITALS) X(SMALL) X(BULLET) \
    X(COMMAS) X(STOPS) X(PROSE) X(GAP) X(WORD_LENGTH)
/* Of the line alone: its looks, phrases, place; the last are set when the
 * title is known. */
#define AHD_SHAPE_LIST(X) \
    X(SHOUTED) X(BARS) X(QUOTES) X(TRAILS) X(ADDRESS) X(RIGHTS) X(COLON) \
    X(ASKS) X(STARTS_SMALL) X(STARTS_DIGIT) X(GAP_AFTER) X(INDENT) X(YEAR) \
    X(CLOCK) X(ONE_WORD) X(F_LINE) X(F_START) X(F_END) X(F_RELATED) \
    X(F_BYLINE) X(AFTER_END) X(SINCE_RELATED) X(TWICE) X(RELATIVE) \
    X(PAGE_PROSE) X(PAGE_LINES) X(PAGE_DENSITY) X(PLACE) X(PROSE_BEFORE) \
    X(PROSE_UP) X(PROSE_DOWN) X(RUN_PLACE) X(IS_TITLE) X(AFTER_TITLE) \
    X(TITLE_UP)
/* How it stands to a dense run of prose, and what is in a window round it. */
#define AHD_SHAPE_RUN_LIST(X) X(IN) X(BEFORE) X(AFTER) X(SHARE)
#define AHD_SHAPE_WINDOW_LIST(X) \
    X(PROSE_ABOVE) X(PROSE_BELOW) X(DENSITY) X(LETTERS_ABOVE) \
    X(LETTERS_BELOW) X(ENDING)
/* clang-format on */

enum {
    AHD_SHAPE_OWN = 12,
    AHD_SHAPE_PER_RUN = 4,
    AHD_SHAPE_PER_WINDOW = 6,
    AHD_SHAPE_RUNS = 3,      /* ever less dense */
    AHD_SHAPE_WINDOWS = 3,   /* ever larger */
    AHD_SHAPE_NEIGHBOURS = 4 /* two above, two below */
};

typedef enum ahd_shape {
#define AHD_SHAPE_NAME(name) AHD_SHAPE_##name,
    AHD_SHAPE_OWN_LIST(AHD_SHAPE_NAME) AHD_SHAPE_LIST(AHD_SHAPE_NAME)
#undef AHD_SHAPE_NAME
        AHD_SHAPE_RUN,
    AHD_SHAPE_WINDOW = AHD_SHAPE_RUN + AHD_SHAPE_RUNS * AHD_SHAPE_PER_RUN,
    AHD_SHAPE_NEAR =
        AHD_SHAPE_WINDOW + AHD_SHAPE_WINDOWS * AHD_SHAPE_PER_WINDOW,
    AHD_SHAPES = AHD_SHAPE_NEAR + AHD_SHAPE_NEIGHBOURS * AHD_SHAPE_OWN
} ahd_shape;

typedef struct ahd_shapes ahd_shapes;

/* Looks over the page once; in the arena, and `lines` stay the caller's. */
ahd_shapes *ahd_shapes_new(const ahd_page_in *in, const ahd_line *lines,
                           uint32_t count, ahd_arena *arena);
/* The numbers of one line; those about the title are 0. */
void ahd_shapes_of(const ahd_shapes *shapes, uint32_t line,
                   float out[AHD_SHAPES]);

/* 0 at 0, .1 at 1, about .5 at 31, 1 at 1,023 and above. */
float ahd_shape_scale(uint32_t n);

#endif
