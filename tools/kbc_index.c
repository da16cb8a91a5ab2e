/* kbc_index.c - which rows belong to which: a counting sort by a key. */
#include "kbc.h"

#include <string.h>

/* The key of row `i`, or AHD_KB_NONE to leave it out. */
typedef uint32_t key_fn(const kbc *k, const void *rows, uint32_t i);

static uint32_t post_person(const kbc *k, const void *rows, uint32_t i)
{
    (void)k;
    return ((const ahd_post *)rows)[i].person;
}

static uint32_t post_office(const kbc *k, const void *rows, uint32_t i)
{
    const ahd_role *roles = (void *)k->rows[AHD_KB_SECTION_roles].items;

    return roles[((const ahd_post *)rows)[i].role].office;
}

static uint32_t name_actor(const kbc *k, const void *rows, uint32_t i)
{
    (void)k;
    return ((const ahd_name *)rows)[i].actor;
}

static uint32_t tie_actor(const kbc *k, const void *rows, uint32_t i)
{
    (void)k;
    return ((const ahd_tie *)rows)[i].actor;
}

static uint32_t country_of(const kbc *k, const ahd_actor *a)
{
    return ahd_kb_country(
        (ahd_str){k->pool.items + a->country.at, a->country.len});
}

static uint32_t body_country(const kbc *k, const void *rows, uint32_t i)
{
    const ahd_actor *a = (const ahd_actor *)rows + i;

    return a->type == AHD_ACTOR_PERSON ? AHD_KB_NONE : country_of(k, a);
}

static uint32_t state_country(const kbc *k, const void *rows, uint32_t i)
{
    const ahd_actor *a = (const ahd_actor *)rows + i;

    return a->type == AHD_ACTOR_STATE ? country_of(k, a) : AHD_KB_NONE;
}

static uint32_t id_key(const kbc *k, ahd_ref id, int table)
{
    return ahd_kb_id_key((ahd_str){k->pool.items + id.at, id.len},
                         k->rows[table].count);
}

static uint32_t actor_id(const kbc *k, const void *rows, uint32_t i)
{
    return id_key(k, ((const ahd_actor *)rows)[i].id, AHD_KB_SECTION_actors);
}

static uint32_t agreement_id(const kbc *k, const void *rows, uint32_t i)
{
    return id_key(k, ((const ahd_agreement *)rows)[i].id,
                  AHD_KB_SECTION_agreements);
}

static uint32_t place_id(const kbc *k, const void *rows, uint32_t i)
{
    return id_key(k, ((const ahd_place *)rows)[i].id, AHD_KB_SECTION_places);
}

static const struct index {
    int starts, rows; /* sections */
    int of;           /* the table whose rows are sorted */
    int by;           /* the table whose rows are keys; -1: countries */
    key_fn *key;
} indexes[] = {
#define INDEX(name, of, by, key)                                               \
    AHD_KB_SECTION_##name##_starts, AHD_KB_SECTION_##name,                     \
        AHD_KB_SECTION_##of, by, key
    {INDEX(posts_of, posts, AHD_KB_SECTION_actors, post_person)},
    {INDEX(names_of, names, AHD_KB_SECTION_actors, name_actor)},
    {INDEX(ties_of, ties, AHD_KB_SECTION_actors, tie_actor)},
    {INDEX(holders, posts, AHD_KB_SECTION_roles, post_office)},
    {INDEX(bodies_in, actors, -1, body_country)},
    {INDEX(states_in, actors, -1, state_country)},
    {INDEX(actors_by_id, actors, AHD_KB_SECTION_actors, actor_id)},
    {INDEX(agreements_by_id, agreements, AHD_KB_SECTION_agreements,
           agreement_id)},
    {INDEX(places_by_id, places, AHD_KB_SECTION_places, place_id)},
#undef INDEX
};

static void sort(kbc *k, const struct index *x, kbc_section *out)
{
    uint32_t keys = x->by < 0 ? AHD_KB_COUNTRIES : k->rows[x->by].count;
    uint32_t count = k->rows[x->of].count;
    const char *rows = k->rows[x->of].items;
    uint32_t *starts = ahd_new(k->arena, uint32_t, keys + 1);
    uint32_t *next = ahd_new(k->arena, uint32_t, keys + 1);
    uint32_t *sorted = ahd_new(k->arena, uint32_t, count + 1);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t key = x->key(k, rows, i);
        if (key != AHD_KB_NONE)
            starts[key + 1]++;
    }
    for (uint32_t i = 0; i < keys; i++)
        starts[i + 1] += starts[i];
    memcpy(next, starts, sizeof *next * (keys + 1));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t key = x->key(k, rows, i);
        if (key != AHD_KB_NONE)
            sorted[next[key]++] = i;
    }
    out[x->starts] = (kbc_section){starts, keys + 1, sizeof *starts};
    out[x->rows] = (kbc_section){sorted, starts[keys], sizeof *sorted};
}

/* «وزير الدفاع» by any of the roles that mean it. */
static void find_offices(kbc *k)
{
    ahd_role *roles = (void *)k->rows[AHD_KB_SECTION_roles].items;

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_roles].count; i++) {
        uint32_t j = 0;
        while (roles[j].kind != roles[i].kind ||
               roles[j].portfolio.at != roles[i].portfolio.at)
            j++;
        roles[i].office = j;
    }
}

void kbc_index(kbc *k, kbc_section *sections)
{
    find_offices(k);
    for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++)
        sort(k, &indexes[i], sections);
}
