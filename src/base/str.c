#include "base/str.h"

#include <string.h>

int ahd_str_cmp(ahd_str a, ahd_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

ahd_str ahd_str_trim(ahd_str s)
{
    while (s.len > 0 && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

size_t ahd_str_find(ahd_str s, ahd_str part)
{
    /* All Arabic letters begin with one of two bytes: look for the second. */
    size_t sought = part.len > 1, at = 0;

    if (part.len == 0)
        return 0;
    while (at + part.len <= s.len) {
        const char *hit = memchr(s.ptr + at + sought, part.ptr[sought],
                                 s.len - at - part.len + 1);
        if (hit == NULL)
            break;
        at = (size_t)(hit - s.ptr) - sought;
        if (memcmp(s.ptr + at, part.ptr, part.len) == 0)
            return at;
        at++;
    }
    return s.len;
}

ahd_str ahd_str_cut(ahd_str *rest, char separator)
{
    const char *end =
        rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
    ahd_str piece = *rest;

    if (end == NULL) {
        *rest = (ahd_str){rest->ptr + rest->len, 0};
        return piece;
    }
    piece.len = (size_t)(end - rest->ptr);
    *rest = (ahd_str){end + 1, rest->len - piece.len - 1};
    return piece;
}

ahd_str ahd_str_span(ahd_str text, ahd_span span)
{
    size_t start = span.start < text.len ? span.start : text.len;
    size_t len = span.len < text.len - start ? span.len : text.len - start;

    return (ahd_str){text.ptr + start, len};
}

bool ahd_str_number(ahd_str s, uint32_t *out)
{
    uint64_t n = 0;

    if (s.len == 0 || s.len > 10)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (uint64_t)(s.ptr[i] - '0');
    }
    if (n > UINT32_MAX)
        return false;
    *out = (uint32_t)n;
    return true;
}

uint32_t ahd_str_hash(ahd_str s)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 16777619u;
    return h;
}
