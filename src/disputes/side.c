#include "disputes/side.h"

/* Actors whom somebody may stand for: himself, his offices, his state. */
enum { MOST = 16 };

typedef struct chain {
    uint32_t at[MOST];
    uint32_t count;
} chain;

static void add(chain *c, uint32_t actor)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->at[i] == actor)
            return;
    if (actor != AHD_KB_NONE && c->count < MOST)
        c->at[c->count++] = actor;
}

/* Whose offices a person held that day. */
static void add_posts(const ahd_kb *kb, chain *c, uint32_t person, ahd_day day)
{
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&kb->posts_of, person, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(kb, posts[i]);
        if (ahd_kb_is_on(post->since, post->until, day))
            add(c, post->of);
    }
}

/* Who owns an outlet, and who owns that. */
static void add_owners(const ahd_kb *kb, chain *c, ahd_day day)
{
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t count;
        const uint32_t *ties = ahd_kb_rows(&kb->ties_of, c->at[i], &count);
        for (uint32_t t = 0; t < count; t++) {
            const ahd_tie *tie = ahd_kb_tie_at(kb, ties[t]);
            if (tie->kind == AHD_TIE_OWNED_BY &&
                ahd_kb_is_on(tie->since, tie->until, day))
                add(c, tie->of);
        }
    }
}

static void add_states(const ahd_kb *kb, chain *c)
{
    for (uint32_t i = 0, count = c->count; i < count; i++)
        add(c, ahd_kb_actor_at(kb, c->at[i])->state);
}

/* The first party (or monitor) that one of the chain belongs to. */
static uint32_t find_party(const ahd_kb *kb, const ahd_agreement *a,
                           const chain *c, uint32_t role, ahd_day day)
{
    for (uint32_t i = 0; i < c->count; i++)
        for (uint32_t k = 0; k < a->parties; k++) {
            const ahd_party *p = ahd_kb_party_at(kb, a->first_party + k);
            if (p->role == role && p->actor != AHD_KB_NONE &&
                ahd_kb_is_side(kb, c->at[i], p->actor, day))
                return p->actor;
        }
    return AHD_KB_NONE;
}

static ahd_str id_of(const ahd_kb *kb, uint32_t actor)
{
    return ahd_kb_str(kb, ahd_kb_actor_at(kb, actor)->id);
}

static bool take(const ahd_kb *kb, uint32_t actor, ahd_side_kind kind,
                 ahd_side *out)
{
    if (actor == AHD_KB_NONE)
        return false;
    *out = (ahd_side){kind, id_of(kb, actor)};
    return true;
}

/* Does more than one government claim the state that day? */
static bool is_contested(const ahd_kb *kb, uint32_t state, ahd_day day)
{
    uint32_t count, governments = 0;
    ahd_str code = ahd_kb_str(kb, ahd_kb_actor_at(kb, state)->country);
    const uint32_t *bodies =
        ahd_kb_rows(&kb->bodies_in, ahd_kb_country(code), &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_actor *a = ahd_kb_actor_at(kb, bodies[i]);
        governments += a->type == AHD_ACTOR_GOVERNMENT &&
                       ahd_kb_is_on(a->since, a->until, day);
    }
    return governments > 1;
}

/* Whom it belongs to that day by a tie, or AHD_KB_NONE. */
static uint32_t tied_to(const ahd_kb *kb, uint32_t actor, ahd_day day)
{
    uint32_t count;
    const uint32_t *ties = ahd_kb_rows(&kb->ties_of, actor, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_tie *tie = ahd_kb_tie_at(kb, ties[i]);
        if (tie->kind != AHD_TIE_OWNED_BY &&
            ahd_kb_is_on(tie->since, tie->until, day))
            return tie->of;
    }
    return AHD_KB_NONE;
}

/* One step up: never from one of two governments to the state of both, nor from
 * a state to a body that it is a member of. */
static uint32_t above(const ahd_kb *kb, uint32_t actor, ahd_day day)
{
    const ahd_actor *row = ahd_kb_actor_at(kb, actor);

    if (row->type == AHD_ACTOR_STATE)
        return AHD_KB_NONE;
    if (row->of == AHD_KB_NONE || tied_to(kb, actor, day) != AHD_KB_NONE)
        return tied_to(kb, actor, day);
    return ahd_kb_actor_at(kb, row->of)->type == AHD_ACTOR_STATE &&
                   is_contested(kb, row->of, day)
               ? AHD_KB_NONE
               : row->of;
}

/* The highest that it leads to, of a person by his ties or else his first
 * office. Of an outlet, its state: what a country's press says is not said by
 * nobody. */
static ahd_side other(const ahd_kb *kb, const chain *c, ahd_day day)
{
    enum { MOST_STEPS = 8 }; /* keeps a cycle in the data harmless */
    bool by_post = c->count > 1 &&
                   ahd_kb_actor_at(kb, c->at[0])->type == AHD_ACTOR_PERSON &&
                   tied_to(kb, c->at[0], day) == AHD_KB_NONE;
    uint32_t top = c->at[by_post ? 1 : 0];
    uint32_t next = top;

    for (int i = 0; i < MOST_STEPS && next != AHD_KB_NONE; i++) {
        top = next;
        next = above(kb, top, day);
    }
    const ahd_actor *row = ahd_kb_actor_at(kb, top);
    if (row->type == AHD_ACTOR_OUTLET && row->state != AHD_KB_NONE)
        top = row->state;
    return (ahd_side){AHD_SIDE_OTHER, id_of(kb, top)};
}

ahd_side ahd_side_of(const ahd_kb *kb, uint32_t agreement, const ahd_who *who,
                     ahd_day day)
{
    chain c = {.count = 0};
    ahd_side out;

    add(&c, who->actor);
    if (who->actor != AHD_NONE)
        add_posts(kb, &c, who->actor, day);
    add(&c, who->principal);
    if (c.count == 0)
        return (ahd_side){AHD_SIDE_UNKNOWN,
                          who->id.len > 0 ? who->id : who->name};
    if (agreement != AHD_NONE) {
        const ahd_agreement *a = ahd_kb_agreement_at(kb, agreement);
        if (take(kb, find_party(kb, a, &c, AHD_PARTY_MONITOR, day),
                 AHD_SIDE_MONITOR, &out) ||
            take(kb, find_party(kb, a, &c, AHD_PARTY_PARTY, day),
                 AHD_SIDE_PARTY, &out))
            return out;
        add_owners(kb, &c, day);
        add_states(kb, &c);
        if (take(kb, find_party(kb, a, &c, AHD_PARTY_PARTY, day),
                 AHD_SIDE_PARTY, &out))
            return out;
    }
    return other(kb, &c, day);
}
