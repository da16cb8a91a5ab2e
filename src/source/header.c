#include "header.h"

#include "base/ascii.h"

#include <string.h>

size_t ahd_header_end(ahd_str bytes)
{
    size_t at = 0;

    while (at < bytes.len) {
        const char *lf = memchr(bytes.ptr + at, '\n', bytes.len - at);
        if (lf == NULL)
            return 0;
        size_t len = (size_t)(lf - bytes.ptr) - at;
        bool blank = len == 0 || (len == 1 && bytes.ptr[at] == '\r');
        at += len + 1;
        if (blank)
            return at;
    }
    return 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* A line and those that go on it. */
static ahd_str cut_field(ahd_str *rest)
{
    ahd_str line = ahd_str_cut(rest, '\n');

    while (line.len > 0 && rest->len > 0 && is_blank(rest->ptr[0])) {
        ahd_str more = ahd_str_cut(rest, '\n');
        line.len = (size_t)(more.ptr + more.len - line.ptr);
    }
    return line;
}

bool ahd_header_next(ahd_str *rest, ahd_str *name, ahd_str *value)
{
    while (rest->len > 0) {
        ahd_str line = cut_field(rest);
        const char *colon = line.len ? memchr(line.ptr, ':', line.len) : NULL;
        if (colon == NULL)
            continue;
        size_t at = (size_t)(colon - line.ptr);
        *name = ahd_str_trim((ahd_str){line.ptr, at});
        *value = ahd_str_trim((ahd_str){colon + 1, line.len - at - 1});
        return true;
    }
    return false;
}

ahd_str ahd_header_find(ahd_str block, ahd_str name)
{
    ahd_str field, value;

    while (ahd_header_next(&block, &field, &value))
        if (ahd_ascii_same(field, name))
            return value;
    return AHD_STR("");
}

ahd_str ahd_header_main(ahd_str value)
{
    return ahd_str_trim(ahd_str_cut(&value, ';'));
}

static ahd_str without_quotes(ahd_str s)
{
    s = ahd_str_trim(s);
    if (s.len == 0 || (s.ptr[0] != '"' && s.ptr[0] != '\''))
        return s;
    char quote = s.ptr[0];
    ahd_str rest = {s.ptr + 1, s.len - 1};
    return ahd_str_cut(&rest, quote);
}

ahd_str ahd_header_parameter(ahd_str value, ahd_str name)
{
    ahd_str_cut(&value, ';');
    while (value.len > 0) {
        ahd_str part = ahd_str_cut(&value, ';');
        ahd_str key = ahd_str_trim(ahd_str_cut(&part, '='));
        if (ahd_ascii_same(key, name))
            return without_quotes(part);
    }
    return AHD_STR("");
}
