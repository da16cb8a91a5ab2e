/* overview.c - what is asked of the record as a whole, and names by their ids,
 * for those who only show them. */
#include "store/overview.h"
#include "ahd.h"
#include "engine/record.h"
#include "kb/kb.h"

#include <string.h>

ahd_status ahd_record_overview(ahd_record *record, const ahd_overview *ask,
                               ahd_buf *out, ahd_error *error)
{
    return ahd_store_ask(record->store, ask, out, error);
}

static bool find_agreement(const ahd_kb *kb, ahd_str id, ahd_known *out)
{
    uint32_t row = ahd_kb_find_agreement(kb, id);

    if (row == AHD_KB_NONE)
        return false;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, row);
    *out = (ahd_known){.ar = ahd_kb_str(kb, a->ar),
                       .en = ahd_kb_str(kb, a->en),
                       .type = ahd_kb_str(kb, a->kind),
                       .country = ahd_kb_str(kb, a->country)};
    return true;
}

static bool find_actor(const ahd_kb *kb, ahd_str id, ahd_known *out)
{
    uint32_t row = ahd_kb_find_actor(kb, id);

    if (row == AHD_KB_NONE)
        return false;
    const ahd_actor *a = ahd_kb_actor_at(kb, row);
    *out = (ahd_known){.ar = ahd_kb_str(kb, a->ar),
                       .en = ahd_kb_str(kb, a->en),
                       .type = ahd_str_from(ahd_kb_actor_type_name(a->type)),
                       .country = ahd_kb_str(kb, a->country)};
    return true;
}

static bool find_place(const ahd_kb *kb, ahd_str id, ahd_known *out)
{
    uint32_t row = ahd_kb_find_place(kb, id);

    if (row == AHD_KB_NONE)
        return false;
    const ahd_place *p = ahd_kb_place_at(kb, row);
    *out = (ahd_known){.ar = ahd_kb_str(kb, p->ar),
                       .en = ahd_kb_str(kb, p->en),
                       .type = ahd_kb_str(kb, p->type),
                       .country = ahd_kb_str(kb, p->country),
                       .lat = p->lat,
                       .lon = p->lon};
    return true;
}

static bool find_commitment(const ahd_kb *kb, ahd_str id, ahd_known *out)
{
    uint32_t row = ahd_kb_find_agreement(kb, ahd_str_cut(&id, ' '));

    if (row == AHD_KB_NONE)
        return false;
    const ahd_agreement *a = ahd_kb_agreement_at(kb, row);
    for (uint32_t i = 0; i < a->commitments; i++) {
        const ahd_commitment *c =
            ahd_kb_commitment_at(kb, a->first_commitment + i);
        if (!ahd_str_eq(ahd_kb_str(kb, c->n), id))
            continue;
        *out = (ahd_known){.ar = ahd_kb_str(kb, c->ar),
                           .en = ahd_kb_str(kb, c->en)};
        return true;
    }
    return false;
}

bool ahd_known_as(const char *kind, ahd_str id, ahd_known *out)
{
    static const struct {
        const char *kind;
        bool (*find)(const ahd_kb *kb, ahd_str id, ahd_known *out);
    } kinds[] = {{"agreement", find_agreement},
                 {"actor", find_actor},
                 {"place", find_place},
                 {"commitment", find_commitment}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].find(ahd_kb_embedded(), id, out);
    return false;
}
