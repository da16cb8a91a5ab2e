#include "charset.h"

#include "base/utf8.h"
#include "codepage.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD, META_BYTES = 4096 };

/* Labels as in the Encoding Standard, the ones that news pages carry. */
static const struct {
    const char *label;
    ahd_charset charset;
} labels[] = {
    {"windows-1256", AHD_CHARSET_WINDOWS_1256},
    {"cp1256", AHD_CHARSET_WINDOWS_1256},
    {"x-cp1256", AHD_CHARSET_WINDOWS_1256},
    {"iso-8859-6", AHD_CHARSET_ISO_8859_6},
    {"iso8859-6", AHD_CHARSET_ISO_8859_6},
    {"arabic", AHD_CHARSET_ISO_8859_6},
    {"asmo-708", AHD_CHARSET_ISO_8859_6},
    {"ecma-114", AHD_CHARSET_ISO_8859_6},
    {"windows-1252", AHD_CHARSET_WINDOWS_1252},
    {"iso-8859-1", AHD_CHARSET_WINDOWS_1252},
    {"iso-8859-15", AHD_CHARSET_WINDOWS_1252},
    {"latin1", AHD_CHARSET_WINDOWS_1252},
    {"us-ascii", AHD_CHARSET_WINDOWS_1252},
};

/* -------------------------------------------------------------- choosing */

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same_small(const char *text, size_t len, const char *want)
{
    size_t n = strlen(want);

    if (n > len)
        return false;
    for (size_t i = 0; i < n; i++)
        if (small(text[i]) != want[i])
            return false;
    return true;
}

/* The label that follows the first "charset=" of the head of the page. */
static ahd_str declared(ahd_str page)
{
    size_t end = page.len < META_BYTES ? page.len : META_BYTES;

    for (size_t i = 0; i + 8 < end; i++) {
        if (!same_small(page.ptr + i, end - i, "charset="))
            continue;
        size_t at = i + 8;
        while (at < end && (page.ptr[at] == '"' || page.ptr[at] == '\'' ||
                            page.ptr[at] == ' '))
            at++;
        return (ahd_str){page.ptr + at, end - at};
    }
    return AHD_STR("");
}

static bool by_label(ahd_str page, ahd_charset *charset)
{
    ahd_str label = declared(page);

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (same_small(label.ptr, label.len, labels[i].label)) {
            *charset = labels[i].charset;
            return true;
        }
    return false;
}

/* Bytes of a page by what they would be. */
typedef struct census {
    size_t sequences, broken;  /* as UTF-8, beyond ASCII */
    size_t high, latin;        /* bytes above 0x7F; ASCII letters */
    size_t of_1256, of_8859_6; /* letters that only one of the two has */
} census;

/* In windows-1256 the frequent ي ق ف ك stand where ISO-8859-6 has nothing; and
 * its و ى ي stand where windows-1256 has French letters. */
static void count_byte(census *c, unsigned char byte)
{
    c->high += byte > 0x7F;
    c->latin += small((char)byte) >= 'a' && small((char)byte) <= 'z';
    c->of_1256 +=
        (byte >= 0xDB && byte <= 0xDF) || byte == 0xEC || byte == 0xED;
    c->of_8859_6 += byte >= 0xE7 && byte <= 0xEA;
}

static census count(ahd_str page)
{
    census c = {0};

    for (size_t i = 0; i < page.len; i++)
        count_byte(&c, (unsigned char)page.ptr[i]);
    for (size_t at = 0, from = 0; at < page.len; from = at) {
        bool ascii = (unsigned char)page.ptr[at] < 0x80;
        ahd_utf8_next(page, &at);
        c.sequences += !ascii && at - from > 1;
        c.broken += !ascii && at - from == 1;
    }
    return c;
}

static ahd_charset guess(ahd_str page)
{
    census c = count(page);

    if (c.sequences >= 4 * c.broken)
        return AHD_CHARSET_UTF8;
    if (c.high * 8 < c.latin) /* a few accents among Latin letters */
        return AHD_CHARSET_WINDOWS_1252;
    return c.of_1256 >= c.of_8859_6 ? AHD_CHARSET_WINDOWS_1256
                                    : AHD_CHARSET_ISO_8859_6;
}

/* Is it UTF-8 without NULs? Most of a page is ASCII: eight bytes at a time. */
static bool is_clean(ahd_str page)
{
    uint64_t eight;

    for (size_t at = 0, from = 0; at < page.len; from = at) {
        if (page.len - at >= 8) {
            memcpy(&eight, page.ptr + at, 8);
            if ((eight & 0x8080808080808080u) == 0) {
                at += 8;
                continue;
            }
        }
        bool ascii = (unsigned char)page.ptr[at] < 0x80;
        ahd_utf8_next(page, &at);
        if (!ascii && at - from == 1)
            return false;
    }
    return page.len == 0 || memchr(page.ptr, 0, page.len) == NULL;
}

static ahd_charset choose(ahd_str page, bool html, bool clean)
{
    ahd_charset charset;

    if (ahd_str_starts(page, AHD_STR("\xEF\xBB\xBF")))
        return AHD_CHARSET_UTF8;
    if (ahd_str_starts(page, AHD_STR("\xFF\xFE")))
        return AHD_CHARSET_UTF16LE;
    if (ahd_str_starts(page, AHD_STR("\xFE\xFF")))
        return AHD_CHARSET_UTF16BE;
    if (clean)
        return AHD_CHARSET_UTF8;
    if (html && by_label(page, &charset))
        return charset;
    return guess(page);
}

/* -------------------------------------------------------------- decoding */

/* Where decoding is: bytes of the page read, bytes of the text written. */
typedef struct cursor {
    ahd_str page;
    ahd_charset charset;
    size_t at;
} cursor;

static uint32_t unit16(const cursor *c, size_t at)
{
    unsigned char a = (unsigned char)c->page.ptr[at];
    unsigned char b = (unsigned char)c->page.ptr[at + 1];

    return c->charset == AHD_CHARSET_UTF16BE ? (uint32_t)a << 8 | b
                                             : (uint32_t)b << 8 | a;
}

static uint32_t next16(cursor *c)
{
    if (c->page.len - c->at < 2) {
        c->at = c->page.len;
        return REPLACEMENT;
    }
    uint32_t first = unit16(c, c->at);
    c->at += 2;
    if (first < 0xD800 || first > 0xDFFF)
        return first;
    if (first > 0xDBFF || c->page.len - c->at < 2)
        return REPLACEMENT;
    uint32_t second = unit16(c, c->at);
    if (second < 0xDC00 || second > 0xDFFF)
        return REPLACEMENT;
    c->at += 2;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

static uint32_t next_char(cursor *c)
{
    if (c->charset == AHD_CHARSET_UTF8)
        return ahd_utf8_next(c->page, &c->at);
    if (c->charset == AHD_CHARSET_UTF16LE || c->charset == AHD_CHARSET_UTF16BE)
        return next16(c);
    unsigned char byte = (unsigned char)c->page.ptr[c->at++];
    return byte < 0x80 ? byte : ahd_codepage_char(c->charset, byte);
}

static uint32_t next_clean(cursor *c)
{
    uint32_t code = next_char(c);

    return code == 0 ? REPLACEMENT : code;
}

static size_t bom_bytes(ahd_str page, ahd_charset charset)
{
    if (charset == AHD_CHARSET_UTF16LE || charset == AHD_CHARSET_UTF16BE)
        return 2;
    return ahd_str_starts(page, AHD_STR("\xEF\xBB\xBF")) ? 3 : 0;
}

/* Add one character: `len` bytes of text from `page_len` bytes of the page. It
 * joins the last stretch when its widths are those of the character before. */
static void map_char(ahd_decoded *out, ahd_arena *arena, ahd_stretch one,
                     ahd_stretch *last)
{
    bool plain = one.len == one.page_len && last->len == last->page_len;
    bool alike = one.len == last->len && one.page_len == last->page_len;
    bool same = out->map.count > 0 && (plain || alike);

    *last = one;
    if (!same) {
        *ahd_vec_push(arena, &out->map) = one;
        return;
    }
    ahd_stretch *s = &out->map.items[out->map.count - 1];
    s->len += one.len;
    s->page_len += one.page_len;
}

static void convert(cursor c, ahd_arena *arena, ahd_decoded *out)
{
    size_t start = c.at, len = 0;
    char bytes[4];
    ahd_stretch last = {0};

    while (c.at < c.page.len)
        len += ahd_utf8_write(next_clean(&c), bytes);
    char *text = ahd_arena_alloc(arena, 1, len + 1);
    c.at = start;
    for (size_t to = 0; c.at < c.page.len;) {
        size_t from = c.at;
        size_t n = ahd_utf8_write(next_clean(&c), bytes);
        memcpy(text + to, bytes, n);
        ahd_stretch one = {(uint32_t)to, (uint32_t)n, (uint32_t)from,
                           (uint32_t)(c.at - from)};
        map_char(out, arena, one, &last);
        to += n;
    }
    out->text = (ahd_str){text, len};
}

void ahd_charset_decode(ahd_str page, bool html, ahd_arena *arena,
                        ahd_decoded *out)
{
    bool clean = is_clean(page);
    *out = (ahd_decoded){.charset = choose(page, html, clean)};
    size_t bom = bom_bytes(page, out->charset);
    ahd_str rest = {page.ptr + bom, page.len - bom};

    if (!clean) {
        convert((cursor){page, out->charset, bom}, arena, out);
        return;
    }
    out->text = rest;
    *ahd_vec_push(arena, &out->map) =
        (ahd_stretch){0, (uint32_t)rest.len, (uint32_t)bom, (uint32_t)rest.len};
}

/* The stretch that holds text offset `at`. */
static const ahd_stretch *stretch_at(const ahd_decoded *decoded, size_t at)
{
    uint32_t low = 0, high = decoded->map.count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (decoded->map.items[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return &decoded->map.items[low];
}

static uint32_t page_of(const ahd_stretch *s, size_t at)
{
    uint64_t into = at - s->text;

    return s->page + (uint32_t)(into * s->page_len / (s->len ? s->len : 1));
}

ahd_span ahd_charset_page(const ahd_decoded *decoded, size_t start, size_t len)
{
    if (decoded->map.count == 0)
        return (ahd_span){0, 0};
    uint32_t from = page_of(stretch_at(decoded, start), start);
    if (len == 0)
        return (ahd_span){from, 0};
    const ahd_stretch *last = stretch_at(decoded, start + len - 1);
    return (ahd_span){from, page_of(last, start + len) - from};
}
