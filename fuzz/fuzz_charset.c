/* The first byte chooses the format and a header; the rest is the page. */
#include "base/utf8.h"
#include "charset/charset.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const headers[] = {
    "",
    "utf-8",
    "windows-1256",
    "iso-8859-6",
    "shift_jis",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "iso-2022-jp",
    "euc-kr",
    "koi8-u",
    "latin1",
    "utf-16le",
    "x",
    "windows-874",
};

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* The stretches are the text and the page, each from end to end. */
static void check_map(const ahd_decoded *decoded, size_t size)
{
    uint64_t text = 0, page = 0;

    for (uint32_t i = 0; i < decoded->map.count; i++) {
        const ahd_stretch *s = &decoded->map.items[i];
        check(s->text == text && (i == 0 || s->page == page));
        text = (uint64_t)s->text + s->len;
        page = (uint64_t)s->page + s->page_len;
    }
    check(text == decoded->text.len && page <= size);
    check(decoded->map.count == 0 || page == size);
}

/* Every character is some bytes of the page, after those before it. */
static void check_places(const ahd_decoded *decoded, size_t size)
{
    size_t end = 0;

    for (size_t at = 0; at < decoded->text.len;) {
        size_t from = at;
        ahd_utf8_next(decoded->text, &at);
        ahd_span span = ahd_decoded_page(decoded, from, at - from);
        check(span.start >= end && ahd_span_end(span) <= size);
        end = ahd_span_end(span);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena;
    ahd_decoded decoded;

    if (size == 0)
        return 0;
    if (arena == NULL)
        arena = ahd_arena_new((size_t)256 << 20);
    ahd_arena_clear(arena);
    ahd_page_in in = {.bytes = {(const char *)data + 1, size - 1},
                      .format =
                          data[0] & 16 ? AHD_FORMAT_TEXT : AHD_FORMAT_HTML,
                      .charset = ahd_str_from(headers[data[0] % 16])};
    ahd_charset_decode(&in, arena, &decoded);
    check(ahd_utf8_valid(decoded.text));
    check(decoded.text.len == 0 ||
          memchr(decoded.text.ptr, 0, decoded.text.len) == NULL);
    check_map(&decoded, size - 1);
    check_places(&decoded, size - 1);
    return 0;
}
