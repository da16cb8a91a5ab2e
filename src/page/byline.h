/* byline.h - who wrote the page.
 *
 *     JSON-LD author [{"name":"Jane Doe"},{"name":"By Omar Aziz, Daily"}]
 *         ->  "Jane Doe, Omar Aziz"
 *
 * People and agencies are authors; the site itself, "admin", an address or an
 * image are not. What machines are told comes first, then the names that stand
 * by the title, then the line of the article that says "By". */
#ifndef AHD_PAGE_BYLINE_H
#define AHD_PAGE_BYLINE_H

#include "meta.h"
#include "reader.h"
#include "title.h"

/* Fills the byline of the document. `name`: what a line of the article says,
 * or "". Returns where it comes from, for people; NULL when there is none. */
const char *ahd_byline_find(const ahd_reader *reader, const ahd_meta *meta,
                            const ahd_headline *title, ahd_str name);

#endif
