#include "stories/copied.h"

#include "lang/fold.h"
#include "lang/word.h"
#include "stories/shingle.h"

#include <assert.h>

typedef struct words {
    AHD_VEC(ahd_span) at;
    AHD_VEC(uint64_t) keys;
} words;

static void cut(ahd_str text, ahd_arena *arena, words *out)
{
    ahd_word word;

    for (size_t at = 0; ahd_word_next(text, &at, &word);) {
        if (word.kind == AHD_WORD_PUNCT)
            continue;
        ahd_str folded = ahd_fold(arena, ahd_str_span(text, word.at));
        *ahd_vec_push(arena, &out->at) = word.at;
        *ahd_vec_push(arena, &out->keys) = ahd_shingle_word(folded);
    }
}

/* The key of the words that a piece has at least, from `first` on. */
static uint64_t start_of(const words *w, uint32_t first)
{
    return ahd_shingle_row(w->keys.items + first) * 31 +
           ahd_shingle_row(w->keys.items + first + AHD_SHINGLE_WORDS);
}

/* Where in a text pieces start: a table by their key, of words from 1. The
 * first of several stays. */
typedef struct starts {
    uint32_t *slots;
    uint32_t mask;
} starts;

static bool is_same(const words *a, uint32_t i, const words *b, uint32_t k)
{
    return memcmp(a->keys.items + i, b->keys.items + k,
                  AHD_COPIED_WORDS * sizeof *a->keys.items) == 0;
}

/* The slot of what starts there: free, or of the same words. */
static uint32_t *slot_of(const starts *s, const words *in, const words *of,
                         uint32_t first)
{
    uint32_t at = (uint32_t)(start_of(of, first) >> 16) & s->mask;

    while (s->slots[at] != 0 && !is_same(in, s->slots[at] - 1, of, first))
        at = (at + 1) & s->mask;
    return &s->slots[at];
}

static void lay(const words *in, ahd_arena *arena, starts *s)
{
    uint32_t size = 64;

    while (size < 2 * in->keys.count)
        size *= 2;
    s->mask = size - 1;
    s->slots = ahd_new(arena, uint32_t, size);
    for (uint32_t i = 0; i + AHD_COPIED_WORDS <= in->keys.count; i++) {
        uint32_t *slot = slot_of(s, in, in, i);
        if (*slot == 0)
            *slot = i + 1;
    }
}

static ahd_span between(const words *w, uint32_t first, uint32_t count)
{
    assert(first < w->at.count && count <= w->at.count - first);
    uint32_t start = w->at.items[first].start;

    return (ahd_span){start,
                      ahd_span_end(w->at.items[first + count - 1]) - start};
}

void ahd_copied_find(ahd_str one, ahd_str other, ahd_arena *arena,
                     ahd_copies *out)
{
    words a = {0}, b = {0};
    starts s;

    cut(one, arena, &a);
    cut(other, arena, &b);
    lay(&b, arena, &s);
    for (uint32_t i = 0, len; i + AHD_COPIED_WORDS <= a.keys.count; i += len) {
        uint32_t k = *slot_of(&s, &b, &a, i);
        len = 1;
        if (k-- == 0)
            continue;
        for (len = AHD_COPIED_WORDS;
             i + len < a.keys.count && k + len < b.keys.count &&
             a.keys.items[i + len] == b.keys.items[k + len];)
            len++;
        *ahd_vec_push(arena, out) =
            (ahd_copied){{between(&a, i, len), between(&b, k, len)}, len};
    }
}
