#include "web/html.h"

#include "base/utf8.h"

#include <string.h>

static const struct {
    uint32_t character;
    ahd_str entity;
} entities[] = {
    {'&', {"&amp;", 5}},  {'<', {"&lt;", 4}},   {'>', {"&gt;", 4}},
    {'"', {"&quot;", 6}}, {'\'', {"&#39;", 5}},
};

/* C0, DEL and C1 are not allowed in HTML; white space is. */
static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

static void add_character(ahd_buf *out, uint32_t c)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (entities[i].character == c) {
            ahd_buf_add(out, entities[i].entity);
            return;
        }
    }
    ahd_buf_code_point(out, is_control(c) ? 0xFFFD : c);
}

void ahd_html_text(ahd_buf *out, ahd_str s)
{
    for (size_t at = 0; at < s.len;)
        add_character(out, ahd_utf8_next(s, &at));
}

/* The same five characters are enough inside quotes. */
void ahd_html_attr(ahd_buf *out, ahd_str s)
{
    ahd_html_text(out, s);
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (c && strchr("-._~", c) != NULL);
}

void ahd_html_url(ahd_buf *out, ahd_str s)
{
    static const char hex[] = "0123456789ABCDEF";

    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (is_plain(s.ptr[i]))
            ahd_buf_byte(out, s.ptr[i]);
        else
            ahd_buf_printf(out, "%%%c%c", hex[c >> 4], hex[c & 15]);
    }
}

bool ahd_html_is_link(ahd_str url)
{
    return ahd_str_starts(url, AHD_STR("https://")) ||
           ahd_str_starts(url, AHD_STR("http://"));
}

static bool add_one(ahd_buf *out, char how, ahd_str s)
{
    switch (how) {
    case 't':
        ahd_html_text(out, s);
        return true;
    case 'a':
        ahd_html_attr(out, s);
        return true;
    case 'u':
        ahd_html_url(out, s);
        return true;
    default:
        return false;
    }
}

void ahd_html_fill(ahd_buf *out, ahd_str shape, const ahd_str *args,
                   size_t count)
{
    size_t used = 0;

    while (shape.len > 0) {
        ahd_buf_add(out, ahd_str_cut(&shape, '$'));
        if (shape.len == 0)
            break;
        if (used == count || !add_one(out, shape.ptr[0], args[used]))
            out->failed = true;
        used++;
        shape = (ahd_str){shape.ptr + 1, shape.len - 1};
    }
    if (used != count)
        out->failed = true;
}
