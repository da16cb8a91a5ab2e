/* furniture.h - phrases that belong to the site, not to the article.
 *
 *     "More from Jane Doe"  ->  AHD_FURNITURE_MORE_FROM, rest "Jane Doe"
 *
 * The phrases are data (data/furniture); the kinds say how they are matched:
 *     line          the whole line is dropped: "Share this"
 *     start         a line that begins so is dropped: "Photo credit:"
 *     byline        begins a line; a name follows: "By ", «بقلم»
 *     byline_mark   a whole line; ends the article: "Written By"
 *     more_from     begins a line that ends the article; the author follows
 *     end           begins a line that ends the article: "Leave a comment"
 *     related       begins a line about another page: "Read also:", «اقرأ أيضا»
 *     error         what a page of a site says that it does not have
 *     no_author     what stands in place of an author: "admin"
 * and, of the page as a whole, wherever they stand:
 *     login         asks who the reader is: "sign in"
 *     paywall       keeps the text for those who pay: "subscribe to continue"
 *     consent       asks whether the reader may be followed: "we use cookies"
 */
#ifndef AHD_PAGE_FURNITURE_H
#define AHD_PAGE_FURNITURE_H

#include "doc/page_in.h"

typedef enum ahd_furniture_kind {
    AHD_FURNITURE_NONE,
    AHD_FURNITURE_LINE,
    AHD_FURNITURE_START,
    AHD_FURNITURE_BYLINE,
    AHD_FURNITURE_BYLINE_MARK,
    AHD_FURNITURE_MORE_FROM,
    AHD_FURNITURE_END,
    AHD_FURNITURE_RELATED,
    AHD_FURNITURE_ERROR,
    AHD_FURNITURE_NO_AUTHOR,
    AHD_FURNITURE_LOGIN,
    AHD_FURNITURE_PAYWALL,
    AHD_FURNITURE_CONSENT,
} ahd_furniture_kind;

/* Of a form or a line: equal when the letters that they begin with are. */
uint32_t ahd_furniture_key(ahd_str text);

/* What the line is by the longest phrase that fits; `rest` is what follows it,
 * without the space and colon between. */
ahd_furniture_kind ahd_furniture_of(const ahd_page_in *in, ahd_str line,
                                    ahd_str *rest);

/* The kinds of the phrases that stand in `text`, each at the start of a word:
 * bits 1 << kind. */
unsigned ahd_furniture_within(const ahd_page_in *in, ahd_str text);

#endif
