#include "http/form.h"

#include <string.h>
#include <strings.h>

bool ahd_form_is_type(ahd_str type)
{
    static const char wanted[] = "application/x-www-form-urlencoded";
    ahd_str name = ahd_str_trim(ahd_str_cut(&type, ';'));

    return name.len == sizeof wanted - 1 &&
           strncasecmp(name.ptr, wanted, name.len) == 0;
}

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A piece never grows by it; a NUL takes the place of what parted it. */
static ahd_str decode(char *s, size_t len)
{
    size_t to = 0;

    for (size_t i = 0; i < len; i++) {
        int high = s[i] == '%' && i + 2 < len ? digit(s[i + 1]) : -1;
        int low = high >= 0 ? digit(s[i + 2]) : -1;
        if (low >= 0) {
            s[to++] = (char)(high << 4 | low);
            i += 2;
        } else {
            s[to++] = s[i] == '+' ? ' ' : s[i];
        }
    }
    s[to] = '\0';
    return (ahd_str){s, to};
}

static ahd_param pair_of(char *piece, size_t len)
{
    char *equals = memchr(piece, '=', len);
    size_t name = equals ? (size_t)(equals - piece) : len;
    ahd_param out = {.value = {"", 0}};

    if (equals)
        out.value = decode(equals + 1, len - name - 1);
    out.name = decode(piece, name);
    return out;
}

size_t ahd_form_read(char *body, size_t len, ahd_param *out, size_t most)
{
    size_t count = 0;

    for (size_t at = 0; at < len && count < most;) {
        char *end = memchr(body + at, '&', len - at);
        size_t piece = end ? (size_t)(end - body) - at : len - at;
        if (piece > 0)
            out[count++] = pair_of(body + at, piece);
        at += piece + 1;
    }
    return count;
}
