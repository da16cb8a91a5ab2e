/* convert.h - bytes of a known charset to UTF-8, with the map back.
 *
 *     Shift_JIS "\x93\xFA\x96{"  ->  "日本"
 *
 * Twice over the page: to count, then to write, so that no converter is open
 * while memory is asked for, and the caller may be left by a jump. */
#ifndef AHD_CHARSET_CONVERT_H
#define AHD_CHARSET_CONVERT_H

#include "doc/decoded.h"
#include "encoding.h"

/* What each byte of a one-byte charset is; U+FFFD for what it leaves open. */
void ahd_convert_table(const ahd_encoding *encoding, uint32_t table[256]);

/* How much of a page a charset of several bytes a character cannot read: of
 * `high` characters beyond ASCII, `broken`. */
typedef struct ahd_convert_doubt {
    size_t high, broken;
} ahd_convert_doubt;

ahd_convert_doubt ahd_convert_try(const ahd_encoding *encoding, ahd_str page);

/* What stands at `at` of a page whose charset has states: an escape becomes
 * *escape; the end of a line ends what it said, unless that was Roman, and
 * leaves none, for ASCII. */
void ahd_convert_state(ahd_str page, size_t at, ahd_str *escape);

/* Fills out->text and out->map from page.ptr[at] on. */
void ahd_convert_page(const ahd_encoding *encoding, ahd_str page, size_t at,
                      ahd_arena *arena, ahd_decoded *out);

#endif
