/* facet.h - what was found, counted, as small bars that narrow it.
 *
 *     2019 ▁  2020 ▆  2021 ▃        each a link: with `from` and `to`
 *     accused of breach  12 ▇▇▇▇    … with act=accuse; chosen, without it
 *
 * Every bar is a link, and the whole state of a search stands in its address.
 */
#ifndef AHD_WEB_FACET_H
#define AHD_WEB_FACET_H

#include "web/asked.h"

/* Years, or months where they are all of one year. */
void ahd_facet_time(ahd_view *view, const ahd_asked *asked,
                    const ahd_find_facets *facets);

/* All other kinds, one below the other. */
void ahd_facet_rest(ahd_view *view, const ahd_asked *asked,
                    const ahd_find_facets *facets);

/* The filters that are set, each with a way to take it off. */
void ahd_facet_chips(ahd_view *view, const ahd_asked *asked);

#endif
