#include "reviews/anchor.h"

/* What each kind of likeness is worth; the steps are further apart than all
 * that tells two of one step apart. */
enum { SAME_PLACE = 3000, SAME_WORDS = 2000, ONE_IN_OTHER = 1000, TYPE = 200 };

bool ahd_anchor_meets(ahd_span a, ahd_span b)
{
    return a.len > 0 && b.len > 0 && a.start < ahd_span_end(b) &&
           b.start < ahd_span_end(a);
}

/* 0..100: what they share, of what either covers. */
static int shared(ahd_span a, ahd_span b)
{
    if (!ahd_anchor_meets(a, b))
        return 0;
    uint32_t start = a.start > b.start ? a.start : b.start;
    uint32_t first = a.start < b.start ? a.start : b.start;
    uint32_t end_a = ahd_span_end(a), end_b = ahd_span_end(b);
    uint32_t end = end_a < end_b ? end_a : end_b;
    uint32_t last = end_a > end_b ? end_a : end_b;

    return (int)((uint64_t)(end - start) * 100 / (last - first));
}

static bool is_part(ahd_str a, ahd_str b)
{
    return a.len > 0 && a.len <= b.len && ahd_str_find(b, a) < b.len;
}

int ahd_anchor_likeness(const ahd_anchor *a, const ahd_anchor *b)
{
    bool type = ahd_str_eq(a->act, b->act);
    int place = shared(a->trigger, b->trigger);

    if (place > 0 && ahd_str_eq(a->words, b->words))
        return (place == 100 ? SAME_PLACE : SAME_WORDS) + place + TYPE * type;
    if (place > 0 &&
        (is_part(a->words, b->words) || is_part(b->words, a->words)))
        return ONE_IN_OTHER + place + TYPE * type;
    if (type && shared(a->sentence, b->sentence) > 0 &&
        ahd_str_eq(a->sentence_words, b->sentence_words))
        return TYPE;
    return 0;
}
