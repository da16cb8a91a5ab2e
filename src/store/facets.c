#include "store/facets.h"

#include <stdlib.h>

static ahd_find_count *place(ahd_facets *facets, ahd_facets_kind *kind,
                             ahd_str value)
{
    const uint32_t *at = ahd_map_find(&kind->places, value);

    if (at)
        return &kind->counts.items[*at - 1];
    if (kind->counts.count == AHD_FACETS_VALUES)
        return NULL;
    value = ahd_arena_str(facets->arena, value);
    ahd_find_count *new = ahd_vec_push(facets->arena, &kind->counts);
    *new = (ahd_find_count){.what = value};
    *ahd_map_put(facets->arena, &kind->places, value) = kind->counts.count;
    return new;
}

void ahd_facets_add(ahd_facets *facets, ahd_facet facet, ahd_str value,
                    int64_t count)
{
    if (value.len == 0)
        return;
    if (value.len > AHD_FACETS_WORD)
        value.len = AHD_FACETS_WORD;
    ahd_find_count *to = place(facets, &facets->by[facet], value);
    if (to)
        to->count += count;
}

static int by_value(const void *a, const void *b)
{
    const ahd_find_count *x = a, *y = b;

    return ahd_str_cmp(x->what, y->what);
}

static int by_count(const void *a, const void *b)
{
    const ahd_find_count *x = a, *y = b;

    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return by_value(a, b);
}

void ahd_facets_finish(ahd_facets *facets, ahd_find_facets *out)
{
    for (int i = 0; i < AHD_FACETS; i++) {
        ahd_facets_kind *kind = &facets->by[i];
        if (kind->counts.count > 0)
            qsort(kind->counts.items, kind->counts.count,
                  sizeof *kind->counts.items,
                  i == AHD_FACET_MONTH ? by_value : by_count);
        out->by[i].items = kind->counts.items;
        out->by[i].count = kind->counts.count;
    }
}
