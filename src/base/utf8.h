/* utf8.h - between bytes and Unicode code points.
 *
 * Documents hold valid UTF-8 only (ahd_utf8_valid); these functions still
 * survive any bytes: a broken sequence reads as U+FFFD, one byte long. */
#ifndef AHD_BASE_UTF8_H
#define AHD_BASE_UTF8_H

#include "base/str.h"

/* The slow way of ahd_utf8_next: three and four bytes, and what is broken. */
uint32_t ahd_utf8_next_long(ahd_str s, size_t *at);

/* The code point at s.ptr[*at], which moves past it. *at must be < s.len.
 * Inline for ASCII and two bytes, which is most of Latin and Arabic text. */
static inline uint32_t ahd_utf8_next(ahd_str s, size_t *at)
{
    unsigned char lead = (unsigned char)s.ptr[*at];

    if (lead < 0x80) {
        *at += 1;
        return lead;
    }
    if (lead >= 0xC2 && lead < 0xE0 && *at + 1 < s.len) {
        unsigned char next = (unsigned char)s.ptr[*at + 1];
        if ((next & 0xC0) == 0x80) {
            *at += 2;
            return (uint32_t)(lead & 0x1F) << 6 | (next & 0x3F);
        }
    }
    return ahd_utf8_next_long(s, at);
}

/* The code point that ends at *at, which moves to its start; *at > 0. */
uint32_t ahd_utf8_previous(ahd_str s, size_t *at);

/* Writes 1..4 bytes; U+FFFD for what is no scalar value. Returns how many. */
size_t ahd_utf8_write(uint32_t code_point, char out[4]);

size_t ahd_utf8_count(ahd_str s); /* code points */
/* Where the first broken sequence from `at` on begins; s.len when none does. */
size_t ahd_utf8_broken(ahd_str s, size_t at);
bool ahd_utf8_valid(ahd_str s);

#endif
