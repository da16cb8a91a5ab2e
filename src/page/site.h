/* site.h - is a name that of the site itself?
 *
 *     url https://www.daily-news.com/a, outlet "The Daily News"
 *         "Daily News" "daily-news.com" "The Daily News"  ->  yes
 *         "Jane Doe"                                      ->  no */
#ifndef AHD_PAGE_SITE_H
#define AHD_PAGE_SITE_H

#include "base/arena.h"

typedef struct ahd_site {
    ahd_str outlet, host; /* squeezed; may be empty */
} ahd_site;

/* Only its letters and digits, ASCII ones small. */
ahd_str ahd_site_squeeze(ahd_arena *arena, ahd_str text);

void ahd_site_init(ahd_site *site, ahd_arena *arena, ahd_str outlet,
                   ahd_str url);
bool ahd_site_is(const ahd_site *site, ahd_arena *arena, ahd_str name);

#endif
