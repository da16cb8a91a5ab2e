#include "base/utf8.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { REPLACEMENT = 0xFFFD };

/* How long the sequence that starts with `lead` must be; 0 for no lead. */
static size_t length_of(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

static bool in_range(uint32_t c, size_t len)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};

    return c >= least[len] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/* The sequence at s.ptr[at]: its code point, and its length, 0 when broken. */
static uint32_t decode(ahd_str s, size_t at, size_t *len)
{
    unsigned char lead = (unsigned char)s.ptr[at];
    size_t n = length_of(lead);

    *len = n;
    if (n == 1)
        return lead;
    *len = 0;
    if (n == 0 || n > s.len - at)
        return REPLACEMENT;
    uint32_t c = lead & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        unsigned char next = (unsigned char)s.ptr[at + i];
        if ((next & 0xC0) != 0x80)
            return REPLACEMENT;
        c = c << 6 | (next & 0x3F);
    }
    if (!in_range(c, n))
        return REPLACEMENT;
    *len = n;
    return c;
}

uint32_t ahd_utf8_next_long(ahd_str s, size_t *at)
{
    size_t len;
    uint32_t c = decode(s, *at, &len);

    *at += len ? len : 1;
    return c;
}

uint32_t ahd_utf8_previous(ahd_str s, size_t *at)
{
    size_t start = *at - 1;

    while (start > 0 && *at - start < 4 &&
           ((unsigned char)s.ptr[start] & 0xC0) == 0x80)
        start--;
    size_t len;
    uint32_t c = decode((ahd_str){s.ptr, *at}, start, &len);
    if (start + len != *at) {
        *at -= 1;
        return REPLACEMENT;
    }
    *at = start;
    return c;
}

size_t ahd_utf8_write(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = REPLACEMENT;
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t ahd_utf8_count(ahd_str s)
{
    size_t n = 0;

    for (size_t at = 0; at < s.len; n++)
        ahd_utf8_next(s, &at);
    return n;
}

#ifdef __SSE2__
/* Of sixteen bytes that begin with a character: how many are whole characters
 * of one or two bytes. As bits: every lead byte, and nothing else, has a
 * continuation byte after it. */
static size_t short_run(const char *ptr)
{
    __m128i bytes;

    memcpy(&bytes, ptr, sizeof bytes);
    unsigned high = (unsigned)_mm_movemask_epi8(bytes);
    if (high == 0)
        return 16;
    __m128i is_next = _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0));
    __m128i is_lead =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)0xC1)),
                      _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xE0)));
    unsigned next = (unsigned)_mm_movemask_epi8(is_next);
    unsigned lead = (unsigned)_mm_movemask_epi8(is_lead);
    unsigned bad = (next ^ (lead << 1)) | (high & ~(next | lead));
    size_t run = (size_t)__builtin_ctz(bad | 0x10000);
    return run - (run > 0 && (lead >> (run - 1) & 1));
}
#else
static size_t short_run(const char *ptr)
{
    uint64_t eight[2];

    memcpy(eight, ptr, sizeof eight);
    return ((eight[0] | eight[1]) & 0x8080808080808080u) == 0 ? 16 : 0;
}
#endif

size_t ahd_utf8_broken(ahd_str s, size_t at)
{
    while (at < s.len) {
        size_t len = s.len - at >= 16 ? short_run(s.ptr + at) : 0;
        if (len == 0) {
            decode(s, at, &len);
            if (len == 0)
                return at;
        }
        at += len;
    }
    return s.len;
}

bool ahd_utf8_valid(ahd_str s)
{
    return ahd_utf8_broken(s, 0) == s.len;
}
