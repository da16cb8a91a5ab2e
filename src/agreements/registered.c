#include "agreements/registered.h"

#include "agreements/evidence.h"
#include "agreements/likeness.h"

/* News tells of an agreement on its day and for few days more. */
enum { BEFORE = 1, AFTER = 3, OF_LINKS = 8 };

/* ------------------------------------------------------------------- sides */

/* Does the state that it is of have no two governments, rivals or one after the
 * other? Administrations are of the one government. */
static bool is_undivided(const ahd_kb *kb, const ahd_actor *of_state)
{
    uint32_t count, country = ahd_kb_country(ahd_kb_str(kb, of_state->country));
    const uint32_t *bodies = ahd_kb_rows(&kb->bodies_in, country, &count);
    uint32_t governments = 0;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_actor *body = ahd_kb_actor_at(kb, bodies[i]);
        governments += body->type == AHD_ACTOR_GOVERNMENT &&
                       body->of != AHD_KB_NONE &&
                       ahd_kb_actor_at(kb, body->of)->type == AHD_ACTOR_STATE;
    }
    return governments <= 1;
}

/* Those who bind a state: a government, a presidency, a ministry. */
static bool stands_for_more(const ahd_kb *kb, const ahd_actor *actor)
{
    bool presidency =
        actor->type == AHD_ACTOR_ORGANISATION &&
        ahd_str_eq(ahd_kb_str(kb, actor->portfolio), AHD_STR("presidency"));

    if (actor->of == AHD_KB_NONE)
        return false;
    return actor->type == AHD_ACTOR_MINISTRY ||
           actor->type == AHD_ACTOR_DELEGATION ||
           ((actor->type == AHD_ACTOR_GOVERNMENT || presidency) &&
            is_undivided(kb, actor));
}

ahd_str ahd_registered_side(const ahd_kb *kb, ahd_str id)
{
    uint32_t row = ahd_kb_find_actor(kb, id);

    if (row == AHD_KB_NONE)
        return id;
    for (int i = 0; i < OF_LINKS; i++) {
        const ahd_actor *actor = ahd_kb_actor_at(kb, row);
        if (!stands_for_more(kb, actor))
            break;
        row = actor->of;
    }
    return ahd_kb_str(kb, ahd_kb_actor_at(kb, row)->id);
}

/* ---------------------------------------------------------------- the entry */

static bool is_near(const ahd_registered *asked, int32_t day)
{
    if (day == AHD_KB_NO_DAY)
        return false;
    if (asked->day != AHD_NO_DAY)
        return asked->day - day >= -BEFORE && asked->day - day <= BEFORE;
    return asked->told != AHD_NO_DAY && asked->told - day >= -BEFORE &&
           asked->told - day <= AFTER;
}

/* A truce is told when it begins, others when they are made. */
static bool day_fits(const ahd_kb *kb, const ahd_registered *asked,
                     const ahd_agreement *a)
{
    ahd_str kind = ahd_kb_str(kb, a->kind);
    bool truce = ahd_str_eq(kind, AHD_STR("truce")) ||
                 ahd_str_eq(kind, AHD_STR("ceasefire"));

    return ahd_str_eq(ahd_kb_str(kb, a->precision), AHD_STR("day")) &&
           (is_near(asked, a->date) || (truce && is_near(asked, a->effective)));
}

static bool is_side(const ahd_kb *kb, uint32_t party, uint32_t actor)
{
    return party != AHD_KB_NONE &&
           (ahd_kb_is_of(kb, party, actor) || ahd_kb_is_of(kb, actor, party));
}

/* Is `party` one of those asked for? */
static bool is_asked(const ahd_kb *kb, const ahd_registered *asked,
                     uint32_t party)
{
    for (uint32_t i = 0; i < asked->side_count; i++) {
        uint32_t actor = ahd_kb_find_actor(kb, asked->sides[i]);
        if (actor != AHD_KB_NONE && is_side(kb, party, actor))
            return true;
    }
    return false;
}

static bool is_party(const ahd_kb *kb, const ahd_agreement *a, uint32_t actor)
{
    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(kb, a->first_party + i);
        if (p->role == AHD_PARTY_PARTY && is_side(kb, p->actor, actor))
            return true;
    }
    return false;
}

/* Two parties at least, most of its own, and nobody else. */
static bool sides_fit(const ahd_kb *kb, const ahd_registered *asked,
                      const ahd_agreement *a)
{
    uint32_t parties = 0, told = 0;

    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(kb, a->first_party + i);
        if (p->role != AHD_PARTY_PARTY)
            continue;
        parties++;
        told += is_asked(kb, asked, p->actor);
    }
    for (uint32_t i = 0; i < asked->side_count; i++) {
        uint32_t actor = ahd_kb_find_actor(kb, asked->sides[i]);
        if (actor == AHD_KB_NONE || !is_party(kb, a, actor))
            return false;
    }
    return asked->side_count >= 2 && told >= 2 && 2 * told >= parties;
}

static bool is_named(const ahd_kb *kb, ahd_str names, const ahd_place *place)
{
    while (names.len > 0) {
        ahd_str name = ahd_str_cut(&names, '|');
        if (ahd_str_eq(name, ahd_kb_str(kb, place->en)))
            return true;
    }
    return false;
}

static bool place_fits(const ahd_kb *kb, const ahd_registered *asked,
                       const ahd_agreement *a)
{
    if (asked->place == AHD_KB_NONE || a->place.len == 0)
        return true;
    const ahd_place *place = ahd_kb_place_at(kb, asked->place);
    return is_named(kb, ahd_kb_str(kb, a->place), place) ||
           ahd_str_eq(ahd_kb_str(kb, place->type), AHD_STR("country"));
}

/* Do its names hold a word of what the tellings say it is about? */
static bool subject_fits(const ahd_kb *kb, const ahd_registered *asked,
                         const ahd_agreement *a)
{
    ahd_str names = ahd_kb_str(kb, a->folded), rest = asked->subject;

    while (rest.len > 0)
        if (ahd_str_find(names, ahd_str_cut(&rest, ' ')) < names.len)
            return true;
    return asked->subject.len == 0;
}

static bool fits(const ahd_kb *kb, const ahd_registered *asked, uint32_t row)
{
    const ahd_agreement *a = ahd_kb_agreement_at(kb, row);

    return day_fits(kb, asked, a) && !ahd_evidence_is_hidden(kb, row) &&
           ahd_likeness_fits(ahd_kb_str(kb, a->kind), asked->noun) &&
           place_fits(kb, asked, a) && sides_fit(kb, asked, a) &&
           subject_fits(kb, asked, a);
}

uint32_t ahd_registered_find(const ahd_kb *kb, const ahd_registered *asked)
{
    uint32_t only = AHD_KB_NONE;

    for (uint32_t row = 0; row < kb->agreements.count; row++) {
        if (!fits(kb, asked, row))
            continue;
        if (only != AHD_KB_NONE)
            return AHD_KB_NONE;
        only = row;
    }
    return only;
}
