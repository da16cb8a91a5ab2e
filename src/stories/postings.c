#include "stories/postings.h"

#include "stories/sorted.h"

/* Hashes are taken a slice of their range at a time, which bounds what sorting
 * them needs. */
enum { SLICE_BITS = 4, SLICES = 1 << SLICE_BITS };

static uint32_t slice_of(uint32_t hash)
{
    return hash >> (32 - SLICE_BITS);
}

static void count_slices(const ahd_hashes *const *lists, uint32_t count,
                         size_t sizes[SLICES])
{
    for (uint32_t d = 0; d < count; d++)
        for (uint32_t i = 0; lists[d] && i < lists[d]->count; i++)
            sizes[slice_of(lists[d]->items[i])]++;
}

/* A list a document, and where each has been read up to. */
typedef struct shelf {
    const ahd_hashes *const *lists;
    uint32_t count, *at;
} shelf;

/* Hash and document of a slice, in order. */
static uint64_t *take_slice(const shelf *s, uint32_t slice, size_t size,
                            ahd_arena *scratch)
{
    uint64_t *items = ahd_new(scratch, uint64_t, size + 1);
    uint64_t *spare = ahd_new(scratch, uint64_t, size + 1);
    size_t taken = 0;

    for (uint32_t d = 0; d < s->count; d++) {
        const ahd_hashes *list = s->lists[d];
        uint32_t *at = &s->at[d];
        for (; list && *at < list->count && slice_of(list->items[*at]) == slice;
             ++*at)
            items[taken++] = (uint64_t)list->items[*at] << 32 | d;
    }
    ahd_sorted_numbers(items, spare, taken);
    return items;
}

static void add_runs(ahd_postings *out, const uint64_t *items, size_t count,
                     ahd_arena *arena)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && items[end] >> 32 == items[i] >> 32;)
            end++;
        if (end - i < 2)
            continue;
        for (size_t k = i; k < end; k++)
            *ahd_vec_push(arena, &out->docs) = (uint32_t)items[k];
        *ahd_vec_push(arena, &out->starts) = out->docs.count;
        *ahd_vec_push(arena, &out->hashes) = (uint32_t)(items[i] >> 32);
    }
}

/* The runs of each document, from the documents of each run. */
static void turn_round(ahd_postings *out, uint32_t count, ahd_arena *arena)
{
    out->first = ahd_new(arena, uint32_t, (size_t)count + 2);
    out->runs = ahd_new(arena, uint32_t, (size_t)out->docs.count + 1);
    for (uint32_t i = 0; i < out->docs.count; i++)
        out->first[out->docs.items[i] + 2]++;
    for (uint32_t d = 0; d < count; d++)
        out->first[d + 2] += out->first[d + 1];
    for (uint32_t r = 0; r + 1 < out->starts.count; r++)
        for (uint32_t i = out->starts.items[r]; i < out->starts.items[r + 1];
             i++)
            out->runs[out->first[out->docs.items[i] + 1]++] = r;
}

void ahd_postings_make(const ahd_hashes *const *lists, uint32_t count,
                       ahd_arena *arena, ahd_arena *scratch, ahd_postings *out)
{
    size_t sizes[SLICES] = {0};
    const shelf all = {lists, count,
                       ahd_new(scratch, uint32_t, (size_t)count + 1)};

    *out = (ahd_postings){0};
    *ahd_vec_push(arena, &out->starts) = 0;
    count_slices(lists, count, sizes);
    for (int s = 0; s < SLICES; s++) {
        ahd_mark mark = ahd_arena_mark(scratch);
        const uint64_t *items =
            take_slice(&all, (uint32_t)s, sizes[s], scratch);
        add_runs(out, items, sizes[s], arena);
        ahd_arena_rewind(scratch, mark);
    }
    turn_round(out, count, arena);
}
