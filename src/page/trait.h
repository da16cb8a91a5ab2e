/* trait.h - what a page's mark-up and address say that it is.
 *
 *     <body class="archive category">            ->  AHD_TRAIT_LIST
 *     {"@type": "DiscussionForumPosting"}        ->  AHD_TRAIT_THREAD
 *     https://forum.example/                     ->  AHD_TRAIT_BOARD and _HOME
 *
 * Names of schema.org, Open Graph, and the content systems in use. None of them
 * decides alone: sites say such things of articles as well (nonarticle.h). */
#ifndef AHD_PAGE_TRAIT_H
#define AHD_PAGE_TRAIT_H

#include "html/markup.h"

enum {
    AHD_TRAIT_ARTICLE = 1 << 0,       /* an article, by JSON-LD */
    AHD_TRAIT_LIST = 1 << 1,          /* an archive, a section, a search */
    AHD_TRAIT_HOME = 1 << 2,          /* the first page of its site */
    AHD_TRAIT_SHELF = 1 << 3,         /* goods of a shop, by og:type */
    AHD_TRAIT_GOODS = 1 << 4,         /* products, by JSON-LD */
    AHD_TRAIT_VIDEO = 1 << 5,         /* by og:type, JSON-LD */
    AHD_TRAIT_PLAYER = 1 << 6,        /* holds a player */
    AHD_TRAIT_PASSWORD = 1 << 7,      /* has a field for one */
    AHD_TRAIT_ERROR = 1 << 8,         /* by the class of its body */
    AHD_TRAIT_THREAD = 1 << 9,        /* a discussion, by JSON-LD */
    AHD_TRAIT_THREAD_CLASS = 1 << 10, /* ... by the class of its body */
    AHD_TRAIT_THREAD_PATH = 1 << 11,  /* ... by its path */
    AHD_TRAIT_BOARD = 1 << 12,        /* ... by the name of its host */
};

/* What a start tag adds. */
uint32_t ahd_trait_of_tag(const ahd_markup_token *token);

/* What a @type of JSON-LD adds; `aside`: it is that of a part of the page. */
uint32_t ahd_trait_of_type(ahd_str type, bool aside);

/* What og:type adds, in plain text. */
uint32_t ahd_trait_of_graph(ahd_str type);

/* What the page's address adds. */
uint32_t ahd_trait_of_address(ahd_str url);

#endif
