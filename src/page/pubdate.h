/* pubdate.h - the day a page was published, and the day it was changed.
 *
 *     JSON-LD datePublished "2021-03-02T01:10:00Z", and "1 March 2021" under
 *     the title  ->  2021-03-01: the same instant, as the site writes its day
 *
 * In order: what an article says of itself to machines, the address, what
 * stands by the title, what else is told. A day of change is the day of
 * publication only when no other is told. */
#ifndef AHD_PAGE_PUBDATE_H
#define AHD_PAGE_PUBDATE_H

#include "meta.h"
#include "reader.h"
#include "title.h"

/* Fills published, updated, dated and dated_because of the document. */
void ahd_pubdate_find(const ahd_reader *reader, const ahd_meta *meta,
                      const ahd_headline *title);

#endif
