/* meta.h - what an HTML page says of itself, apart from its text.
 *
 *     <meta property="og:site_name" content="Daily">   ->  outlet "Daily"
 *     {"@type":"NewsArticle","datePublished":"2021-03-01T..."}
 *         ->  published, by "JSON-LD datePublished"
 *
 * Collected in the one pass over the page; facts.h decides what is so. Each
 * value keeps its source, and how far that is trusted. */
#ifndef AHD_PAGE_META_H
#define AHD_PAGE_META_H

#include "base/arena.h"
#include "credit.h"
#include "html/markup.h"
#include "sight.h"
#include "trait.h"

typedef enum ahd_meta_field {
    AHD_META_TITLE,    /* og:title: without the site's name, as a rule */
    AHD_META_HEADLINE, /* of JSON-LD */
    AHD_META_HEAD,     /* <title> */
    AHD_META_OUTLET,
    AHD_META_URL,
    AHD_META_AUTHOR,
    AHD_META_PUBLISHED,
    AHD_META_UPDATED,
    AHD_META_TYPE, /* og:type */
    AHD_META_SECTION,
    AHD_META_TAGS,
    AHD_META_LANGUAGE,
    AHD_META_BASE, /* what addresses are relative to */
    AHD_META_FIELDS
} ahd_meta_field;

typedef struct ahd_meta_value {
    ahd_str raw; /* a slice of the page; HTML text, or JSON if `json` */
    bool json;
    bool reference; /* raw is the @id of a person, see linked.h */
    int rank;       /* above 0; the higher wins, then the first */
    ahd_meta_field field;
    const char *from; /* "meta article:published_time", for people */
} ahd_meta_value;

/* A heading that may be the title: pieces [first, end). */
typedef struct ahd_heading {
    uint32_t first, end;
    uint32_t order; /* of its first text, as in ahd_sights */
    ahd_element element;
    bool aside; /* in a menu, an aside, a footer, a link */
} ahd_heading;

enum {
    AHD_META_VALUES = 128,
    AHD_META_HEADINGS = 40,
    AHD_META_PIECES = 128,
    AHD_META_PEOPLE = 16,
};

typedef struct ahd_meta {
    ahd_meta_value values[AHD_META_VALUES];
    uint32_t count;
    uint8_t counts[AHD_META_FIELDS];
    struct {
        ahd_str id, name;
    } people[AHD_META_PEOPLE]; /* of JSON-LD */
    uint32_t people_count;
    uint32_t traits; /* AHD_TRAIT_, of tags and JSON-LD */
    bool in_json_ld; /* the next raw text is one */
    bool in_heading;
    ahd_heading headings[AHD_META_HEADINGS];
    ahd_str pieces[AHD_META_PIECES]; /* HTML text */
    uint32_t heading_count, piece_count;
    uint32_t title_order; /* of the first text that <title> holds, plus one */
    ahd_sights sights;
    ahd_credits credits;
} ahd_meta;

/* `meta` begins as all zeros. */
void ahd_meta_take(ahd_meta *meta, const ahd_markup_token *token);

/* Called by linked.h as well: a value for a field; an empty one is none. */
void ahd_meta_offer(ahd_meta *meta, ahd_meta_field field, ahd_meta_value value);

/* The value that is trusted most; NULL when there is none. */
const ahd_meta_value *ahd_meta_best(const ahd_meta *meta, ahd_meta_field field);

/* A value as plain text in `arena`. */
ahd_str ahd_meta_text(const ahd_meta_value *value, ahd_arena *arena);

/* The best as plain text in `arena`; "" when there is none. */
ahd_str ahd_meta_plain(const ahd_meta *meta, ahd_meta_field field,
                       ahd_arena *arena);

#endif
