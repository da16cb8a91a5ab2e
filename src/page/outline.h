/* outline.h - an HTML page as nested blocks and lines of text.
 *
 *     <div class=story><p>One <b>two</b><p>Three</div>
 *         ->  blocks: div, p, p     lines: "One two" (of pieces "One ", "two"),
 *             "Three"
 *
 * Only block elements are blocks, and only so many, so deep: what is beyond
 * belongs to the block it stands in. Blocks are in order of their start, lines
 * in order of the page, so that a block's lines are a range. */
#ifndef AHD_PAGE_OUTLINE_H
#define AHD_PAGE_OUTLINE_H

#include "base/vec.h"
#include "hint.h"
#include "html/markup.h"
#include "judge.h"

enum { AHD_OUTLINE_DEEPEST = 512, AHD_OUTLINE_MOST = 1 << 17 };

enum {                    /* ahd_block.skip: why its lines are no article */
       AHD_SKIP_HARD = 1, /* menus, hidden */
       AHD_SKIP_SOFT = 2, /* by its name: related, share, comments */
       AHD_SKIP_DEAD = 4, /* no text: scripts, buttons; has no lines */
};

typedef struct ahd_block {
    uint32_t parent; /* AHD_NONE for the root */
    uint32_t first_line, end_line;
    ahd_str attributes;
    ahd_element element;
    /* After _settle, and nothing for a block without lines: */
    uint32_t hint; /* AHD_HINT_: its own */
    uint32_t look; /* equal for blocks made alike: element and class */
    uint8_t skip;  /* its own and its parents' */
} ahd_block;

typedef struct ahd_piece {
    ahd_str text; /* HTML text: entities, white space */
} ahd_piece;

typedef struct ahd_outline {
    ahd_arena *arena;
    AHD_VEC(ahd_block) blocks;
    AHD_VEC(ahd_line) lines;       /* first, end: pieces */
    AHD_VEC(uint32_t) line_blocks; /* the innermost block of each line */
    AHD_VEC(ahd_piece) pieces;
    uint32_t stack[AHD_OUTLINE_DEEPEST];
    ahd_element elements[AHD_OUTLINE_DEEPEST]; /* of those blocks */
    uint32_t depth, beyond;      /* open blocks; those not on the stack */
    uint32_t open[AHD_ELEMENTS]; /* of each element, on the stack */
    uint32_t links;              /* 1 inside of <a> */
    ahd_line line;               /* being read */
    bool in_line, in_word;
    ahd_hint_cache hints;
} ahd_outline;

void ahd_outline_init(ahd_outline *outline, ahd_arena *arena);
void ahd_outline_take(ahd_outline *outline, const ahd_markup_token *token);
void ahd_outline_finish(ahd_outline *outline);

/* Reads what blocks are called, and hands down what is skipped. A soft block
 * that holds half of the page's prose is the article, whatever its name says:
 * "content-with-ads". */
void ahd_outline_settle(ahd_outline *outline);

/* The text of a line, plain, in the outline's arena. */
ahd_str ahd_outline_words(const ahd_outline *outline, const ahd_line *line);

#endif
