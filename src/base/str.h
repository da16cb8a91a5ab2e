/* str.h - a read-only piece of UTF-8 text: pointer and length, no NUL.
 *
 * An ahd_str never owns its bytes. Pass it by value. It stays valid as long as
 * the buffer it points into - for document text, as long as the document. */
#ifndef AHD_BASE_STR_H
#define AHD_BASE_STR_H

#include "base/api.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ahd_str {
    const char *ptr;
    size_t len;
} ahd_str;

/* Bytes [start, start + len) of some text: a document's, unless said. */
typedef struct ahd_span {
    uint32_t start, len;
} ahd_span;

/* An ahd_str for a string literal:  ahd_str_eq(word, AHD_STR("accord")) */
#define AHD_STR(literal) ((ahd_str){(literal), sizeof(literal) - 1})

/* The two arguments of printf's "%.*s". */
#define AHD_STR_ARG(s) (int)(s).len, (s).ptr

/* Inline, so that the length of a literal is known when compiling, and words of
 * other lengths cost no call. */
static inline ahd_str ahd_str_from(const char *c_string) /* NULL: empty */
{
    return (ahd_str){c_string ? c_string : "", c_string ? strlen(c_string) : 0};
}

static inline bool ahd_str_eq(ahd_str a, ahd_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Is it these letters? Where lists of words are gone through: most differ early,
 * and then nobody has to count theirs. */
static inline bool ahd_str_is(ahd_str s, const char *c_string)
{
    size_t i = 0;

    while (i < s.len && c_string[i] == s.ptr[i] && c_string[i] != '\0')
        i++;
    return i == s.len && c_string[i] == '\0';
}

static inline bool ahd_str_starts(ahd_str s, ahd_str prefix)
{
    return s.len >= prefix.len &&
           (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool ahd_str_ends(ahd_str s, ahd_str suffix)
{
    return s.len >= suffix.len &&
           ahd_str_eq((ahd_str){s.ptr + s.len - suffix.len, suffix.len},
                      suffix);
}

AHD_API int ahd_str_cmp(ahd_str a, ahd_str b); /* byte order, shorter first */
AHD_API ahd_str ahd_str_trim(ahd_str s); /* without outer ASCII white space */

/* Where `part` begins in `s`; s.len when it does not occur. */
AHD_API size_t ahd_str_find(ahd_str s, ahd_str part);

/* The piece before the next `separator`, which `rest` moves past; the whole
 * rest at the end. Loop while rest->len > 0. */
AHD_API ahd_str ahd_str_cut(ahd_str *rest, char separator);

/* The words of `span` in `text`; clipped to it, so never out of bounds. */
AHD_API ahd_str ahd_str_span(ahd_str text, ahd_span span);

/* `s` as a number of decimal digits only; false when it is not one or is above
 * UINT32_MAX. */
AHD_API bool ahd_str_number(ahd_str s, uint32_t *out);

static inline uint32_t ahd_span_end(ahd_span s)
{
    return s.start + s.len;
}

/* FNV-1a; stable across runs and machines, so it may be stored. */
AHD_API uint32_t ahd_str_hash(ahd_str s);

#endif
