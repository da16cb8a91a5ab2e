#include "engine/derive.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "charset/convert.h"
#include "html/entity.h"
#include "html/markup.h"
#include "page/json_in.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD, LOOK_AHEAD = 4 };

/* Where the state changes, and the escape that says to what. */
static void find_states(ahd_derive *d)
{
    ahd_str escape = {d->page.ptr, 0};

    for (size_t at = 0; at < d->page.len; at++) {
        ahd_str before = escape;
        ahd_convert_state(d->page, at, &escape);
        if (escape.ptr != before.ptr || escape.len != before.len)
            *ahd_vec_push(d->arena, &d->states) =
                (ahd_derive_state){(uint32_t)at, escape};
    }
}

void ahd_derive_init(ahd_derive *derive, const ahd_page_in *in,
                     const ahd_encoding *encoding, ahd_arena *arena)
{
    *derive = (ahd_derive){.page = in->bytes,
                           .format = in->format,
                           .encoding = encoding,
                           .arena = arena};
    if (encoding->kind == AHD_ENCODING_BYTES)
        ahd_convert_table(encoding, derive->table);
    if (encoding->kind == AHD_ENCODING_STATES)
        find_states(derive);
}

/* ----------------------------------------------------------- by charset */

static uint32_t unit16(const ahd_derive *d, ahd_str s, size_t at)
{
    unsigned char a = (unsigned char)s.ptr[at];
    unsigned char b = (unsigned char)s.ptr[at + 1];

    return d->encoding->kind == AHD_ENCODING_UTF16BE ? (uint32_t)a << 8 | b
                                                     : (uint32_t)b << 8 | a;
}

/* Half of a pair without the other is nothing. */
static uint32_t next16(const ahd_derive *d, ahd_str s, size_t *at)
{
    bool whole = s.len - *at >= 2;
    uint32_t one = whole ? unit16(d, s, *at) : REPLACEMENT;
    uint32_t two = s.len - *at >= 4 ? unit16(d, s, *at + 2) : 0;

    *at += whole ? 2 : 1;
    if (one < 0xD800 || one > 0xDFFF)
        return one;
    if (one > 0xDBFF || two < 0xDC00 || two > 0xDFFF)
        return REPLACEMENT;
    *at += 2;
    return 0x10000 + ((one & 0x3FF) << 10 | (two & 0x3FF));
}

static uint32_t next(const ahd_derive *d, ahd_str s, size_t *at)
{
    if (d->encoding->kind == AHD_ENCODING_BYTES)
        return d->table[(unsigned char)s.ptr[(*at)++]];
    if (d->encoding->kind == AHD_ENCODING_UTF8)
        return ahd_utf8_next(s, at);
    return next16(d, s, at);
}

/* What the first `len` bytes are, the others being there to see where the last
 * of their characters ends. */
static ahd_str convert(const ahd_derive *d, ahd_str bytes, size_t len)
{
    ahd_decoded decoded = {.text = AHD_STR("")};
    size_t text = 0;

    ahd_convert_page(d->encoding, bytes, 0, d->arena, &decoded);
    for (uint32_t i = 0; i < decoded.map.count; i++) {
        const ahd_stretch *s = &decoded.map.items[i];
        if (s->page >= len)
            break;
        size_t part = len - s->page < s->page_len ? len - s->page : s->page_len;
        text += part * s->len / s->page_len;
    }
    return (ahd_str){decoded.text.ptr, text};
}

/* The escape that says what the bytes at `start` mean; "" for none. */
static ahd_str escape_before(const ahd_derive *d, uint32_t start)
{
    uint32_t low = 0, high = d->states.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (d->states.items[middle].at < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? d->states.items[low - 1].escape : AHD_STR("");
}

/* The bytes, after the escape that stands before them. */
static ahd_str convert_many(const ahd_derive *d, ahd_span bytes)
{
    ahd_str own = ahd_str_span(d->page, bytes);
    ahd_str more =
        ahd_str_span(d->page, (ahd_span){bytes.start, own.len + LOOK_AHEAD});
    ahd_str escape = escape_before(d, bytes.start);

    ahd_str first = {own.ptr, 0};

    if (escape.len > 0 && own.len > 0)
        ahd_convert_state(own, 0, &first);
    if (escape.len == 0 || first.len > 0)
        return convert(d, more, own.len);
    char *both = ahd_arena_alloc(d->arena, 1, escape.len + more.len);
    memcpy(both, escape.ptr, escape.len);
    memcpy(both + escape.len, more.ptr, more.len);
    return convert(d, (ahd_str){both, escape.len + more.len},
                   escape.len + own.len);
}

ahd_str ahd_derive_decode(const ahd_derive *derive, ahd_span bytes)
{
    ahd_str s = ahd_str_span(derive->page, bytes);
    size_t len = 0;

    if (derive->encoding->kind > AHD_ENCODING_BYTES)
        return convert_many(derive, bytes);
    char *out = ahd_arena_alloc(derive->arena, 3, s.len + 1);
    for (size_t at = 0; at < s.len;) {
        uint32_t code = next(derive, s, &at);
        len += ahd_utf8_write(code ? code : REPLACEMENT, out + len);
    }
    return (ahd_str){out, len};
}

/* ------------------------------------------------------------- by format */

/* What of HTML text is read at `at`: bytes into `out`, whether they are white
 * space. A no-break space is, if it is written as a reference. */
static size_t read_html(ahd_str s, size_t at, char out[AHD_ENTITY_BYTES],
                        size_t *len, bool *space)
{
    size_t taken = s.ptr[at] == '&' ? ahd_entity_read(s, at, out, len) : 0;

    if (taken == 0) {
        out[0] = s.ptr[at];
        *len = 1;
        *space = ahd_ascii_is_space(out[0]);
        return 1;
    }
    *space = ahd_ascii_is_space(out[0]) ||
             ahd_str_eq((ahd_str){out, *len}, AHD_STR("\xC2\xA0"));
    return taken;
}

static bool is_blank(ahd_str s)
{
    char out[AHD_ENTITY_BYTES];
    size_t len;
    bool space = s.len > 0;

    for (size_t at = 0; at < s.len && space;)
        at += read_html(s, at, out, &len, &space);
    return space;
}

static bool holds_html(ahd_str text, ahd_str s)
{
    char out[AHD_ENTITY_BYTES];
    size_t len = 0;

    if (ahd_str_eq(text, AHD_STR(" ")))
        return is_blank(s);
    return s.len > 0 && s.ptr[0] == '&' &&
           ahd_entity_read(s, 0, out, &len) == s.len &&
           ahd_str_eq(text, (ahd_str){out, len});
}

static bool holds_json(ahd_str text, ahd_str s)
{
    char out[4];
    size_t len = 0;

    return s.len > 1 && s.ptr[0] == '\\' &&
           ahd_json_in_char(s, 0, out, &len) == s.len &&
           ahd_str_eq(text, (ahd_str){out, len});
}

bool ahd_derive_holds(const ahd_derive *derive, ahd_str text, ahd_str decoded)
{
    if (ahd_str_eq(text, decoded))
        return true;
    if (derive->format == AHD_FORMAT_HTML)
        return holds_html(text, decoded);
    return derive->format == AHD_FORMAT_JSONL && holds_json(text, decoded);
}

/* ---------------------------------------------------- a line of the page */

/* What is shown of HTML is written on: each run of white space one space. */
static size_t show(ahd_str s, char *to, size_t len)
{
    char out[AHD_ENTITY_BYTES];
    size_t n;
    bool space;

    for (size_t at = 0; at < s.len;) {
        at += read_html(s, at, out, &n, &space);
        if (space && (len == 0 || to[len - 1] == ' '))
            continue;
        memcpy(to + len, space ? " " : out, space ? 1 : n);
        len += space ? 1 : n;
    }
    return len;
}

bool ahd_derive_shows(const ahd_derive *derive, ahd_str words, ahd_str decoded)
{
    char *shown =
        ahd_arena_alloc(derive->arena, 1, ahd_entity_room(decoded.len) + 1);
    ahd_markup markup;
    ahd_markup_token token;
    size_t len = 0;

    ahd_markup_init(&markup, decoded);
    while (ahd_markup_next(&markup, &token))
        if (token.kind == AHD_MARKUP_TEXT && token.element == AHD_ELEMENT_OTHER)
            len = show(token.text, shown, len);
    return ahd_str_eq(ahd_str_trim((ahd_str){shown, len}), words);
}
