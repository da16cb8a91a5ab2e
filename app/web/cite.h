/* cite.h - how something here is cited: a permalink, a citation in words, and
 * the same for programs that keep references.
 *
 *     «…»، الرياض، 31 يوليو 2015، https://…، اطُّلع عليه في 28 نوفمبر 2026،
 *     sha256 b1c1e2…، bytes 6023–6231
 *
 * Folded until it is asked for. */
#ifndef AHD_WEB_CITE_H
#define AHD_WEB_CITE_H

#include "web/passage.h"

/* Of some words of a document, with the bytes they are. */
AHD_MUST_USE ahd_status ahd_cite_passage(ahd_view *view,
                                         const ahd_passage *passage,
                                         ahd_error *error);

/* Of a whole document, with the page it was read out of. */
AHD_MUST_USE ahd_status ahd_cite_document(ahd_view *view,
                                          const json_t *document,
                                          ahd_error *error);

/* Of a page of the record: its title and its own address, which stays. */
void ahd_cite_page(ahd_view *view, const char *path, ahd_str id, ahd_str title);

#endif
