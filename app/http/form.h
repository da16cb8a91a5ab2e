/* form.h - a form as browsers send it.
 *
 *     "act=3&note=%D8%AE%D8%B1%D9%82+a"
 *         → {"act", "3"}, {"note", "خرق a"}
 *
 * Any bytes may come: what is no "%XX" stays as it is, and a value may be of
 * bytes that are no UTF-8. */
#ifndef AHD_HTTP_FORM_H
#define AHD_HTTP_FORM_H

#include "http/request.h"

/* Is this a Content-Type of such forms, with or without a charset? */
bool ahd_form_is_type(ahd_str type);

/* Decodes `body` where it stands, so that the fields point into it; a NUL
 * follows each. `body` has a byte to spare behind its last. */
size_t ahd_form_read(char *body, size_t len, ahd_param *out, size_t most);

#endif
