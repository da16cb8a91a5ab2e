/* ascii.h - letters and spaces of ASCII, whatever the locale.
 *
 *     ahd_ascii_small('Q') -> 'q'     ahd_ascii_begins("Related", "rel") -> yes
 *
 * For what machines write: tags, header fields, class names. Bytes beyond
 * ASCII are left as they are. */
#ifndef AHD_BASE_ASCII_H
#define AHD_BASE_ASCII_H

#include "base/str.h"

static inline char ahd_ascii_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The white space of HTML. */
static inline bool ahd_ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Are they the same but for the size of letters? */
static inline bool ahd_ascii_same(ahd_str a, ahd_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ahd_ascii_small(a.ptr[i]) != ahd_ascii_small(b.ptr[i]))
            return false;
    return true;
}

/* Does s.ptr[at] on begin with `word`, which is in small letters? */
static inline bool ahd_ascii_begins(ahd_str s, size_t at, const char *word)
{
    size_t i = 0;

    while (word[i] != '\0' && at + i < s.len &&
           ahd_ascii_small(s.ptr[at + i]) == word[i])
        i++;
    return word[i] == '\0';
}

#endif
