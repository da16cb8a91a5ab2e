#include "doc/decoded.h"

/* The stretch that holds text offset `at`. */
static const ahd_stretch *stretch_at(const ahd_decoded *decoded, size_t at)
{
    uint32_t low = 0, high = decoded->map.count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (decoded->map.items[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return &decoded->map.items[low];
}

static uint32_t page_of(const ahd_stretch *s, size_t at)
{
    uint64_t into = at - s->text;

    return s->page + (uint32_t)(into * s->page_len / (s->len ? s->len : 1));
}

ahd_span ahd_decoded_page(const ahd_decoded *decoded, size_t start, size_t len)
{
    if (decoded->map.count == 0)
        return (ahd_span){0, 0};
    uint32_t from = page_of(stretch_at(decoded, start), start);
    if (len == 0)
        return (ahd_span){from, 0};
    const ahd_stretch *last = stretch_at(decoded, start + len - 1);
    return (ahd_span){from, page_of(last, start + len) - from};
}
