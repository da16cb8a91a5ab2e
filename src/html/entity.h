/* entity.h - the character references of HTML text, as the standard reads them.
 *
 *     "&amp;" -> "&"     "&#x2014;" -> "—"     "&copy2020" -> "©"
 *     "&NotEqualTilde;" -> two code points     "& b" -> none
 *
 * All 2,231 names of the standard: data/html/entities.tsv. */
#ifndef AHD_HTML_ENTITY_H
#define AHD_HTML_ENTITY_H

#include "base/str.h"

enum { AHD_ENTITY_BYTES = 6 };

/* What stands at s.ptr[at], an '&': writes its UTF-8 into `out`, its length
 * into *out_len, and returns how many bytes of `s` it takes; 0 when the '&' is
 * just that. Two references grow, by a fifth: "&nGt;" and "&nLt;". */
size_t ahd_entity_read(ahd_str s, size_t at, char out[AHD_ENTITY_BYTES],
                       size_t *out_len);

/* The same in the value of an attribute, where a name without ';' that goes on
 * is none: "?a=1&copy=2". */
size_t ahd_entity_read_value(ahd_str s, size_t at, char out[AHD_ENTITY_BYTES],
                             size_t *out_len);

/* Room for `len` bytes of HTML text, decoded. */
static inline size_t ahd_entity_room(size_t len)
{
    return len + len / 5;
}

#endif
