/* Any bytes, cut into words, to the keys of an index: at least one for what
 * has letters, no two the same, and the same twice. */
#include "morph/keys.h"

#include "lang/word.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA = 64 << 20 };

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void compare(const ahd_keys *once, const ahd_keys *again)
{
    check(ahd_str_eq(once->exact, again->exact));
    check(once->count == again->count && once->count <= AHD_KEYS_STEMS);
    check((once->count == 0) == (once->exact.len == 0));
    for (uint32_t i = 0; i < once->count; i++) {
        check(once->stems[i].len > 0);
        check(ahd_str_eq(once->stems[i], again->stems[i]));
        for (uint32_t j = 0; j < i; j++)
            check(!ahd_str_eq(once->stems[i], once->stems[j]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_arena *arena = ahd_arena_new(ARENA);
    ahd_str text = {(const char *)data, size};
    ahd_keys once, again;
    ahd_word word;
    size_t at = 0;

    while (ahd_word_next(text, &at, &word)) {
        ahd_str one = ahd_str_span(text, word.at);
        ahd_keys_make(ahd_kb_embedded(), one, arena, &once);
        ahd_keys_make(ahd_kb_embedded(), one, arena, &again);
        compare(&once, &again);
        ahd_arena_clear(arena);
    }
    ahd_arena_free(arena);
    return 0;
}
