#include "store/paired.h"

#include "kb/kb.h"

enum { MOST = 64 }; /* names, and ids; what is beyond has no partner */

typedef struct known {
    ahd_str id, names[3]; /* Arabic, English, its own */
    bool placed;
} known;

typedef struct pairs {
    ahd_str names[MOST], ids[MOST]; /* beside each other */
    known known[MOST];
    size_t name_count, known_count;
} pairs;

/* The piece before the next " | ", which is cut off. */
static ahd_str cut(ahd_str *list)
{
    const ahd_str between = AHD_STR(" | ");
    size_t at = ahd_str_find(*list, between);
    ahd_str piece = {list->ptr, at < list->len ? at : list->len};
    size_t gone = at < list->len ? at + between.len : list->len;

    *list = (ahd_str){list->ptr + gone, list->len - gone};
    return piece;
}

static void read_known(pairs *p, ahd_str ids)
{
    const ahd_kb *kb = ahd_kb_embedded();

    while (ids.len > 0 && p->known_count < MOST) {
        ahd_str own = cut(&ids), id = ahd_str_cut(&own, '\t');
        known *one = &p->known[p->known_count++];
        *one = (known){.id = id, .names = {[2] = own}};
        uint32_t row = ahd_kb_find_actor(kb, id);
        if (row == AHD_KB_NONE)
            continue;
        one->names[0] = ahd_kb_str(kb, ahd_kb_actor_at(kb, row)->ar);
        one->names[1] = ahd_kb_str(kb, ahd_kb_actor_at(kb, row)->en);
    }
}

static bool is_named(ahd_str name, ahd_str called)
{
    return ahd_str_eq(name, called);
}

static bool is_within(ahd_str name, ahd_str called)
{
    return ahd_str_find(called, name) < called.len;
}

static bool is_left(ahd_str name, ahd_str called)
{
    (void)name;
    (void)called;
    return true;
}

static bool is_called(const known *one, ahd_str called,
                      bool (*like)(ahd_str name, ahd_str called))
{
    for (size_t i = 0; i < sizeof one->names / sizeof *one->names; i++)
        if (one->names[i].len > 0 && like(one->names[i], called))
            return true;
    return false;
}

static void place(pairs *p, bool (*like)(ahd_str name, ahd_str called))
{
    for (size_t k = 0; k < p->known_count; k++) {
        known *one = &p->known[k];
        for (size_t i = 0; i < p->name_count && !one->placed; i++) {
            if (p->ids[i].len > 0 || !is_called(one, p->names[i], like))
                continue;
            p->ids[i] = one->id;
            one->placed = true;
        }
    }
}

/* One of each is left: they are each other's. */
static bool is_plain(const pairs *p)
{
    size_t names = 0, ids = 0;

    for (size_t i = 0; i < p->name_count; i++)
        names += p->ids[i].len == 0;
    for (size_t k = 0; k < p->known_count; k++)
        ids += !p->known[k].placed;
    return names == 1 && ids == 1;
}

static void add(ahd_buf *out, bool first, ahd_str id)
{
    if (!first)
        ahd_buf_add(out, AHD_STR(" | "));
    ahd_buf_add(out, id);
}

ahd_str ahd_paired_ids(ahd_str names, ahd_str ids, ahd_buf *out)
{
    pairs p = {.name_count = 0};

    ahd_buf_clear(out);
    read_known(&p, ids);
    while (names.len > 0 && p.name_count < MOST)
        p.names[p.name_count++] = cut(&names);
    place(&p, is_named);
    place(&p, is_within);
    if (is_plain(&p))
        place(&p, is_left);
    for (size_t i = 0; i < p.name_count; i++)
        add(out, i == 0, p.ids[i]);
    for (size_t k = 0, n = p.name_count; k < p.known_count; k++)
        if (!p.known[k].placed)
            add(out, n++ == 0, p.known[k].id);
    return ahd_buf_str(out);
}

ahd_str ahd_paired_names(ahd_str ids, bool arabic, ahd_buf *out)
{
    const ahd_kb *kb = ahd_kb_embedded();

    ahd_buf_clear(out);
    for (bool first = true; ids.len > 0; first = false) {
        ahd_str id = cut(&ids), name = AHD_STR("");
        uint32_t row = ahd_kb_find_actor(kb, id);
        if (row != AHD_KB_NONE) {
            const ahd_actor *actor = ahd_kb_actor_at(kb, row);
            name = ahd_kb_str(kb, arabic ? actor->ar : actor->en);
        }
        add(out, first, name.len > 0 ? name : id);
    }
    return ahd_buf_str(out);
}
