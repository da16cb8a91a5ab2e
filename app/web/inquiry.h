/* inquiry.h - what a page asks of the record as a whole, as JSON.
 *
 *     ahd_inquiry(view, &(ahd_overview){.what = "weeks", …}, &rows, &error)
 *
 * Every list is a new value, to be given to json_decref. */
#ifndef AHD_WEB_INQUIRY_H
#define AHD_WEB_INQUIRY_H

#include "web/field.h"
#include "web/view.h"

AHD_MUST_USE ahd_status ahd_inquiry(const ahd_view *view,
                                    const ahd_overview *what, json_t **out,
                                    ahd_error *error);

/* The name of an agreement, actor, place or commitment in the language of the
 * reader; what nobody knows keeps `fallback`. */
ahd_str ahd_inquiry_name(const ahd_view *view, const char *kind, ahd_str id,
                         ahd_str fallback);

/* Of a row with "source" and "source_ar" and the like: in that language. */
ahd_str ahd_inquiry_text(const ahd_view *view, const json_t *row,
                         const char *key);

#endif
