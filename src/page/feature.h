/* feature.h - what the learned judge of lines looks at.
 *
 *     <p>They signed on Monday.</p>  ->  .44 letters, 0 links, 1 ends, 1 in a
 *     paragraph, 1 in the region, … : AHD_FEATURES numbers from 0 to 1, as
 * bytes
 *
 * Their order is that of the columns in models/article/trees.tsv: whoever
 * changes it trains again (models/README.md). */
#ifndef AHD_PAGE_FEATURE_H
#define AHD_PAGE_FEATURE_H

#include "doc/page_in.h"
#include "region.h"

/* clang-format off */
#define AHD_FEATURE_LIST(X) \
    X(LETTERS) X(LINKED) X(ENDS) X(HEADING) X(TITLE_HEADING) X(ITEM) X(QUOTE) \
    X(CAPTION) X(PARAGRAPH) X(CELL) X(BARE) X(PRE) X(DIGITS) X(CAPITALS) \
    X(COMMAS) X(STOPS) X(BARS) X(WORD_LENGTH) X(WORDS) X(ONE_WORD) X(PIECES) \
    X(F_LINE) X(F_START) X(F_END) X(F_RELATED) X(F_BYLINE) X(AFTER_END) \
    X(AFTER_RELATED) X(BOX_PROSE) X(BOX_LINKED) X(BOX_LINES) X(BOX_PROSE_LINES) \
    X(OUTER_PROSE) X(OUTER_LINKED) X(OUTER_LINES) X(ALIKE_PROSE) X(ALIKE_LINES) \
    X(ALIKE_LINKED) X(IN_REGION) X(ABOVE) X(BELOW) X(PROSE_BEFORE) \
    X(REGION_BEFORE) X(PAGE_BEFORE) X(PROSE_UP) X(PROSE_DOWN) X(AFTER_TITLE) \
    X(TITLE_UP) X(IS_TITLE) X(TWICE) X(RELATIVE) X(PAGE_PROSE) X(PAGE_LINES) \
    X(REGION_SHARE) X(REGION_BODY) X(REGION_ARTICLE) X(SAYS_ARTICLE)

/* After the first judgement, what it says of a line and those around it. */
#define AHD_ECHO_LIST(X) \
    X(OWN) X(UP) X(DOWN) X(UP_TWO) X(DOWN_TWO) X(NEAR) X(WIDE) X(BOX) \
    X(BOX_SHARE) X(OUTER) X(ALIKE) X(BEFORE) X(AFTER) X(KEPT_UP) X(KEPT_DOWN) \
    X(INSIDE) X(MOST) X(PAGE) X(PAGE_LETTERS)

typedef enum ahd_feature {
#define AHD_FEATURE_NAME(name) AHD_FEATURE_##name,
    AHD_FEATURE_LIST(AHD_FEATURE_NAME)
#undef AHD_FEATURE_NAME
    AHD_FEATURE_NEAR, /* hints by name of the three blocks around it, */
    AHD_FEATURE_BETWEEN = AHD_FEATURE_NEAR + AHD_HINT_NAMED,
    /* and all hints from it up to the region's path */
    AHD_FEATURE_ECHO = AHD_FEATURE_BETWEEN + AHD_HINTS,
    AHD_FEATURE_BEFORE_ECHO = AHD_FEATURE_ECHO - 1,
#define AHD_ECHO_NAME(name) AHD_ECHO_##name,
    AHD_ECHO_LIST(AHD_ECHO_NAME)
#undef AHD_ECHO_NAME
    AHD_FEATURES
} ahd_feature;
/* clang-format on */

typedef struct ahd_feature_in {
    const ahd_page_in *page;
    const ahd_outline *outline;
    const ahd_region *region;
    ahd_str title;     /* plain */
    bool says_article; /* the page's metadata */
} ahd_feature_in;

typedef struct ahd_features ahd_features;

/* The features of all lines, but for the echo; in the outline's arena. */
ahd_features *ahd_feature_fill(const ahd_feature_in *in);

/* The echo: `kept` is how sure the first judgement is of each line, 0 to 255.
 */
void ahd_feature_echo(ahd_features *features, const uint8_t *kept);

/* AHD_FEATURES columns, as base/forest.h takes them. */
const uint8_t *ahd_feature_cells(const ahd_features *features, size_t *stride);

/* The words of a line, plain, cut off when long. */
ahd_str ahd_feature_words(const ahd_features *features, uint32_t line);

/* The first line of the page that begins with the same words: most often the
 * line itself. */
uint32_t ahd_feature_same(const ahd_features *features, uint32_t line);

#endif
