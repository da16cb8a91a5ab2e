#include "acts/link.h"

#include "doc/look.h"

static void link_to(ahd_doc *doc, ahd_act *act, uint32_t other,
                    const char *role)
{
    for (uint32_t i = 0; i < act->about.count; i++)
        if (act->about.items[i].act == other)
            return;
    *ahd_vec_push(doc->arena, &act->about) = (ahd_about){other, role};
}

/* The state or institution at the end of an argument's chain. */
static bool are_one_side(const ahd_kb *kb, const ahd_arg *a, const ahd_arg *b)
{
    uint32_t x = a->principal != AHD_NONE ? a->principal : a->id;
    uint32_t y = b->principal != AHD_NONE ? b->principal : b->id;

    if (x == AHD_NONE || y == AHD_NONE)
        return false;
    return ahd_kb_is_of(kb, x, y) || ahd_kb_is_of(kb, y, x);
}

static bool involves(const ahd_kb *kb, const ahd_act *act, const ahd_arg *side)
{
    for (uint32_t i = 0; i < act->source.count; i++)
        if (are_one_side(kb, &act->source.items[i], side))
            return true;
    return false;
}

/* Is the word for `other` (توقيع) among the words of the charge, or of the
 * sentences that tell it? */
static bool mentions_kind(const ahd_kb *kb, const ahd_doc *doc,
                          const ahd_act *act, const ahd_act *other)
{
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);

    for (uint32_t i = s.first; i < s.end; i++) {
        const ahd_hit *rule = ahd_look_hit(doc, i, AHD_TERM_RULE);
        if (rule && ahd_kb_rule_at(kb, rule->id)->act == other->type)
            return true;
    }
    return false;
}

/* The act that an accusation calls a breach: one of the accused's own, of a
 * kind that the accusation names, the nearest before it in the text first. */
static void link_accusation(const ahd_kb *kb, ahd_doc *doc, uint32_t a)
{
    ahd_act *act = &doc->acts.items[a];

    for (uint32_t i = 0; i < doc->acts.count && i < 256; i++) {
        const ahd_act *other = &doc->acts.items[i];
        bool alleged = other->type == AHD_ACT_SIGN ||
                       other->type == AHD_ACT_SUSPEND ||
                       other->type == AHD_ACT_COMMIT;
        if (i == a || !alleged || other->modality != AHD_ACTUAL)
            continue;
        for (uint32_t t = 0; t < act->target.count; t++)
            if (involves(kb, other, &act->target.items[t]) &&
                mentions_kind(kb, doc, act, other))
                link_to(doc, act, i, "alleged_breach");
    }
}

/* The claim that a denial answers: the latest before it against the denier. */
static void link_denial(const ahd_kb *kb, ahd_doc *doc, uint32_t a)
{
    ahd_act *act = &doc->acts.items[a];

    for (uint32_t i = a; i-- > 0;) {
        const ahd_act *other = &doc->acts.items[i];
        if (other->type != AHD_ACT_ACCUSE && other->type != AHD_ACT_CONDEMN)
            continue;
        for (uint32_t t = 0; t < other->target.count; t++)
            for (uint32_t d = 0; d < act->source.count; d++)
                if (are_one_side(kb, &other->target.items[t],
                                 &act->source.items[d])) {
                    link_to(doc, act, i, "denied_claim");
                    return;
                }
    }
}

void ahd_link_acts(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        if (doc->acts.items[i].type == AHD_ACT_ACCUSE)
            link_accusation(kb, doc, i);
        else if (doc->acts.items[i].type == AHD_ACT_DENY)
            link_denial(kb, doc, i);
    }
}
