/* codepage.h - the upper halves of three one-byte charsets.
 *
 *     windows-1256 0xC7 -> U+0627 ا     ISO-8859-6 0x80 -> U+FFFD
 *
 * From the mapping files of unicode.org (CP1256.TXT, 8859-6.TXT, CP1252.TXT).
 */
#ifndef AHD_PAGE_CODEPAGE_H
#define AHD_PAGE_CODEPAGE_H

#include "charset.h"

/* `byte` is 0x80 or more. */
uint32_t ahd_codepage_char(ahd_charset charset, unsigned char byte);

#endif
