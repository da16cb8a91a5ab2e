/* charset.h - which charset a page is in, and the page in UTF-8.
 *
 *     <meta charset=windows-1256> … \xE5\xCF\xE4\xC9  ->  "… هدنة"
 *
 * Every charset of the WHATWG Encoding standard but ISO-8859-16, by ICU, which
 * keeps its tables for the life of the program; that makes this module an edge,
 * unlike the page reader. Any bytes do: one that cannot be decoded, and NUL,
 * becomes U+FFFD. */
#ifndef AHD_CHARSET_CHARSET_H
#define AHD_CHARSET_CHARSET_H

#include "doc/decoded.h"
#include "doc/page_in.h"

/* The charset is that of the byte order mark; then UTF-8, if the page is valid
 * UTF-8; then what the HTTP header says, then a <meta>, then an XML
 * declaration, if the bytes may be it; then the one the letters speak for.
 * UTF-8 pages are not copied: `out` borrows in->bytes. All else lives in
 * `arena`. */
void ahd_charset_decode(const ahd_page_in *in, ahd_arena *arena,
                        ahd_decoded *out);

#endif
