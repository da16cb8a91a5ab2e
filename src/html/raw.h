/* raw.h - where the raw text of an element ends.
 *
 *     "if (a</b/) x</script >y", script  ->  13, the place of "</script >"
 *
 * A script may hold its own end tag inside of <!-- <script> ... -->, as the
 * standard's script data escaped states have it. */
#ifndef AHD_HTML_RAW_H
#define AHD_HTML_RAW_H

#include "element.h"

/* Of the raw text of `element` from `at` on; page.len when it has no end. */
size_t ahd_raw_end(ahd_str page, size_t at, ahd_element element);

#endif
