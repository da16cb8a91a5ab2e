#include "engine/naming.h"

enum { PLACES_BYTES = 16 << 20, NAMES_BYTES = 1 << 16 };

static bool fill_actor(const ahd_kb *kb, ahd_lookup_named *of)
{
    uint32_t i = ahd_kb_find_actor(kb, of->id);

    if (i == AHD_KB_NONE)
        return false;
    of->ar = ahd_kb_str(kb, ahd_kb_actor_at(kb, i)->ar);
    of->en = ahd_kb_str(kb, ahd_kb_actor_at(kb, i)->en);
    return true;
}

static bool fill_agreement(const ahd_kb *kb, ahd_lookup_named *of)
{
    uint32_t i = ahd_kb_find_agreement(kb, of->id);

    if (i == AHD_KB_NONE)
        return false;
    of->ar = ahd_kb_str(kb, ahd_kb_agreement_at(kb, i)->ar);
    of->en = ahd_kb_str(kb, ahd_kb_agreement_at(kb, i)->en);
    return true;
}

/* What no registry has is called what the text calls it, in its letters. */
static void sort_letters(ahd_lookup_named *of)
{
    if (of->ar.len == 0 && of->en.len > 0 &&
        (unsigned char)of->en.ptr[0] >= 0x80) {
        of->ar = of->en;
        of->en = AHD_STR("");
    }
}

ahd_status ahd_naming_fill(ahd_record *record, ahd_lookup_named *of,
                           ahd_error *error)
{
    const ahd_kb *kb = ahd_kb_embedded();
    bool actor = of->facet == AHD_FACET_ACTOR;

    if (actor ? fill_actor(kb, of) : fill_agreement(kb, of))
        return AHD_OK;
    ahd_status status = ahd_store_names(record->store, of, error);
    sort_letters(of);
    return status;
}

ahd_status ahd_record_names(ahd_record *record, ahd_facet facet, const char *id,
                            ahd_buf names[2], ahd_error *error)
{
    ahd_lookup_named of = {.facet = facet,
                           .id = ahd_str_from(id),
                           .arena = ahd_arena_new(NAMES_BYTES)};

    if (of.arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = ahd_naming_fill(record, &of, error);
    ahd_buf_add(&names[0], of.ar);
    ahd_buf_add(&names[1], of.en);
    ahd_arena_free(of.arena);
    return status;
}

/* ------------------------------------------------------------------ places */

static void map_place(ahd_record *record, ahd_map *map, ahd_str key, uint32_t i)
{
    uint32_t *at = ahd_map_put(record->places_arena, map, key);

    if (*at == 0) /* the first of a name is the best known */
        *at = i + 1;
}

static void map_places(ahd_record *record, const ahd_kb *kb)
{
    record->places_arena = ahd_arena_new(PLACES_BYTES);
    for (uint32_t i = 0; record->places_arena && i < kb->places.count; i++) {
        const ahd_place *place = ahd_kb_place_at(kb, i);
        map_place(record, &record->places, ahd_kb_str(kb, place->id), i);
        map_place(record, &record->places_called, ahd_kb_str(kb, place->en), i);
    }
}

static const ahd_place *find_place(ahd_record *record, const ahd_map *map,
                                   ahd_str key)
{
    const ahd_kb *kb = ahd_kb_embedded();

    if (record->places_arena == NULL)
        map_places(record, kb);
    const uint32_t *at = ahd_map_find(map, key);
    return at ? ahd_kb_place_at(kb, *at - 1) : NULL;
}

const ahd_place *ahd_naming_place(ahd_record *record, ahd_str id)
{
    return find_place(record, &record->places, id);
}

const ahd_place *ahd_naming_place_called(ahd_record *record, ahd_str en)
{
    return find_place(record, &record->places_called, en);
}
