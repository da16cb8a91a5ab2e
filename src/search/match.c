#include "search/match.h"

typedef struct word {
    ahd_span at;
    ahd_str terms;
} word;

typedef AHD_VEC(word) words;

static words cut(ahd_terms *terms, ahd_str text, ahd_arena *arena)
{
    words all = {0};
    ahd_span span;
    ahd_str found;

    for (size_t at = 0; ahd_terms_next(terms, text, &at, &span, &found);)
        *ahd_vec_push(arena, &all) = (word){span, ahd_arena_str(arena, found)};
    return all;
}

static bool stands(const words *all, uint32_t first, const ahd_query_phrase *p)
{
    if (p->words.count > all->count - first)
        return false;
    for (uint32_t i = 0; i < p->words.count; i++)
        if (!ahd_query_word_is(&p->words.items[i], all->items[first + i].terms))
            return false;
    return true;
}

/* The longest phrase of a choice that stands here; its words, or 0. */
static uint32_t longest(const words *all, uint32_t first,
                        const ahd_query_choice *choice)
{
    uint32_t best = 0;

    for (uint32_t i = 0; i < choice->any.count; i++) {
        const ahd_query_phrase *p = &choice->any.items[i];
        if (p->words.count > best && stands(all, first, p))
            best = p->words.count;
    }
    return best;
}

static void take(const words *all, uint32_t i, const ahd_query *query,
                 ahd_arena *arena, ahd_matches *out)
{
    for (uint32_t c = 0; c < query->all.count; c++) {
        const ahd_query_choice *choice = &query->all.items[c];
        uint32_t len = choice->excluded ? 0 : longest(all, i, choice);
        if (len == 0)
            continue;
        uint32_t start = all->items[i].at.start;
        uint32_t end = ahd_span_end(all->items[i + len - 1].at);
        *ahd_vec_push(arena, out) = (ahd_match){{start, end - start}, c};
    }
}

void ahd_match_find(ahd_terms *terms, const ahd_query *query,
                    ahd_match_part part, ahd_arena *arena, ahd_matches *out)
{
    words all = cut(terms, part.text, arena);
    uint32_t before = out->count;

    for (uint32_t i = 0; i < all.count && out->count < AHD_MATCH_MOST; i++)
        take(&all, i, query, arena, out);
    for (uint32_t i = before; i < out->count; i++)
        out->items[i].at.start += part.from;
}
