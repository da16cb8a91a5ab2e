#include "stories/sorted.h"

enum { RADIX = 256, BITS = 8 };

static void pass(const uint64_t *from, uint64_t *to, size_t count, int shift)
{
    size_t starts[RADIX] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        starts[from[i] >> shift & (RADIX - 1)]++;
    for (int i = 0; i < RADIX; i++) {
        size_t here = starts[i];
        starts[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[from[i] >> shift & (RADIX - 1)]++] = from[i];
}

void ahd_sorted_numbers(uint64_t *items, uint64_t *spare, size_t count)
{
    for (int shift = 0; shift < 64; shift += 2 * BITS) {
        pass(items, spare, count, shift);
        pass(spare, items, count, shift + BITS);
    }
}

/* A heap: few numbers, and no place but their own. */
static void sink(uint32_t *items, uint32_t at, uint32_t count)
{
    for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && items[child] < items[child + 1])
            child++;
        if (items[at] >= items[child])
            return;
        uint32_t kept = items[at];
        items[at] = items[child];
        items[child] = kept;
    }
}

uint32_t ahd_sorted_unique(uint32_t *items, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = count / 2; i-- > 0;)
        sink(items, i, count);
    for (uint32_t i = count; i-- > 1;) {
        uint32_t top = items[0];
        items[0] = items[i];
        items[i] = top;
        sink(items, 0, i);
    }
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || items[i] != items[kept - 1])
            items[kept++] = items[i];
    return kept;
}

struct ranking {
    ahd_sorted_before *before;
    const void *context;
};

/* Runs [at, middle) and [middle, end) of `from` become one of `to`. */
static void merge(const struct ranking *r, const uint32_t *from, uint32_t *to,
                  const uint32_t bounds[3])
{
    uint32_t a = bounds[0], b = bounds[1];

    for (uint32_t i = bounds[0]; i < bounds[2]; i++) {
        bool second =
            a == bounds[1] ||
            (b < bounds[2] && r->before(r->context, from[b], from[a]));
        to[i] = second ? from[b++] : from[a++];
    }
}

static uint32_t least(uint64_t a, uint32_t b)
{
    return a < b ? (uint32_t)a : b;
}

uint32_t *ahd_sorted_ranks(ahd_arena *arena, uint32_t count,
                           ahd_sorted_before *before, const void *context)
{
    const struct ranking r = {before, context};
    uint32_t *from = ahd_new(arena, uint32_t, (size_t)count + 1);
    uint32_t *to = ahd_new(arena, uint32_t, (size_t)count + 1);

    for (uint32_t i = 0; i < count; i++)
        from[i] = i;
    for (uint64_t width = 1; width < count; width *= 2) {
        for (uint64_t at = 0; at < count; at += 2 * width) {
            const uint32_t bounds[] = {(uint32_t)at, least(at + width, count),
                                       least(at + 2 * width, count)};
            merge(&r, from, to, bounds);
        }
        uint32_t *kept = from;
        from = to;
        to = kept;
    }
    return from;
}
