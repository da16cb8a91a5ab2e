/* hint.h - what the class and id of a block say of it.
 *
 *     class="sidebar related-posts"  ->  AHD_HINT_SOFT
 *     itemprop="articleBody"         ->  AHD_HINT_BODY
 *
 * The words are those of content systems in use (WordPress, Drupal, news CMS),
 * matched as whole words between '-', '_', spaces and changes of case. */
#ifndef AHD_PAGE_HINT_H
#define AHD_PAGE_HINT_H

#include "html/markup.h"

enum {
    AHD_HINT_SOFT = 1,   /* not the article, most likely */
    AHD_HINT_HARD = 2,   /* hidden, or a menu */
    AHD_HINT_BODY = 4,   /* the article's text */
    AHD_HINT_AUTHOR = 8, /* the author's name */
};

unsigned ahd_hint_of(const ahd_markup_token *start);

#endif
