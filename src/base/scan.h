/* scan.h - the next byte that matters, sixteen at a time where the machine can.
 *
 *     ahd_scan_byte("ab<c", 0, '<')  ->  2     none  ->  the length
 *
 * What stands between two such bytes is seldom long, so that a call must cost
 * little: the first sixteen bytes are looked at in place. `at` may be s.len. */
#ifndef AHD_BASE_SCAN_H
#define AHD_BASE_SCAN_H

#include "base/str.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The first of either byte from `at` on. */
size_t ahd_scan_either(ahd_str s, size_t at, char a, char b);

/* The first place from `at` on where pairs[0] or pairs[1] is followed by
 * pairs[2] or pairs[3]; s.len when none is whole. */
size_t ahd_scan_pair(ahd_str s, size_t at, const char pairs[4]);

/* The first `c` from `at` on. */
static inline size_t ahd_scan_byte(ahd_str s, size_t at, char c)
{
#ifdef __SSE2__
    if (s.len - at >= 16) {
        __m128i bytes;
        memcpy(&bytes, s.ptr + at, sizeof bytes);
        int hits = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
        if (hits != 0)
            return at + (size_t)__builtin_ctz((unsigned)hits);
        at += 16;
    }
#endif
    const char *hit = at < s.len ? memchr(s.ptr + at, c, s.len - at) : NULL;
    return hit ? (size_t)(hit - s.ptr) : s.len;
}

#endif
