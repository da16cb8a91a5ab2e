#include "reviews/keyed.h"

/* Two sorted runs, from[start..middle) and from[middle..end), into one. */
static void merge_runs(const ahd_keyed *from, ahd_keyed *to, uint32_t start,
                       uint32_t middle, uint32_t end)
{
    uint32_t left = start, right = middle;

    for (uint32_t i = start; i < end; i++) {
        bool take_left = left < middle &&
                         (right >= end || from[left].key <= from[right].key);
        to[i] = take_left ? from[left++] : from[right++];
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

uint32_t *ahd_keyed_sort(ahd_arena *arena, ahd_keyed *keys, uint32_t count)
{
    uint32_t *out = ahd_new(arena, uint32_t, count + 1);
    ahd_keyed *from = keys, *to = ahd_new(arena, ahd_keyed, count + 1);

    for (uint32_t run = 1; run < count; run *= 2) {
        for (uint32_t i = 0; i < count; i += 2 * run)
            merge_runs(from, to, i, least(i + run, count),
                       least(i + 2 * run, count));
        ahd_keyed *swap = from;
        from = to;
        to = swap;
    }
    for (uint32_t i = 0; i < count; i++)
        out[i] = from[i].index;
    return out;
}
