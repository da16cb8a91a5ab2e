#include "names/named.h"

#include "doc/look.h"
#include "names/body.h"

/* From these scores on a span is a mention (bench/mentions.py). */
static const float sure[AHD_NAMED_KINDS] = {
    [AHD_NAMED_PERSON] = 0.8f,
    [AHD_NAMED_PLACE] = 2.0f, /* none: places are of the gazetteer */
    [AHD_NAMED_ORGANISATION] = 0.8f,
};

/* «لإيران روبرت» is no person: what begins with a state, or with a clitic that
 * its span leaves out, is read by the rules. */
static bool is_clean(const ahd_reader *r, const ahd_named *n)
{
    const ahd_token *t = &r->doc->tokens.items[n->first];

    if (n->kind != AHD_NAMED_PERSON)
        return true;
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_DEMONYM ||
            (hit->kind == AHD_TERM_ACTOR &&
             ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_STATE))
            return false;
    }
    return true;
}

const ahd_named *ahd_named_at(const ahd_reader *r, uint32_t token,
                              uint32_t kind)
{
    const ahd_named *n = ahd_look_named(r->doc, token);

    return n && n->kind == kind && n->score >= sure[kind] && is_clean(r, n)
               ? n
               : NULL;
}

/* «داعش», a name that alone might be a word: now it is known for a name. */
static bool read_known(const ahd_reader *r, const ahd_named *n,
                       ahd_mention *out)
{
    const ahd_token *t = &r->doc->tokens.items[n->first];
    bool person = n->kind == AHD_NAMED_PERSON;
    ahd_choices choices = {0};

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_ACTOR || hit->end != n->end || hit->suffix ||
            hit->extra == AHD_NAME_CONTESTED || /* names/body.h knows better */
            person !=
                (ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_PERSON))
            continue;
        if (choices.count < AHD_BODY_CHOICES)
            choices.id[choices.count++] = hit->id;
    }
    if (choices.count == 0)
        return false;
    ahd_body_choose(r, &choices, out);
    out->kind = ahd_reader_kind_of(r, choices.id[0]);
    return true;
}

bool ahd_named_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out)
{
    const ahd_named *n = ahd_look_named(r->doc, token);

    if (n == NULL || n->score < sure[n->kind] || !is_clean(r, n) ||
        n->end > limit || !ahd_reader_is_arabic(r, token))
        return false;
    *out = ahd_reader_mention(r, n->first, n->end, 0);
    out->at = out->name = n->at;
    if (read_known(r, n, out))
        return true;
    out->kind = n->kind == AHD_NAMED_PERSON ? AHD_MENTION_PERSON
                                            : AHD_MENTION_ORGANISATION;
    return true;
}
