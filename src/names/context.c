#include "names/context.h"

#include "base/utf8.h"

#include <string.h>

uint32_t ahd_context_country(const ahd_kb *kb, ahd_ref code)
{
    ahd_str s = ahd_kb_str(kb, code);

    if (s.len != 2 || s.ptr[0] < 'a' || s.ptr[0] > 'z' || s.ptr[1] < 'a' ||
        s.ptr[1] > 'z')
        return AHD_NONE;
    return (uint32_t)((s.ptr[0] - 'a') * 26 + (s.ptr[1] - 'a'));
}

uint32_t ahd_context_country_of(const ahd_context *c, uint32_t actor)
{
    if (actor == AHD_NONE)
        return AHD_NONE;
    return ahd_context_country(c->kb, ahd_kb_actor_at(c->kb, actor)->country);
}

bool ahd_context_is_on(const ahd_context *c, int32_t since, int32_t until)
{
    int32_t day = c->doc->published;

    if (day == AHD_NO_DAY)
        return true;
    return (since == AHD_KB_NO_DAY || since <= day) &&
           (until == AHD_KB_NO_DAY || day <= until);
}

/* ------------------------------------------------------ the kb, by country */

static void index_actors(ahd_context *c)
{
    /* Backwards, so that each chain is in the order of the data. */
    for (uint32_t i = c->kb->actors.count; i-- > 0;) {
        const ahd_actor *a = ahd_kb_actor_at(c->kb, i);
        uint32_t country = ahd_context_country(c->kb, a->country);
        c->next[i] = c->first_post[i] = c->first_name[i] = AHD_NONE;
        if (country == AHD_NONE)
            continue;
        c->next[i] = c->first[country];
        c->first[country] = i;
        if (a->type == AHD_ACTOR_STATE)
            c->state[country] = i;
    }
}

static void index_posts(ahd_context *c)
{
    for (uint32_t i = c->kb->posts.count; i-- > 0;) {
        uint32_t person = ahd_kb_post_at(c->kb, i)->person;
        c->next_post[i] = c->first_post[person];
        c->first_post[person] = i;
    }
}

static void index_names(ahd_context *c)
{
    for (uint32_t i = c->kb->names.count; i-- > 0;) {
        uint32_t actor = ahd_kb_name_at(c->kb, i)->actor;
        c->next_name[i] = c->first_name[actor];
        c->first_name[actor] = i;
    }
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
    for (uint32_t p = c->first_post[person]; p != AHD_NONE;
         p = c->next_post[p]) {
        const ahd_post *post = ahd_kb_post_at(c->kb, p);
        if (post->of == AHD_KB_NONE ||
            !ahd_context_is_on(c, post->since, post->until))
            continue;
        uint32_t kind = ahd_kb_role_at(c->kb, post->role)->kind;
        c->weight[post->of] += kind == AHD_ROLE_SPOKESMAN ? 2 * weight : weight;
    }
}

static void add_actor(ahd_context *c, const ahd_hit *hit)
{
    bool one_word = hit->end == hit->first + 1;

    if (hit->extra == AHD_NAME_CONTESTED ||
        (one_word && ahd_context_is_common(c->doc, hit->first)))
        return;
    c->weight[hit->id] += 1;
    add_country(c, ahd_context_country_of(c, hit->id), 1);
    if (ahd_kb_actor_at(c->kb, hit->id)->type == AHD_ACTOR_PERSON)
        add_posts(c, hit->id, 1);
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
    float best = 0;
    for (uint32_t i = 0; i < AHD_COUNTRIES; i++)
        if (c->country[i] > best) {
            best = c->country[i];
            c->main = i;
        }
}

/* The outlet's owner is on one side of a contest: a light thumb on it. */
static void weigh_outlet(ahd_context *c)
{
    uint32_t outlet = c->doc->outlet_actor;

    if (outlet == AHD_NONE)
        return;
    uint32_t owner = ahd_kb_actor_at(c->kb, outlet)->of;
    if (owner != AHD_KB_NONE)
        c->weight[owner] += 0.5f;
}

void ahd_context_init(ahd_context *c, const ahd_kb *kb, const ahd_doc *doc,
                      ahd_arena *scratch)
{
    c->kb = kb;
    c->doc = doc;
    c->main = AHD_NONE;
    c->weight = ahd_new(scratch, float, kb->actors.count + 1);
    c->next = ahd_new(scratch, uint32_t, kb->actors.count + 1);
    c->first_post = ahd_new(scratch, uint32_t, kb->actors.count + 1);
    c->first_name = ahd_new(scratch, uint32_t, kb->actors.count + 1);
    c->next_name = ahd_new(scratch, uint32_t, kb->names.count + 1);
    c->next_post = ahd_new(scratch, uint32_t, kb->posts.count + 1);
    memset(c->first, 0xFF, sizeof c->first);
    memset(c->state, 0xFF, sizeof c->state);
    memset(c->country, 0, sizeof c->country);
    index_actors(c);
    index_posts(c);
    index_names(c);
    weigh(c);
    weigh_outlet(c);
}

/* ------------------------------------------------------------- questions */

float ahd_context_weight(const ahd_context *c, uint32_t actor)
{
    float sum = c->weight[actor];
    uint32_t country = ahd_context_country_of(c, actor);

    if (country == AHD_NONE)
        return sum;
    for (uint32_t i = c->first[country]; i != AHD_NONE; i = c->next[i])
        if (i != actor && c->weight[i] > 0 && ahd_kb_is_of(c->kb, i, actor))
            sum += c->weight[i];
    return sum;
}

uint32_t ahd_context_post(const ahd_context *c, uint32_t person)
{
    uint32_t best = AHD_NONE;

    for (uint32_t p = c->first_post[person]; p != AHD_NONE;
         p = c->next_post[p]) {
        const ahd_post *post = ahd_kb_post_at(c->kb, p);
        if (!ahd_context_is_on(c, post->since, post->until))
            continue;
        if (c->doc->published == AHD_NO_DAY && best != AHD_NONE)
            return AHD_NONE; /* held several, and no day to choose by */
        if (best == AHD_NONE)
            best = p;
    }
    return best;
}
