#include "names/context.h"

#include "base/utf8.h"

#include <string.h>

uint32_t ahd_context_country(const ahd_kb *kb, ahd_ref code)
{
    return ahd_kb_country(ahd_kb_str(kb, code));
}

uint32_t ahd_context_country_of(const ahd_context *c, uint32_t actor)
{
    if (actor == AHD_NONE)
        return AHD_NONE;
    return ahd_context_country(c->kb, ahd_kb_actor_at(c->kb, actor)->country);
}

bool ahd_context_is_on(const ahd_context *c, int32_t since, int32_t until)
{
    return ahd_kb_is_on(since, until, c->doc->published);
}

uint32_t ahd_context_state(const ahd_context *c, uint32_t country)
{
    uint32_t count;
    const uint32_t *states = ahd_kb_rows(&c->kb->states_in, country, &count);

    return count > 0 ? states[0] : AHD_NONE;
}

/* ---------------------------------------------------------------- weights */

/* The slot of an actor, or the free one where it would be. */
static uint32_t *slot_of(const ahd_context *c, uint32_t actor)
{
    uint32_t i = actor * 2654435761u >> 7 & c->mask;

    while (c->slots[i] && c->weights[c->slots[i] - 1].actor != actor)
        i = (i + 1) & c->mask;
    return &c->slots[i];
}

static void add_weight(ahd_context *c, uint32_t actor, float weight)
{
    uint32_t *slot = slot_of(c, actor);

    if (*slot == 0) {
        c->weights[c->count] = (ahd_weight){actor, 0};
        *slot = ++c->count;
    }
    c->weights[*slot - 1].weight += weight;
}

float ahd_context_own(const ahd_context *c, uint32_t actor)
{
    uint32_t slot = *slot_of(c, actor);

    return slot ? c->weights[slot - 1].weight : 0;
}

enum { OWNERS = 8 }; /* of an outlet, that count */

/* Room for every actor that `weigh` can name. */
static void make_room(ahd_context *c, ahd_arena *scratch)
{
    uint32_t most = OWNERS, slots = 16, posts;

    for (uint32_t i = 0; i < c->doc->hits.count; i++) {
        const ahd_hit *hit = &c->doc->hits.items[i];
        if (hit->kind != AHD_TERM_ACTOR)
            continue;
        ahd_kb_rows(&c->kb->posts_of, hit->id, &posts);
        most += 1 + posts;
    }
    most = most < c->kb->actors.count ? most : c->kb->actors.count;
    while (slots < 2 * most)
        slots *= 2;
    c->weights = ahd_new(scratch, ahd_weight, most + 1);
    c->slots = ahd_new(scratch, uint32_t, slots);
    c->mask = slots - 1;
    c->count = 0;
}

/* --------------------------------------------------- what the text is about */

/* «الأردن» is no أردن, they wanted: finite verbs take no article. */
static bool is_impossible(const ahd_hit *hit)
{
    static const uint32_t verbs =
        1u << AHD_TERM_VERB | 1u << AHD_TERM_CUE | 1u << AHD_TERM_RULE;

    return (verbs & 1u << hit->kind) && (hit->pro & AHD_PRO_AL) &&
           (hit->extra == AHD_FORM_PAST || hit->extra == AHD_FORM_PRESENT);
}

bool ahd_context_is_common(const ahd_doc *doc, uint32_t token)
{
    static const uint32_t names =
        1u << AHD_TERM_ACTOR | 1u << AHD_TERM_PLACE | 1u << AHD_TERM_DEMONYM |
        1u << AHD_TERM_TITLE | 1u << AHD_TERM_ROLE | 1u << AHD_TERM_AGREEMENT |
        1u << AHD_TERM_HEAD;
    const ahd_token *t = &doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        bool one_word = hit->end == hit->first + 1;
        if (one_word && !(names & 1u << hit->kind) && !is_impossible(hit) &&
            !(hit->kind == AHD_TERM_CLASS &&
              hit->id == AHD_CLASS_GOVERNMENT_OF))
            return true;
    }
    return false;
}

static void add_country(ahd_context *c, uint32_t country, float weight)
{
    if (country != AHD_NONE)
        c->country[country] += weight;
}

/* A person speaks for the institution of a post, so its army or government
 * is what the text is about; more so when the person is its spokesman. */
static void add_posts(ahd_context *c, uint32_t person, float weight)
{
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&c->kb->posts_of, person, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(c->kb, posts[i]);
        if (post->of == AHD_KB_NONE ||
            !ahd_context_is_on(c, post->since, post->until))
            continue;
        uint32_t kind = ahd_kb_role_at(c->kb, post->role)->kind;
        add_weight(c, post->of,
                   kind == AHD_ROLE_SPOKESMAN ? 2 * weight : weight);
    }
}

static void add_actor(ahd_context *c, const ahd_hit *hit)
{
    bool one_word = hit->end == hit->first + 1;
    int32_t since = ahd_kb_actor_at(c->kb, hit->id)->since;

    if (hit->extra == AHD_NAME_CONTESTED ||
        !ahd_context_is_on(c, since, AHD_NO_DAY) || /* of another time */
        (one_word && ahd_context_is_common(c->doc, hit->first)))
        return;
    add_weight(c, hit->id, 1);
    add_country(c, ahd_context_country_of(c, hit->id), 1);
    if (ahd_kb_actor_at(c->kb, hit->id)->type == AHD_ACTOR_PERSON)
        add_posts(c, hit->id, 1);
}

/* The outlet's owner is on one side of a contest: a light thumb on it. */
static void weigh_outlet(ahd_context *c)
{
    const float thumb = 0.5f;
    uint32_t outlet = c->doc->outlet_actor, owners = 0, count;

    if (outlet == AHD_NONE)
        return;
    add_country(c, ahd_context_country_of(c, outlet), thumb);
    uint32_t of = ahd_kb_actor_at(c->kb, outlet)->of;
    const uint32_t *ties = ahd_kb_rows(&c->kb->ties_of, outlet, &count);
    if (of != AHD_KB_NONE && ++owners)
        add_weight(c, of, thumb);
    for (uint32_t i = 0; i < count && owners < OWNERS; i++) {
        const ahd_tie *tie = ahd_kb_tie_at(c->kb, ties[i]);
        if (tie->of == of || !ahd_context_is_on(c, tie->since, tie->until))
            continue;
        add_weight(c, tie->of, thumb);
        owners++;
    }
}

static void weigh(ahd_context *c)
{
    for (uint32_t i = 0; i < c->doc->hits.count; i++) {
        const ahd_hit *hit = &c->doc->hits.items[i];
        if (hit->kind == AHD_TERM_ACTOR)
            add_actor(c, hit);
        if (hit->kind == AHD_TERM_DEMONYM)
            add_country(c, ahd_context_country_of(c, hit->id), 0.5f);
        if (hit->kind == AHD_TERM_PLACE) {
            const ahd_place *place = ahd_kb_place_at(c->kb, hit->id);
            add_country(c, ahd_context_country(c->kb, place->country), 0.3f);
        }
    }
    weigh_outlet(c);
    float best = 0, sum = 0;
    for (uint32_t i = 0; i < AHD_KB_COUNTRIES; i++) {
        sum += c->country[i];
        if (c->country[i] > best) {
            best = c->country[i];
            c->main = i;
        }
    }
    c->share = sum > 0 ? best / sum : 0;
}

void ahd_context_init(ahd_context *c, const ahd_kb *kb, const ahd_doc *doc,
                      ahd_arena *scratch)
{
    c->kb = kb;
    c->doc = doc;
    c->main = AHD_NONE;
    memset(c->country, 0, sizeof c->country);
    make_room(c, scratch);
    weigh(c);
}

/* ------------------------------------------------------------- questions */

float ahd_context_weight(const ahd_context *c, uint32_t actor)
{
    float sum = ahd_context_own(c, actor);
    uint32_t country = ahd_context_country_of(c, actor);

    if (country == AHD_NONE)
        return sum;
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t part = c->weights[i].actor;
        if (part != actor && ahd_context_country_of(c, part) == country &&
            ahd_kb_is_side(c->kb, part, actor, c->doc->published))
            sum += c->weights[i].weight;
    }
    return sum;
}

uint32_t ahd_context_post(const ahd_context *c, uint32_t person)
{
    uint32_t best = AHD_NONE, count;
    const uint32_t *posts = ahd_kb_rows(&c->kb->posts_of, person, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(c->kb, posts[i]);
        if (!ahd_context_is_on(c, post->since, post->until))
            continue;
        if (c->doc->published == AHD_NO_DAY && best != AHD_NONE)
            return AHD_NONE; /* held several, and no day to choose by */
        if (best == AHD_NONE)
            best = posts[i];
    }
    return best;
}
