/* hint.h - what the element, class and id of a block say of it.
 *
 *     class="sidebar related-posts"  ->  AHD_HINT_SIDEBAR | AHD_HINT_RELATED
 *     itemprop="articleBody"         ->  AHD_HINT_BODY
 *
 * The words are those of content systems in use (WordPress, Drupal, news CMS).
 * A class is cut into words at '-', '_', digits and changes of case; a word
 * that begins with a listed one of five letters or more is meant as well
 * ("relatedposts"). */
#ifndef AHD_PAGE_HINT_H
#define AHD_PAGE_HINT_H

#include "html/markup.h"

enum { /* the first AHD_HINT_NAMED by name, the others by element */
       AHD_HINT_BODY = 1 << 0,       /* a name for the article's text, whole */
       AHD_HINT_CONTENT = 1 << 1,    /* content, article, story, post, text */
       AHD_HINT_AUTHOR = 1 << 2,     /* who wrote it */
       AHD_HINT_COMMENT = 1 << 3,    /* what readers say */
       AHD_HINT_RELATED = 1 << 4,    /* other pages */
       AHD_HINT_SHARE = 1 << 5,      /* social networks */
       AHD_HINT_MENU = 1 << 6,       /* ways through the site */
       AHD_HINT_CAPTION = 1 << 7,    /* under a picture */
       AHD_HINT_PROMO = 1 << 8,      /* advertising */
       AHD_HINT_FOOTER = 1 << 9,     /* footer, copyright */
       AHD_HINT_SUBSCRIBE = 1 << 10, /* newsletter, login, paywall */
       AHD_HINT_SIDEBAR = 1 << 11,   /* sidebar, widget */
       AHD_HINT_TAGS = 1 << 12,      /* tags, topics, categories */
       AHD_HINT_META = 1 << 13,      /* date, info, source */
       AHD_HINT_POPUP = 1 << 14,     /* cookie notice, dialog */
       AHD_HINT_HIDDEN = 1 << 15,    /* not shown */
       AHD_HINT_TEASER = 1 << 16,    /* teaser, card, list, latest, popular */
       AHD_HINT_LEAD = 1 << 17,      /* standfirst */
       AHD_HINT_HEADLINE = 1 << 18,  /* title */
       AHD_HINT_MEDIA = 1 << 19,     /* gallery, video, slider */
       AHD_HINT_NAMED = 20,
       AHD_HINT_ARTICLE = 1 << 20,
       AHD_HINT_MAIN = 1 << 21,
       AHD_HINT_ASIDE = 1 << 22,
       AHD_HINT_FOOT = 1 << 23,
       AHD_HINT_HEAD = 1 << 24,
       AHD_HINT_NAV = 1 << 25,
       AHD_HINT_FORM = 1 << 26,
       AHD_HINT_TABLE = 1 << 27,
       AHD_HINT_LIST = 1 << 28,
       AHD_HINT_QUOTE = 1 << 29,
       AHD_HINT_FIGURE = 1 << 30,
       AHD_HINTS = 31,
};

/* Of what is seldom the article. */
#define AHD_HINT_SOFT                                                          \
    (AHD_HINT_COMMENT | AHD_HINT_RELATED | AHD_HINT_SHARE | AHD_HINT_PROMO |   \
     AHD_HINT_FOOTER | AHD_HINT_SUBSCRIBE | AHD_HINT_SIDEBAR |                 \
     AHD_HINT_POPUP | AHD_HINT_ASIDE | AHD_HINT_FOOT | AHD_HINT_FORM)
#define AHD_HINT_HARD (AHD_HINT_MENU | AHD_HINT_HIDDEN | AHD_HINT_NAV)

/* What a class or id was found to say; names repeat all through a page. */
typedef struct ahd_hint_cache {
    uint16_t begins[27]; /* the words of each first letter; [26] 0: not made */
    struct {
        ahd_str value;
        uint32_t hint, look;
    } slots[512];
} ahd_hint_cache;

/* `cache`: zeroed at first, and of one page. `look` (may be NULL): what alike
 * blocks share, a hash of element and class. */
uint32_t ahd_hint_of(const ahd_markup_token *start, ahd_hint_cache *cache,
                     uint32_t *look);

#endif
