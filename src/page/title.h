/* title.h - the title of an HTML page, without its site's name.
 *
 *     <title>Talks end - Daily News</title> <h1>Talks end</h1>  ->  the h1
 *
 * A heading that the page's metadata agrees with is preferred. */
#ifndef AHD_PAGE_TITLE_H
#define AHD_PAGE_TITLE_H

#include "meta.h"
#include "reader.h"

typedef struct ahd_headline {
    const ahd_str *pieces; /* [first, end) of them are the title: HTML text */
    uint32_t first, end;
    ahd_str words;  /* plain */
    uint32_t order; /* where it is seen, as in ahd_sights; or AHD_NONE */
    const char *from;
} ahd_headline;

void ahd_title_find(const ahd_meta *meta, const ahd_reader *reader,
                    ahd_headline *out);

#endif
