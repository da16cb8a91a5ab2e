/* meta.h - what an HTML page says of itself, apart from its text.
 *
 *     <meta property="og:site_name" content="Daily">   ->  outlet "Daily"
 *     {"@type":"NewsArticle","datePublished":"2021-03-01T..."}
 *         ->  published, by "JSON-LD datePublished"
 *
 * Each field keeps the value from the source that is trusted most. */
#ifndef AHD_PAGE_META_H
#define AHD_PAGE_META_H

#include "base/arena.h"
#include "html/markup.h"

typedef enum ahd_meta_field {
    AHD_META_TITLE, /* og:title: without the site's name, as a rule */
    AHD_META_HEAD,  /* <title> */
    AHD_META_OUTLET,
    AHD_META_URL,
    AHD_META_AUTHOR,
    AHD_META_PUBLISHED,
    AHD_META_UPDATED,
    AHD_META_TYPE, /* og:type */
    AHD_META_FIELDS
} ahd_meta_field;

typedef struct ahd_meta_value {
    ahd_str raw; /* a slice of the page; HTML text, or JSON if `json` */
    bool json;
    int rank;         /* 0: nothing yet; the higher wins, then the first */
    const char *from; /* "meta article:published_time", for people */
} ahd_meta_value;

typedef struct ahd_meta {
    ahd_meta_value values[AHD_META_FIELDS];
    bool in_json_ld; /* the next raw text is one */
    bool author_due; /* the next text is an author's name */
} ahd_meta;

void ahd_meta_take(ahd_meta *meta, const ahd_markup_token *token);

/* The value as plain text in `arena`; "" when there is none. */
ahd_str ahd_meta_plain(const ahd_meta *meta, ahd_meta_field field,
                       ahd_arena *arena);

#endif
