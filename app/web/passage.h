/* passage.h - some words of a document, and the bytes of its page they are.
 *
 *     /at/b1c1e2….6023-6231     bytes 6023 to 6231 of the page with this hash
 *         ↔  code points 2988 to 3104 of its text, as it is read today
 *
 * A page's bytes never change, so an address of this shape outlives rebuilds
 * that read another text of them. */
#ifndef AHD_WEB_PASSAGE_H
#define AHD_WEB_PASSAGE_H

#include "web/overlay.h"
#include "web/view.h"

typedef struct ahd_passage {
    const json_t *document; /* DESIGN.md section 4 */
    ahd_overlay marks;      /* over its text */
    ahd_range at;
} ahd_passage;

/* Bytes [start, end) of a page. */
typedef struct ahd_bytes {
    int64_t start, end;
} ahd_bytes;

/* False when the map has no bytes for these words, or no words for these. */
bool ahd_passage_bytes(const ahd_passage *passage, ahd_bytes *out);
bool ahd_passage_find(ahd_passage *passage, ahd_bytes bytes);

/* "b1c1e2….6023-6231" into `out`; false without bytes. */
bool ahd_passage_address(const ahd_passage *passage, ahd_buf *out);
/* Reads one; the hash is cut off it. */
bool ahd_passage_parse(ahd_str address, ahd_str *hash, ahd_bytes *out);

/* The words between the sentences before and after, `strong` of them marked;
 * it may be empty. */
void ahd_passage_quote(ahd_view *view, const ahd_passage *passage,
                       ahd_range strong);

/* Outlet, title and day: which document it is, and the way to it. */
void ahd_passage_source(ahd_view *view, const ahd_passage *passage);

#endif
