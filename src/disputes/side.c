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

/* The state at the end of the chain; without one, the highest of it. */
static ahd_side other(const ahd_kb *kb, const chain *c)
{
    uint32_t last = c->at[c->count - 1];

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_actor *row = ahd_kb_actor_at(kb, c->at[i]);
        if (row->state != AHD_KB_NONE)
            return (ahd_side){AHD_SIDE_OTHER, id_of(kb, row->state)};
    }
    return (ahd_side){AHD_SIDE_OTHER, id_of(kb, last)};
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
    return other(kb, &c);
}
