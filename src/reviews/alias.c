#include "reviews/alias.h"

#include "reviews/label.h"

/* Ids are numbered as they come; each leads to one of its kind, or to itself.
 */
typedef struct work {
    ahd_arena *arena;
    ahd_map numbers; /* of "actor one", from 1 */
    AHD_VEC(ahd_alias) ids;
    AHD_VEC(uint32_t) leads;
} work;

static ahd_str key_of(ahd_arena *arena, ahd_str what, ahd_str id)
{
    char *out = ahd_arena_alloc(arena, 1, what.len + id.len + 2);

    memcpy(out, what.ptr, what.len);
    out[what.len] = ' ';
    memcpy(out + what.len + 1, id.ptr, id.len);
    return (ahd_str){out, what.len + 1 + id.len};
}

static uint32_t number_of(work *w, ahd_str what, ahd_str id)
{
    uint32_t *n =
        ahd_map_put(w->arena, &w->numbers, key_of(w->arena, what, id));

    if (*n == 0) {
        *ahd_vec_push(w->arena, &w->ids) = (ahd_alias){what, id, id};
        *ahd_vec_push(w->arena, &w->leads) = w->ids.count - 1;
        *n = w->ids.count;
    }
    return *n - 1;
}

/* The end of the way, which becomes shorter for the next. */
static uint32_t end_of(work *w, uint32_t i)
{
    while (w->leads.items[i] != i) {
        w->leads.items[i] = w->leads.items[w->leads.items[i]];
        i = w->leads.items[i];
    }
    return i;
}

static bool is_of_page(ahd_str id)
{
    return ahd_str_starts(id, AHD_STR("~")) ||
           ahd_str_starts(id, AHD_STR("found:"));
}

static void join(work *w, uint32_t a, uint32_t b)
{
    a = end_of(w, a);
    b = end_of(w, b);
    bool pa = is_of_page(w->ids.items[a].id),
         pb = is_of_page(w->ids.items[b].id);
    bool first = pa == pb ? a < b : pb;

    w->leads.items[first ? b : a] = first ? a : b;
}

/* "actor a b", the lesser id first: the same whoever was named first. */
static ahd_str pair_of(ahd_arena *arena, const ahd_joined *j)
{
    bool first = ahd_str_cmp(j->one, j->other) < 0;
    ahd_str one = first ? j->one : j->other, other = first ? j->other : j->one;

    return key_of(arena, key_of(arena, j->what, one), other);
}

ahd_aliases ahd_alias_make(const ahd_joined *joined, uint32_t count,
                           ahd_arena *arena)
{
    work w = {.arena = arena};
    ahd_map newest = {0};
    ahd_aliases out = {0};

    for (uint32_t i = 0; i < count; i++)
        *ahd_map_put(arena, &newest, pair_of(arena, &joined[i])) = i;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_joined *j = &joined[i];
        uint32_t a = number_of(&w, j->what, j->one);
        uint32_t b = number_of(&w, j->what, j->other);
        if (j->joins && *ahd_map_find(&newest, pair_of(arena, j)) == i)
            join(&w, a, b);
    }
    for (uint32_t i = 0; i < w.ids.count; i++) {
        uint32_t end = end_of(&w, i);
        if (end != i)
            *ahd_vec_push(arena, &out) = (ahd_alias){
                w.ids.items[i].what, w.ids.items[i].id, w.ids.items[end].id};
    }
    return out;
}

/* ------------------------------------------------------------------ values */

ahd_map ahd_alias_index(const ahd_aliases *aliases, ahd_arena *arena)
{
    ahd_map out = {0};

    for (uint32_t i = aliases->count; i-- > 0;)
        *ahd_map_put(arena, &out, aliases->items[i].id) = i;
    return out;
}

/* The same id may be of an actor and of an agreement: the next is that. */
static ahd_str told_as(const ahd_aliases *all, const ahd_map *index,
                       ahd_str what, ahd_str id)
{
    const uint32_t *at = ahd_map_find(index, id);

    for (uint32_t i = at ? *at : all->count;
         i < all->count && ahd_str_eq(all->items[i].id, id); i++)
        if (ahd_str_eq(all->items[i].what, what))
            return all->items[i].stands;
    return id;
}

ahd_str ahd_alias_value(const ahd_aliases *aliases, const ahd_map *index,
                        ahd_str what, ahd_str value, ahd_arena *arena)
{
    ahd_label_list out = {0};
    ahd_str rest = value;
    bool other = false;

    while (rest.len > 0) {
        ahd_str piece = ahd_label_next(&rest);
        ahd_str stands = told_as(aliases, index, what, piece);
        other |= !ahd_str_eq(piece, stands);
        ahd_label_push_new(arena, &out, stands);
    }
    return other ? ahd_label_value(&out) : value;
}
