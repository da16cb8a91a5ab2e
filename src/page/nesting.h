/* nesting.h - which open elements a tag ends without saying so.
 *
 *     open: div ul li p    <li>   ->  div ul          (the item ended)
 *     open: div table td   </div> ->  div table td    (no div inside the cell)
 *
 * The tree construction of the WHATWG standard as far as blocks go: scopes,
 * implied ends, table contexts. The stack may hold any elements, outermost
 * first; answers are how many of them stay open. */
#ifndef AHD_PAGE_NESTING_H
#define AHD_PAGE_NESTING_H

#include "html/element.h"

#include <stdint.h>

/* Before `starting` opens. */
uint32_t ahd_nesting_start(const ahd_element *open, uint32_t depth,
                           ahd_element starting);

/* After the end tag of `ending`; `depth` when it ends nothing. */
uint32_t ahd_nesting_end(const ahd_element *open, uint32_t depth,
                         ahd_element ending);

#endif
