/* judge.h - which lines of a page are its article.
 *
 *     They signed on Monday.        kept
 *     Written By                    dropped: furniture, and the end
 *     More from Jane Doe            dropped: gives the byline
 *     The best phones of the year   dropped: a teaser after the end
 *
 * The same judgement for scraped text and for the blocks of HTML. */
#ifndef AHD_PAGE_JUDGE_H
#define AHD_PAGE_JUDGE_H

#include "base/arena.h"
#include "doc/page_in.h"

typedef enum ahd_line_kind {
    AHD_LINE_TEXT,
    AHD_LINE_HEADING,
    AHD_LINE_ITEM, /* of a list */
    AHD_LINE_QUOTE,
    AHD_LINE_CAPTION,
} ahd_line_kind;

/* What the letters of a line are, counted. */
typedef struct ahd_line_count {
    uint32_t words, digits, capitals; /* words: begun by white space */
    uint32_t commas, stops, bars; /* , ; and theirs; . ! ?; | / > and bullets */
} ahd_line_count;

typedef struct ahd_line {
    ahd_str words;                  /* plain; may be cut off when long */
    uint32_t first, end;            /* what it is made of, see outline.h */
    uint32_t letters, link_letters; /* characters but for white space */
    ahd_line_count n;               /* of HTML only */
    ahd_line_kind kind;
    uint8_t indent; /* of plain text: columns, at most 255 */
    bool gap;       /* of plain text: an empty line stands above */
    bool ends;      /* with the mark that ends a sentence */
    bool keep;      /* the judgement */
} ahd_line;

/* Long enough, and little enough of it links, to be running text. */
bool ahd_judge_is_prose(const ahd_line *line);

/* Does the text end as a sentence does, but for closing marks? Dots that trail
 * off («...») are no such end. */
bool ahd_judge_ends(ahd_str text);

/* Sets `keep` of each line by the phrases of furniture. Returns the author's
 * name if a line tells it, else "". */
ahd_str ahd_judge_lines(const ahd_page_in *in, ahd_line *lines, uint32_t count);

#endif
