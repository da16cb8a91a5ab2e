/* pack.h - bytes made small for keeping, and back: zlib's format.
 *
 *     ahd_pack_shrink(page, &small)      100 KB of HTML -> 20 KB
 *     ahd_pack_restore(small, 100000, &page) */
#ifndef AHD_STORE_PACK_H
#define AHD_STORE_PACK_H

#include "base/buf.h"

/* Replaces what is in `out`; false without memory. */
bool ahd_pack_shrink(ahd_str bytes, ahd_buf *out);

/* The same, back to exactly `size` bytes; false when they are damaged. */
bool ahd_pack_restore(ahd_str packed, size_t size, ahd_buf *out);

#endif
