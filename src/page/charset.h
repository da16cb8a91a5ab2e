/* charset.h - the bytes of a page as UTF-8, and the way back.
 *
 *     "caf\xE9" in windows-1252  ->  "caf\xC3\xA9",
 *     map {text 0 len 3, page 0 len 3}, {text 3 len 2, page 3 len 1}
 *
 * Within a stretch every character has the same width on either side, so that
 * a place inside of it can be computed. UTF-8 pages are not copied. A byte that
 * cannot be decoded, and NUL, becomes U+FFFD. */
#ifndef AHD_PAGE_CHARSET_H
#define AHD_PAGE_CHARSET_H

#include "base/arena.h"
#include "doc/doc.h"

typedef enum ahd_charset {
    AHD_CHARSET_UTF8,
    AHD_CHARSET_UTF16LE,
    AHD_CHARSET_UTF16BE,
    AHD_CHARSET_WINDOWS_1256,
    AHD_CHARSET_ISO_8859_6,
    AHD_CHARSET_WINDOWS_1252,
} ahd_charset;

typedef struct ahd_decoded {
    ahd_str text;
    ahd_charset charset;
    AHD_VEC(ahd_stretch) map; /* of text to page, without gaps */
} ahd_decoded;

/* The charset is chosen by the byte order mark; then UTF-8 if the page is valid
 * UTF-8; then by what a <meta> says (`html`); then by the letters. */
void ahd_charset_decode(ahd_str page, bool html, ahd_arena *arena,
                        ahd_decoded *out);

/* The bytes of the page that text [start, start + len) was read from. */
ahd_span ahd_charset_page(const ahd_decoded *decoded, size_t start, size_t len);

#endif
