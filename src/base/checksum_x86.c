/* checksum_x86.c - SHA-1 and SHA-256 by the SHA extensions of x86 processors
 * (Intel's instruction set reference, SHA1RNDS4 and SHA256RNDS2). The words of
 * the state stand in the order that the instructions want. */
#include "base/checksum_mix.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

/* Whole words, the end that is big first. */
WITH_SHA static inline __m128i load_words(const unsigned char *at,
                                          __m128i order)
{
    return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)at),
                            order);
}

/* ---------------------------------------------------------------- SHA-256 */

/* The next four words of the message from the 16 before them. */
WITH_SHA static inline __m128i expand256(const __m128i m[4], int i)
{
    __m128i last = m[(i + 3) & 3];
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(m[i & 3], m[(i + 1) & 3]),
                                _mm_alignr_epi8(last, m[(i + 2) & 3], 4));

    return _mm_sha256msg2_epu32(sum, last);
}

WITH_SHA static void mix256(__m128i *abef, __m128i *cdgh,
                            const unsigned char *block)
{
    const __m128i order =
        _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i *constants =
        (const __m128i *)(const void *)ahd_checksum_mix_constants;
    __m128i m[4], a = *abef, c = *cdgh;

    for (int i = 0; i < 4; i++)
        m[i] = load_words(block + 16 * (size_t)i, order);
    for (int i = 0; i < 16; i++) {
        if (i >= 4)
            m[i & 3] = expand256(m, i);
        __m128i k = _mm_add_epi32(m[i & 3], _mm_loadu_si128(constants + i));
        c = _mm_sha256rnds2_epu32(c, a, k);
        a = _mm_sha256rnds2_epu32(a, c, _mm_shuffle_epi32(k, 0x0E));
    }
    *abef = _mm_add_epi32(*abef, a);
    *cdgh = _mm_add_epi32(*cdgh, c);
}

WITH_SHA static void fast_sha256(uint32_t *state, const unsigned char *blocks,
                                 size_t count)
{
    __m128i *place = (__m128i *)(void *)state;
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(place), 0xB1);
    __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(place + 1), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);

    for (; count > 0; count--, blocks += AHD_CHECKSUM_BLOCK)
        mix256(&abef, &cdgh, blocks);
    __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(place, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(place + 1, _mm_alignr_epi8(dchg, feba, 8));
}

/* ------------------------------------------------------------------ SHA-1 */

WITH_SHA static inline __m128i expand1(const __m128i m[4], int i)
{
    __m128i sum = _mm_xor_si128(_mm_sha1msg1_epu32(m[i & 3], m[(i + 1) & 3]),
                                m[(i + 2) & 3]);

    return _mm_sha1msg2_epu32(sum, m[(i + 3) & 3]);
}

/* Four rounds; which of the four functions must be a constant. */
WITH_SHA static inline __m128i rounds1(__m128i abcd, __m128i e, int which)
{
    switch (which) {
    case 0:
        return _mm_sha1rnds4_epu32(abcd, e, 0);
    case 1:
        return _mm_sha1rnds4_epu32(abcd, e, 1);
    case 2:
        return _mm_sha1rnds4_epu32(abcd, e, 2);
    default:
        return _mm_sha1rnds4_epu32(abcd, e, 3);
    }
}

WITH_SHA static void mix1(__m128i *abcd, __m128i *e, const unsigned char *block)
{
    const __m128i order =
        _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
    __m128i m[4], now = *abcd, before = now;

    for (int i = 0; i < 4; i++)
        m[i] = load_words(block + 16 * (size_t)i, order);
    for (int i = 0; i < 20; i++) {
        if (i >= 4)
            m[i & 3] = expand1(m, i);
        __m128i in = i == 0 ? _mm_add_epi32(*e, m[0])
                            : _mm_sha1nexte_epu32(before, m[i & 3]);
        before = now;
        now = rounds1(now, in, i / 5);
    }
    *e = _mm_sha1nexte_epu32(before, *e);
    *abcd = _mm_add_epi32(*abcd, now);
}

WITH_SHA static void fast_sha1(uint32_t *state, const unsigned char *blocks,
                               size_t count)
{
    __m128i *place = (__m128i *)(void *)state;
    __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128(place), 0x1B);
    __m128i e = _mm_set_epi32((int)state[4], 0, 0, 0);

    for (; count > 0; count--, blocks += AHD_CHECKSUM_BLOCK)
        mix1(&abcd, &e, blocks);
    _mm_storeu_si128(place, _mm_shuffle_epi32(abcd, 0x1B));
    state[4] = (uint32_t)_mm_extract_epi32(e, 3);
}

/* Leaf 7 tells of SHA, leaf 1 of SSSE3 and SSE4.1. */
static bool ask_processor(void)
{
    unsigned a, b, c, d;

    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) ||
        !(c & bit_SSE4_1))
        return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

ahd_checksum_mix *ahd_checksum_mix_fast(ahd_checksum how)
{
    static _Atomic int known; /* 1: no, 2: yes */
    static ahd_checksum_mix *const fast[AHD_CHECKSUMS] = {
        [AHD_CHECKSUM_SHA1] = fast_sha1, [AHD_CHECKSUM_SHA256] = fast_sha256};

    if (known == 0)
        known = ask_processor() ? 2 : 1;
    return known == 2 ? fast[how] : NULL;
}

#else

ahd_checksum_mix *ahd_checksum_mix_fast(ahd_checksum how)
{
    (void)how;
    return NULL;
}

#endif
