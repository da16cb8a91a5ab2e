#include "convert.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <unicode/ucnv.h>

enum { REPLACEMENT = 0xFFFD };

#define NOTHING                                                                \
    UINT32_MAX /* bytes that are no character: an escape at the end */

/* ---------------------------------------------------- one character a time */

/* Where decoding is. `icu` is open for charsets of several bytes only. */
typedef struct cursor {
    ahd_str page;
    size_t at;
    ahd_encoding_kind kind;
    const uint32_t *table;
    UConverter *icu;
    ahd_str escape; /* that says what bytes mean here; "" for none */
} cursor;

static uint32_t unit16(const cursor *c, size_t at)
{
    unsigned char a = (unsigned char)c->page.ptr[at];
    unsigned char b = (unsigned char)c->page.ptr[at + 1];

    return c->kind == AHD_ENCODING_UTF16BE ? (uint32_t)a << 8 | b
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

void ahd_convert_state(ahd_str page, size_t at, ahd_str *escape)
{
    static const char *const escapes[] = {"\x1B(B", "\x1B(J", "\x1B(I",
                                          "\x1B$@", "\x1B$B"};
    ahd_str rest = {page.ptr + at, page.len - at};
    bool roman = ahd_str_eq(*escape, ahd_str_from(escapes[1]));

    if ((rest.ptr[0] == '\n' || rest.ptr[0] == '\r') && !roman)
        escape->len = 0;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (ahd_str_starts(rest, ahd_str_from(escapes[i])))
            *escape = (ahd_str){rest.ptr, 3};
}

/* The bytes from `from` on were read. */
static void note_state(cursor *c, size_t from)
{
    ahd_str page = {c->page.ptr, c->at};

    for (size_t at = from; c->kind == AHD_ENCODING_STATES && at < c->at; at++)
        ahd_convert_state(page, at, &c->escape);
}

/* What is no character says nothing of the ones after it: they mean what the
 * last escape said, as the standard has it, which ICU forgets. A character
 * follows the escape, for one that says nothing is a mistake to it. */
static void resume(const cursor *c)
{
    char said[] = "\x1B$B!!";
    const char *from = said;
    UErrorCode error = U_ZERO_ERROR;
    UChar out[4], *to = out;

    ucnv_resetToUnicode(c->icu);
    if (c->escape.len == 0)
        return;
    memcpy(said, c->escape.ptr, c->escape.len);
    ucnv_toUnicode(c->icu, &to, out + 4, &from, from + sizeof said - 1, NULL,
                   false, &error);
}

/* ICU knows where a character ends, and stops at what is none. */
static uint32_t next_many(cursor *c)
{
    const char *from = c->page.ptr + c->at, *to = from;
    size_t before = c->at;
    UErrorCode error = U_ZERO_ERROR;
    UChar32 code =
        ucnv_getNextUChar(c->icu, &to, c->page.ptr + c->page.len, &error);

    c->at = (size_t)(to - c->page.ptr);
    note_state(c, before);
    if (U_SUCCESS(error))
        return (uint32_t)code;
    resume(c);
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) {
        c->at = c->page.len;
        return NOTHING;
    }
    c->at += to == from;
    return REPLACEMENT;
}

static uint32_t next_any(cursor *c)
{
    unsigned char byte = (unsigned char)c->page.ptr[c->at];

    if (c->kind == AHD_ENCODING_UTF8)
        return ahd_utf8_next(c->page, &c->at);
    if (c->kind == AHD_ENCODING_UTF16LE || c->kind == AHD_ENCODING_UTF16BE)
        return next16(c);
    if (c->kind == AHD_ENCODING_STATES ||
        (c->kind == AHD_ENCODING_MANY && byte >= 0x80))
        return next_many(c);
    c->at++;
    return c->kind == AHD_ENCODING_BYTES ? c->table[byte] : byte;
}

static uint32_t next_char(cursor *c)
{
    uint32_t code = next_any(c);

    return code == 0 ? REPLACEMENT : code;
}

static UConverter *open_icu(const ahd_encoding *encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *icu = ucnv_open(encoding->converter, &error);

    if (U_SUCCESS(error))
        ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
                            &error);
    return U_SUCCESS(error) ? icu : NULL;
}

void ahd_convert_table(const ahd_encoding *encoding, uint32_t table[256])
{
    UConverter *icu = open_icu(encoding);
    char byte = 0;
    cursor c = {.page = {&byte, 1}, .icu = icu};

    for (unsigned i = 0; i < 256; i++) {
        byte = (char)i;
        c.at = 0;
        table[i] = i < 0x80 ? i : icu ? next_many(&c) : REPLACEMENT;
    }
    ucnv_close(icu);
}

/* Without a converter, which is without memory, the page is read as UTF-8. */
static cursor begin(const ahd_encoding *encoding, ahd_str page, size_t at,
                    const uint32_t *table)
{
    cursor c = {page, at, encoding->kind, table, NULL, {"", 0}};

    if (c.kind == AHD_ENCODING_MANY || c.kind == AHD_ENCODING_STATES)
        c.icu = open_icu(encoding);
    if (c.icu == NULL && c.kind > AHD_ENCODING_BYTES)
        c.kind = AHD_ENCODING_UTF8;
    return c;
}

ahd_convert_doubt ahd_convert_try(const ahd_encoding *encoding, ahd_str page)
{
    ahd_convert_doubt doubt = {0, 0};
    cursor c = begin(encoding, page, 0, NULL);

    while (c.at < page.len) {
        uint32_t code = next_char(&c);
        doubt.high += code >= 0x80 && code != NOTHING;
        doubt.broken += code == REPLACEMENT;
    }
    ucnv_close(c.icu);
    return doubt;
}

/* ---------------------------------------------------------------- the map */

/* Counts, and writes where there is room: `text` is NULL while counting. */
typedef struct sink {
    char *text;
    ahd_stretch *map;
    size_t len;
    uint32_t count;
    ahd_stretch last, one; /* the stretch, and the last character of it */
} sink;

/* Add one character: one.len bytes of text from one.page_len bytes of the page.
 * It joins the last stretch when its widths are those of the one before. */
static void map_char(sink *s, ahd_stretch one)
{
    bool plain = one.len == one.page_len && s->one.len == s->one.page_len;
    bool alike = one.len == s->one.len && one.page_len == s->one.page_len;
    bool joins = s->count > 0 && (plain || alike);

    s->one = one;
    if (joins) {
        s->last.len += one.len;
        s->last.page_len += one.page_len;
    } else {
        s->last = one;
        s->count++;
    }
    if (s->map != NULL)
        s->map[s->count - 1] = s->last;
}

/* Valid UTF-8 without NULs, as it is. */
static void put_run(sink *s, const cursor *c, size_t len)
{
    if (len == 0)
        return;
    if (s->text != NULL)
        memcpy(s->text + s->len, c->page.ptr + c->at, len);
    map_char(s, (ahd_stretch){(uint32_t)s->len, (uint32_t)len, (uint32_t)c->at,
                              (uint32_t)len});
    s->len += len;
}

/* Bytes from c->at on that are characters of UTF-8 and no NUL. */
static size_t clean_run(const cursor *c, size_t *broken)
{
    size_t left = c->page.len - c->at;

    if (*broken < c->at || c->at == 0)
        *broken = ahd_utf8_broken(c->page, c->at);
    const char *nul =
        left ? memchr(c->page.ptr + c->at, 0, *broken - c->at) : NULL;
    return nul ? (size_t)(nul - c->page.ptr) - c->at : *broken - c->at;
}

static void put_char(sink *s, cursor *c)
{
    char bytes[4];
    size_t from = c->at;
    uint32_t code = next_char(c);
    size_t len = code == NOTHING ? 0 : ahd_utf8_write(code, bytes);

    if (s->text != NULL)
        memcpy(s->text + s->len, bytes, len);
    map_char(s, (ahd_stretch){(uint32_t)s->len, (uint32_t)len, (uint32_t)from,
                              (uint32_t)(c->at - from)});
    s->len += len;
}

static void run(sink *s, cursor c)
{
    size_t broken = 0;

    while (c.at < c.page.len) {
        if (c.kind == AHD_ENCODING_UTF8) {
            size_t len = clean_run(&c, &broken);
            put_run(s, &c, len);
            c.at += len;
            if (c.at == c.page.len)
                break;
        }
        put_char(s, &c);
    }
    ucnv_close(c.icu);
}

void ahd_convert_page(const ahd_encoding *encoding, ahd_str page, size_t at,
                      ahd_arena *arena, ahd_decoded *out)
{
    uint32_t table[256];
    sink s = {0};

    if (encoding->kind == AHD_ENCODING_BYTES)
        ahd_convert_table(encoding, table);
    run(&s, begin(encoding, page, at, table));
    s = (sink){.text = ahd_arena_alloc(arena, 1, s.len + 1),
               .map = ahd_new(arena, ahd_stretch, s.count + 1)};
    run(&s, begin(encoding, page, at, table));
    out->text = (ahd_str){s.text, s.len};
    out->map.items = s.map;
    out->map.count = s.count;
}
