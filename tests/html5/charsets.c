/* charsets.c - which charset a page is in, and what it says, for compare.py.
 *
 *     stdin:   html - 3c703ec7
 *     stdout:  windows-1256 3c703ed8a7
 *
 * A line of input is the format, what the HTTP header says or "-", and the page
 * in hexadecimal; one of output the charset and the text. */
#include "charset/charset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 22 };

static ahd_str from_hex(ahd_str hex, char *bytes)
{
    static const ahd_str digits = {"0123456789abcdef", 16};
    size_t len = 0;

    for (; hex.len >= 2; hex.len -= 2, hex.ptr += 2) {
        size_t high = ahd_str_find(digits, (ahd_str){hex.ptr, 1});
        size_t low = ahd_str_find(digits, (ahd_str){hex.ptr + 1, 1});
        bytes[len++] = (char)(high << 4 | low);
    }
    return (ahd_str){bytes, len};
}

int main(void)
{
    static char line[MOST], bytes[MOST];
    ahd_arena *arena = ahd_arena_new((size_t)256 << 20);

    while (arena != NULL && fgets(line, sizeof line, stdin)) {
        ahd_str rest = ahd_str_from(line);
        ahd_str format = ahd_str_cut(&rest, ' ');
        bool html = ahd_str_eq(format, AHD_STR("html"));
        ahd_page_in in = {.format = html ? AHD_FORMAT_HTML : AHD_FORMAT_TEXT,
                          .charset = ahd_str_cut(&rest, ' ')};
        ahd_decoded decoded;
        in.bytes = from_hex(rest, bytes);
        ahd_charset_decode(&in, arena, &decoded);
        printf("%.*s ", AHD_STR_ARG(decoded.charset));
        for (size_t i = 0; i < decoded.text.len; i++)
            printf("%02x", (unsigned char)decoded.text.ptr[i]);
        putchar('\n');
        ahd_arena_clear(arena);
    }
    ahd_arena_free(arena);
    return 0;
}
