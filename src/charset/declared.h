/* declared.h - the charset that a page says it is in.
 *
 *     <meta http-equiv=Content-Type content="text/html; charset=cp1256">
 *         ->  windows-1256
 *
 * As the standard's prescan has it, in the first 1,024 bytes; where that finds
 * nothing, a <meta> anywhere in the head, as browsers have it. */
#ifndef AHD_CHARSET_DECLARED_H
#define AHD_CHARSET_DECLARED_H

#include "encoding.h"

/* By the byte order mark, of *len bytes; NULL when there is none. */
const ahd_encoding *ahd_declared_mark(ahd_str page, size_t *len);

/* By a <meta>, or the XML declaration; NULL when none says it. */
const ahd_encoding *ahd_declared_meta(ahd_str page);

#endif
