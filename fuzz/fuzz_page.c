/* The first byte chooses the format; the rest is the page. */
#include "base/utf8.h"
#include "charset/charset.h"
#include "page/page.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const ahd_furniture phrases[] = {
    {{"line", 4}, {"share", 5}},          {{"byline", 6}, {"by", 2}},
    {{"more_from", 9}, {"more from", 9}}, {{"end", 3}, {"leave a", 7}},
    {{"related", 7}, {"read more", 9}},   {{"error", 5}, {"404", 3}},
};

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_map(const ahd_doc *doc)
{
    uint64_t at = 0;

    for (uint32_t i = 0; i < doc->map.count; i++) {
        const ahd_stretch *s = &doc->map.items[i];
        check(s->text >= at && s->len > 0);
        at = (uint64_t)s->text + s->len;
        check(at <= doc->text.len &&
              (uint64_t)s->page + s->page_len <= doc->page.len);
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
                      .furniture_count = sizeof phrases / sizeof *phrases};
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_doc *one = ahd_doc_new(arena), *two = ahd_doc_new(arena);
    ahd_decoded decoded;
    ahd_charset_decode(&in, scratch, &decoded);
    size_t used = ahd_arena_used(scratch);
    ahd_page_read(&in, &decoded, one, scratch);
    ahd_page_read(&in, &decoded, two, scratch);
    check(ahd_utf8_valid(one->text) && ahd_doc_check(one) == NULL);
    check(ahd_str_eq(one->text, two->text) && ahd_arena_used(scratch) == used);
    check_map(one);
    return 0;
}
