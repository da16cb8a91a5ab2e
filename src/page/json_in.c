#include "json_in.h"

#include "base/utf8.h"

#include <string.h>

void ahd_json_in_init(ahd_json_in *in, ahd_str json)
{
    *in = (ahd_json_in){.json = json, .value_due = true, .first = true};
}

bool ahd_json_in_object(const ahd_json_in *in)
{
    return in->depth > 0 && (in->objects >> in->depth & 1) != 0;
}

static ahd_json_event broken(ahd_json_in *in)
{
    in->broken = true;
    return AHD_JSON_BROKEN;
}

static char peek(const ahd_json_in *in)
{
    return in->at < in->json.len ? in->json.ptr[in->at] : '\0';
}

static void skip_space(ahd_json_in *in)
{
    while (peek(in) == ' ' || peek(in) == '\n' || peek(in) == '\t' ||
           peek(in) == '\r')
        in->at++;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four hex digits at `at`, or -1. */
static int32_t unit(ahd_str s, size_t at)
{
    int32_t n = 0;

    if (at > s.len || s.len - at < 4)
        return -1;
    for (size_t i = 0; i < 4; i++) {
        int h = hex(s.ptr[at + i]);
        if (h < 0)
            return -1;
        n = n << 4 | h;
    }
    return n;
}

/* Past the string whose quote is here; its content into in->text. */
static bool take_string(ahd_json_in *in)
{
    size_t first = ++in->at;

    for (; in->at < in->json.len; in->at++) {
        char c = in->json.ptr[in->at];
        if (c == '"') {
            in->text = (ahd_str){in->json.ptr + first, in->at++ - first};
            return true;
        }
        if (c != '\\')
            continue;
        c = ++in->at < in->json.len ? in->json.ptr[in->at] : '\0';
        if (in->lenient && c != '\0')
            continue;
        if (c == '\0' || memchr("\"\\/bfnrtu", c, 9) == NULL ||
            (c == 'u' && unit(in->json, in->at + 1) < 0))
            return false;
    }
    return false;
}

static bool digits(ahd_str s, size_t *at)
{
    size_t first = *at;

    while (*at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9')
        ++*at;
    return *at > first;
}

static bool is_number(ahd_str s)
{
    size_t at = s.len > 0 && s.ptr[0] == '-', first = at;

    if (!digits(s, &at) || (s.ptr[first] == '0' && at > first + 1))
        return false;
    if (at < s.len && s.ptr[at] == '.' && (at++, !digits(s, &at)))
        return false;
    if (at < s.len && (s.ptr[at] == 'e' || s.ptr[at] == 'E')) {
        at++;
        at += at < s.len && (s.ptr[at] == '+' || s.ptr[at] == '-');
        if (!digits(s, &at))
            return false;
    }
    return at == s.len;
}

static bool take_other(ahd_json_in *in)
{
    size_t first = in->at;

    while (in->at < in->json.len &&
           memchr(" \n\t\r,]}:[{\"", in->json.ptr[in->at], 11) == NULL)
        in->at++;
    in->text = (ahd_str){in->json.ptr + first, in->at - first};
    return ahd_str_eq(in->text, AHD_STR("true")) ||
           ahd_str_eq(in->text, AHD_STR("false")) ||
           ahd_str_eq(in->text, AHD_STR("null")) || is_number(in->text);
}

static ahd_json_event open_one(ahd_json_in *in, bool object)
{
    if (in->depth == AHD_JSON_DEEPEST)
        return broken(in);
    in->at++;
    in->depth++;
    in->objects &= ~((uint64_t)1 << in->depth);
    in->objects |= (uint64_t)object << in->depth;
    in->first = true;
    in->value_due = !object;
    return AHD_JSON_OPEN;
}

static ahd_json_event take_value(ahd_json_in *in)
{
    char c = peek(in);

    if (c == '{' || c == '[')
        return open_one(in, c == '{');
    bool string = c == '"';
    if (string ? !take_string(in) : !take_other(in))
        return broken(in);
    in->first = in->value_due = false;
    in->done = in->depth == 0;
    return string ? AHD_JSON_STRING : AHD_JSON_OTHER;
}

static ahd_json_event take_key(ahd_json_in *in)
{
    if (peek(in) != '"' || !take_string(in))
        return broken(in);
    skip_space(in);
    if (peek(in) != ':')
        return broken(in);
    in->at++;
    in->value_due = true;
    return AHD_JSON_KEY;
}

/* After a value inside of something: a comma or its end. */
static ahd_json_event take_close(ahd_json_in *in)
{
    in->at++;
    in->depth--;
    in->first = in->value_due = false;
    in->done = in->depth == 0;
    return AHD_JSON_CLOSE;
}

static ahd_json_event next_inside(ahd_json_in *in)
{
    bool object = ahd_json_in_object(in);

    if (in->value_due && object)
        return take_value(in);
    if (peek(in) == (object ? '}' : ']'))
        return take_close(in);
    if (!in->first) {
        if (peek(in) != ',')
            return broken(in);
        in->at++;
        skip_space(in);
        if (in->lenient && peek(in) == (object ? '}' : ']'))
            return take_close(in);
    }
    return object ? take_key(in) : take_value(in);
}

ahd_json_event ahd_json_in_next(ahd_json_in *in)
{
    if (in->broken)
        return AHD_JSON_BROKEN;
    skip_space(in);
    if (in->done)
        return in->at == in->json.len ? AHD_JSON_END : broken(in);
    return in->depth == 0 ? take_value(in) : next_inside(in);
}

static size_t take_unicode(ahd_str s, size_t at, uint32_t *code)
{
    int32_t one = unit(s, at + 2);

    if (one < 0)
        return 0;
    *code = (uint32_t)one;
    if (one < 0xD800 || one > 0xDBFF || s.len - at < 12 ||
        s.ptr[at + 6] != '\\' || s.ptr[at + 7] != 'u')
        return 6;
    int32_t two = unit(s, at + 8);
    if (two < 0xDC00 || two > 0xDFFF)
        return 6;
    *code = 0x10000 + (((uint32_t)one - 0xD800) << 10) + (uint32_t)two - 0xDC00;
    return 12;
}

size_t ahd_json_in_char(ahd_str s, size_t at, char out[4], size_t *out_len)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    size_t start = at;
    uint32_t code = 0;

    if (s.ptr[at] != '\\' || at + 1 == s.len) {
        code = ahd_utf8_next(s, &at);
        *out_len = ahd_utf8_write(code, out);
        return at - start;
    }
    char c = s.ptr[at + 1];
    size_t taken = c == 'u' ? take_unicode(s, at, &code) : 0;
    if (taken == 0) {
        const char *hit = memchr(from, c, sizeof from - 1);
        at++;
        code = ahd_utf8_next(s, &at); /* all of it, whatever was escaped */
        code = hit ? (unsigned char)to[hit - from] : code;
        taken = at - start;
    }
    *out_len = ahd_utf8_write(code ? code : 0xFFFD, out);
    return taken;
}

ahd_str ahd_json_in_plain(ahd_str raw, ahd_arena *arena)
{
    char *out = ahd_arena_alloc(arena, 1, raw.len + 1);
    size_t len = 0, n = 0;

    for (size_t at = 0; at < raw.len; len += n) {
        char bytes[4];
        at += ahd_json_in_char(raw, at, bytes, &n);
        memcpy(out + len, bytes, n);
    }
    return (ahd_str){out, len};
}
