#include "names/license.h"

#include "names/office.h"

static bool is_then(const ahd_reader *r, const ahd_gate *gate,
                    const ahd_post *post)
{
    return gate->former ||
           ahd_context_is_on(&r->context, post->since, post->until);
}

/* Under an office that the text states: did he hold it then, or another of
 * that organisation? One that nobody noted says nothing; one that he left says
 * that it is another. */
static ahd_license license_of_office(const ahd_reader *r, const ahd_gate *gate,
                                     uint32_t person)
{
    ahd_office office = {.role = gate->role, .of = gate->of};
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, person, &count);
    bool left = false, near_by = false;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        bool then = is_then(r, gate, post);
        /* An emir without a country is no president. */
        bool same = ahd_office_is_post(r, &office, post) &&
                    (gate->of != AHD_NONE || gate->role == post->role);
        if (same && then)
            return AHD_LICENSE_OFFICE;
        left = left || same;
        near_by =
            near_by || (then && post->of == gate->of && gate->of != AHD_NONE);
    }
    return left      ? AHD_LICENSE_NEVER
           : near_by ? AHD_LICENSE_COMPANY
                     : AHD_LICENSE_COUNTRY;
}

static ahd_license license_of_company(const ahd_reader *r, uint32_t person)
{
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, person, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        if (post->of != AHD_KB_NONE &&
            ahd_context_is_on(&r->context, post->since, post->until) &&
            ahd_context_own(&r->context, post->of) > 0)
            return AHD_LICENSE_COMPANY;
    }
    return AHD_LICENSE_COUNTRY;
}

ahd_license ahd_license_of(const ahd_reader *r, const ahd_gate *gate,
                           uint32_t actor)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    bool person = a->type == AHD_ACTOR_PERSON;
    uint32_t country = ahd_context_country_of(&r->context, actor);
    uint32_t of = ahd_context_country_of(&r->context, gate->of);
    ahd_license best = AHD_LICENSE_COUNTRY;

    if (person != (gate->kind == AHD_MENTION_PERSON) ||
        !ahd_context_is_on(&r->context, a->since, a->until))
        return AHD_LICENSE_NEVER;
    if (gate->role != AHD_NONE)
        best = license_of_office(r, gate, actor);
    else if (person)
        best = license_of_company(r, actor);
    if (best != AHD_LICENSE_COUNTRY)
        return best;
    if (country == AHD_NONE || (of != AHD_NONE && of != country))
        return AHD_LICENSE_NEVER;
    float others =
        r->context.country[country] - ahd_context_own(&r->context, actor);
    return others > 0 ? AHD_LICENSE_COUNTRY
                      : AHD_LICENSE_NEVER; /* by more than his own name */
}
