#include "agreements/evidence.h"

#include "base/day.h"

static void count_actor(ahd_evidence *e, uint32_t actor)
{
    if (actor == AHD_NONE || actor >= e->kb->actors.count)
        return;
    e->actors[actor] += e->actors[actor] < UINT16_MAX;
    uint32_t state = ahd_kb_actor_at(e->kb, actor)->state;
    if (state == AHD_KB_NONE)
        return;
    e->countries[state] += e->countries[state] < UINT16_MAX;
    if (e->countries[state] > e->most)
        e->most = e->countries[state];
}

static void count_demonyms(ahd_evidence *e)
{
    for (uint32_t i = 0; i < e->doc->hits.count; i++)
        if (e->doc->hits.items[i].kind == AHD_TERM_DEMONYM)
            count_actor(e, e->doc->hits.items[i].id);
}

static void note_signings(ahd_evidence *e)
{
    const ahd_doc *doc = e->doc;

    e->signings = ahd_new(e->scratch, uint32_t, doc->agreements.count + 1);
    for (uint32_t i = 0; i < doc->acts.count; i++)
        if (doc->acts.items[i].type == AHD_ACT_SIGN &&
            doc->acts.items[i].agreements.count > 0)
            e->signings[doc->acts.items[i].agreements.items[0]] = i + 1;
}

/* The last day that the page tells of, not counting what lies far ahead. */
static ahd_day last_day(const ahd_doc *doc)
{
    enum { LAST_YEAR = 2040 };
    ahd_day last = AHD_NO_DAY, most = ahd_day_of(LAST_YEAR, 1, 1);

    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        ahd_day day = t->from != AHD_NO_DAY ? t->from : t->to;
        if (day != AHD_NO_DAY && day < most &&
            (last == AHD_NO_DAY || day > last))
            last = day;
    }
    return last;
}

void ahd_evidence_gather(ahd_evidence *e, const ahd_kb *kb, ahd_doc *doc,
                         ahd_arena *scratch)
{
    *e = (ahd_evidence){.kb = kb, .doc = doc, .scratch = scratch};
    e->actors = ahd_new(scratch, uint16_t, kb->actors.count + 1);
    e->countries = ahd_new(scratch, uint16_t, kb->actors.count + 1);
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        bool place = m->kind == AHD_MENTION_PLACE;
        count_actor(e, place ? (m->others ? m->other[0].id : AHD_NONE) : m->id);
        if (m->of != AHD_NONE)
            count_actor(e, m->of);
    }
    count_demonyms(e);
    e->named = ahd_new(scratch, uint8_t, kb->agreements.count + 1);
    e->floor = last_day(doc);
    note_signings(e);
}

float ahd_evidence_country(const ahd_evidence *e, const ahd_agreement *a)
{
    float best = 0;

    if (a->country.len == 0)
        return 0.3f; /* the world's own: it needs no country */
    for (int i = 0; i < AHD_KB_STATES && a->states[i] != AHD_KB_NONE; i++) {
        float share = 0;
        if (e->most > 0)
            share = (float)e->countries[a->states[i]] / (float)e->most;
        best = share > best ? share : best;
    }
    return best;
}

float ahd_evidence_parties(const ahd_evidence *e, const ahd_agreement *a)
{
    uint32_t known = 0, named = 0;

    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(e->kb, a->first_party + i);
        if (p->role != AHD_PARTY_PARTY || p->actor == AHD_KB_NONE)
            continue;
        known++;
        uint32_t of = ahd_kb_actor_at(e->kb, p->actor)->of;
        named +=
            e->actors[p->actor] > 0 || (of != AHD_KB_NONE && e->actors[of] > 0);
    }
    return known ? (float)named / (float)known : 0;
}

/* Is `actor` a state, and one of the agreement's? */
static bool is_country(const ahd_agreement *a, uint32_t actor)
{
    for (int i = 0; i < AHD_KB_STATES; i++)
        if (a->states[i] == actor)
            return true;
    return false;
}

bool ahd_evidence_is_party(const ahd_evidence *e, const ahd_agreement *a,
                           uint32_t actor)
{
    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(e->kb, a->first_party + i);
        if (p->actor != AHD_KB_NONE && (ahd_kb_is_of(e->kb, p->actor, actor) ||
                                        ahd_kb_is_of(e->kb, actor, p->actor)))
            return true;
    }
    return is_country(a, actor);
}

/* Does the actor, or whom it belongs to, sign: a party, not a witness? */
static bool is_signing_party(const ahd_kb *kb, const ahd_agreement *a,
                             uint32_t actor)
{
    for (uint32_t i = 0; i < a->parties; i++) {
        const ahd_party *p = ahd_kb_party_at(kb, a->first_party + i);
        if (p->role == AHD_PARTY_PARTY && p->actor != AHD_KB_NONE &&
            (ahd_kb_is_of(kb, p->actor, actor) ||
             ahd_kb_is_of(kb, actor, p->actor)))
            return true;
    }
    return false;
}

float ahd_evidence_signers(const ahd_evidence *e, uint32_t ref,
                           const ahd_agreement *a)
{
    if (e->signings[ref] == 0)
        return 0;
    const ahd_args *signers = &e->doc->acts.items[e->signings[ref] - 1].source;
    float known = 0, fit = 0;

    for (uint32_t i = 0; i < signers->count; i++) {
        const ahd_arg *arg = &signers->items[i];
        uint32_t side = arg->principal != AHD_NONE ? arg->principal : arg->id;
        if (side == AHD_NONE)
            continue;
        known += 1;
        /* A signer who is no party tells more than one who is. */
        fit += is_signing_party(e->kb, a, side) ? 1.0f : -2.0f;
    }
    if (known < 2)
        return 0;
    return fit < -known ? -1.0f : fit / known;
}

bool ahd_evidence_is_hidden(const ahd_kb *kb, uint32_t agreement)
{
    return kb->hidden_agreements && kb->hidden_agreements[agreement];
}
