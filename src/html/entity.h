/* entity.h - character references.
 *
 *     "&eacute;t" -> "é", 8 bytes read     "&#x2014;" -> "—"     "& b" -> none
 *
 * The named ones are those of HTML 4 and others that pages do use; of the
 * 2,231 names in the standard the rest stay as they are written. */
#ifndef AHD_HTML_ENTITY_H
#define AHD_HTML_ENTITY_H

#include "base/str.h"

/* What stands at s.ptr[at], an '&': writes its UTF-8 into `out`, its length
 * into *out_len, and returns how many bytes of `s` it takes; 0 when the '&' is
 * just that. A reference never grows: *out_len is at most what is returned. */
size_t ahd_entity_read(ahd_str s, size_t at, char out[4], size_t *out_len);

#endif
