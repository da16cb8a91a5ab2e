#include "base/scan.h"

#ifdef __SSE2__
static __m128i load(const char *ptr)
{
    __m128i bytes;

    memcpy(&bytes, ptr, sizeof bytes);
    return bytes;
}

static __m128i equal(__m128i bytes, char a, char b)
{
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(a)),
                        _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b)));
}

static size_t lowest(int hits)
{
    return (size_t)__builtin_ctz((unsigned)hits);
}
#endif

size_t ahd_scan_either(ahd_str s, size_t at, char a, char b)
{
#ifdef __SSE2__
    for (; s.len - at >= 16; at += 16) {
        int hits = _mm_movemask_epi8(equal(load(s.ptr + at), a, b));
        if (hits != 0)
            return at + lowest(hits);
    }
#endif
    while (at < s.len && s.ptr[at] != a && s.ptr[at] != b)
        at++;
    return at;
}

size_t ahd_scan_pair(ahd_str s, size_t at, const char pairs[4])
{
#ifdef __SSE2__
    for (; s.len - at >= 17; at += 16) {
        __m128i first = equal(load(s.ptr + at), pairs[0], pairs[1]);
        __m128i second = equal(load(s.ptr + at + 1), pairs[2], pairs[3]);
        int hits = _mm_movemask_epi8(_mm_and_si128(first, second));
        if (hits != 0)
            return at + lowest(hits);
    }
#endif
    for (; at + 1 < s.len; at++)
        if ((s.ptr[at] == pairs[0] || s.ptr[at] == pairs[1]) &&
            (s.ptr[at + 1] == pairs[2] || s.ptr[at + 1] == pairs[3]))
            return at;
    return s.len;
}
