/* beside.h - two documents side by side, with what they have word for word.
 *
 *     /documents/A?beside=B
 *       A: … ¹the words that both have …      B: … ¹the words that both have …
 *
 * What is copied is marked in both and numbered; each number leads to its place
 * in the other document. */
#ifndef AHD_WEB_BESIDE_H
#define AHD_WEB_BESIDE_H

#include "web/field.h"
#include "web/view.h"

/* The whole page; `document` is A, its id and JSON, `other` the id of B. */
AHD_MUST_USE ahd_status ahd_beside_write(ahd_view *view, const json_t *document,
                                         ahd_str other, ahd_error *error);

/* The documents of the same story as `id`, each a link to such a page; nothing
 * when it copies nobody and nobody it. */
AHD_MUST_USE ahd_status ahd_beside_copies(ahd_view *view, ahd_str id,
                                          ahd_error *error);

#endif
