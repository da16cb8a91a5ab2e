/* title.h - the title of an HTML page, without its site's name.
 *
 *     <title>Talks end - Daily News</title> <h1>Talks end</h1>  ->  the h1
 *
 * A heading of the page is preferred, if the page's metadata agrees with it. */
#ifndef AHD_PAGE_TITLE_H
#define AHD_PAGE_TITLE_H

#include "meta.h"
#include "outline.h"
#include "reader.h"

typedef struct ahd_title {
    const ahd_piece *pieces; /* [first, end) of them are the title */
    uint32_t first, end;
    ahd_str words; /* plain */
} ahd_title;

void ahd_title_find(const ahd_outline *outline, const ahd_meta *meta,
                    const ahd_reader *reader, ahd_title *out);

#endif
