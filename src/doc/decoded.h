/* decoded.h - the bytes of a page as UTF-8, and the way back.
 *
 *     "caf\xE9" in windows-1252  ->  "caf\xC3\xA9",
 *     map {text 0 len 3, page 0 len 3}, {text 3 len 2, page 3 len 1}
 *
 * Within a stretch every character has the same width on either side, so that
 * a place inside of it can be computed. src/charset makes it, src/page reads
 * it. `text` is valid UTF-8 without NULs; it is the page's own bytes where
 * those are. */
#ifndef AHD_DOC_DECODED_H
#define AHD_DOC_DECODED_H

#include "base/arena.h"
#include "doc.h"

typedef struct ahd_decoded {
    ahd_str text;
    ahd_str charset; /* its name in the Encoding standard: "windows-1256" */
    AHD_VEC(ahd_stretch) map; /* of text to page, without gaps */
} ahd_decoded;

/* The bytes of the page that text [start, start + len) was read from. */
ahd_span ahd_decoded_page(const ahd_decoded *decoded, size_t start, size_t len);

#endif
