/* The first byte chooses the format; the rest is the page. */
#include "base/utf8.h"
#include "charset/charset.h"
#include "engine/derive.h"
#include "page/page.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const ahd_furniture phrases[] = {
    {{"line", 4}, {"share", 5}, 0},          {{"byline", 6}, {"by", 2}, 0},
    {{"more_from", 9}, {"more from", 9}, 0}, {{"end", 3}, {"leave a", 7}, 0},
    {{"related", 7}, {"read more", 9}, 0},   {{"error", 5}, {"404", 3}, 0},
};

/* In order of form. */
static const ahd_credit_word words[] = {
    {{"by", 2}, {"by", 2}, 0},
    {{"link", 4}, {"de", 2}, 0},
    {{"month", 5}, {"mars", 4}, 3},
    {{"never", 5}, {"since", 5}, 0},
    {{"nobody", 6}, {"share", 5}, 0},
    {{"updated", 7}, {"updated", 7}, 0},
    {{"month", 5}, {"تشرين الثاني", 23}, 11},
    {{"hijri", 5}, {"رجب", 6}, 7},
};

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* What is printed is UTF-8, whatever was read. */
static void check_words(const ahd_doc *doc)
{
    check(ahd_utf8_valid(doc->text) && ahd_utf8_valid(doc->byline) &&
          ahd_utf8_valid(doc->outlet) && ahd_utf8_valid(doc->url) &&
          ahd_utf8_valid(doc->section) && ahd_utf8_valid(doc->language) &&
          ahd_utf8_valid(doc->dated_because));
    for (uint32_t i = 0; i < doc->tags.count; i++)
        check(ahd_utf8_valid(doc->tags.items[i]));
    for (uint32_t i = 0; i < doc->reasons.count; i++)
        check(ahd_utf8_valid(doc->reasons.items[i].value));
}

/* Every byte of the text but newlines is in one stretch, and follows from the
 * bytes of the page alone. */
static void check_map(const ahd_doc *doc, const ahd_derive *derive)
{
    size_t at = 0;

    for (uint32_t i = 0; i <= doc->map.count; i++) {
        bool end = i == doc->map.count;
        ahd_stretch s = {.text = (uint32_t)doc->text.len};
        if (!end)
            s = doc->map.items[i];
        check(s.text >= at && (end || s.len > 0));
        for (; at < s.text; at++)
            check(doc->text.ptr[at] == '\n');
        at += s.len;
        check(at <= doc->text.len &&
              (uint64_t)s.page + s.page_len <= doc->page.len);
        ahd_mark mark = ahd_arena_mark(derive->arena);
        ahd_str page =
            ahd_derive_decode(derive, (ahd_span){s.page, s.page_len});
        ahd_span text = {s.text, s.len};
        check(end ||
              ahd_derive_holds(derive, ahd_str_span(doc->text, text), page));
        ahd_arena_rewind(derive->arena, mark);
    }
}

static void check_captions(const ahd_doc *doc, const ahd_derive *derive)
{
    for (uint32_t i = 0; i < doc->captions.count; i++) {
        const ahd_caption *c = &doc->captions.items[i];
        check(ahd_utf8_valid(c->text));
        check(ahd_derive_shows(derive, c->text,
                               ahd_derive_decode(derive, c->page)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;

    if (size == 0)
        return 0;
    if (arena == NULL) {
        arena = ahd_arena_new((size_t)64 << 20);
        scratch = ahd_arena_new((size_t)256 << 20);
    }
    ahd_page_in in = {.bytes = {(const char *)data + 1, size - 1},
                      .format = (ahd_format)(data[0] % 3),
                      .path = {"fuzz", 4},
                      .line = 1,
                      .furniture = phrases,
                      .furniture_count = sizeof phrases / sizeof *phrases,
                      .credit_words = words,
                      .credit_word_count = sizeof words / sizeof *words};
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_doc *one = ahd_doc_new(arena), *two = ahd_doc_new(arena);
    ahd_decoded decoded;
    ahd_charset_decode(&in, scratch, &decoded);
    size_t used = ahd_arena_used(scratch);
    ahd_page_read(&in, &decoded, one, scratch);
    ahd_page_read(&in, &decoded, two, scratch);
    check(ahd_doc_check(one) == NULL);
    check_words(one);
    check(ahd_str_eq(one->text, two->text) && ahd_arena_used(scratch) == used);
    ahd_derive derive;
    ahd_derive_init(&derive, &in, ahd_encoding_find(decoded.charset), scratch);
    check_map(one, &derive);
    check_captions(one, &derive);
    return 0;
}
