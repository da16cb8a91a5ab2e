/* sight.h - the dates that a reader of the page sees, and the tags round them.
 *
 *     <p class=entry-date>Posted on <time datetime=2021-03-01>1 March
 * 2021</time>
 *         ->  text "1 March 2021", before "Posted on ", told "2021-03-01",
 *             AHD_SIGHT_TIME | AHD_SIGHT_DATED
 *
 * Only short texts with a year in digits are kept, and only so many. Slices of
 * the page, undecoded. Where a sight stands is counted in texts. */
#ifndef AHD_PAGE_SIGHT_H
#define AHD_PAGE_SIGHT_H

#include "html/markup.h"

enum {
    AHD_SIGHTS = 96,
    AHD_SIGHT_TAGS = 4, /* the last start tags, looked at for names */
    AHD_SIGHT_TEXTS = 4,
};

enum {                      /* ahd_sight.flags */
       AHD_SIGHT_TIME = 1,  /* a <time> or <abbr> */
       AHD_SIGHT_DATED = 2, /* a tag's name has "date", "time", "meta" ... */
       AHD_SIGHT_PUBLISHED = 4, /* ... "published", "datePublished" */
       AHD_SIGHT_UPDATED = 8,   /* ... "updated", "dateModified" */
       AHD_SIGHT_ASIDE = 16,    /* in a menu, an aside, a footer */
       AHD_SIGHT_LINKED = 32,   /* in a link */
       AHD_SIGHT_PROPERTY = 64, /* by itemprop or pubdate, not by a class */
       AHD_SIGHT_REMARK = 128,  /* among comments or other articles */
       AHD_SIGHT_TEASER = 256,  /* behind a long link, as in a list of pages */
};

typedef struct ahd_sight {
    ahd_str text;
    ahd_str told; /* by datetime=, content= or title= of its tag; or "" */
    ahd_str before[AHD_SIGHT_TEXTS - 1]; /* short texts, the nearest first */
    uint32_t order;
    unsigned flags;
} ahd_sight;

typedef struct ahd_sights {
    ahd_sight items[AHD_SIGHTS];
    uint32_t count;
    uint32_t order;               /* texts so far */
    ahd_str tags[AHD_SIGHT_TAGS]; /* attributes, a ring */
    ahd_element elements[AHD_SIGHT_TAGS];
    uint32_t tag_count, tags_read;  /* so far; those of an earlier text */
    ahd_str texts[AHD_SIGHT_TEXTS]; /* a ring of the last ones */
    uint32_t asides;                /* open ones */
    uint32_t teaser;                /* order of the last long link, plus one */
    bool linked, headed;            /* inside <a>; an <h1> was seen */
} ahd_sights;

/* A text is given without outer white space, and never empty. */
void ahd_sight_take(ahd_sights *sights, const ahd_markup_token *token);

#endif
