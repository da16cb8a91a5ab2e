#include "agreements/complete.h"

#include "doc/look.h"
#include "kb/kb.h"

/* How many tokens behind the trigger, before it, a mention may stand. */
enum { BEHIND = 24, BEFORE = 16 };

enum { LOOK_BEHIND = 1, LOOK_BEFORE = 2 };

/* Where a type's agreement stands when its clause has none. */
static const uint8_t where[AHD_ACT_TYPES] = {
    [AHD_ACT_NEGOTIATE] = LOOK_BEHIND,
    [AHD_ACT_MEDIATE] = LOOK_BEHIND,
    [AHD_ACT_COMMIT] = LOOK_BEFORE,
    [AHD_ACT_DEMAND] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_IMPLEMENT] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_ACCUSE] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_BREACH] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_REJECT] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_SUSPEND] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_EXTEND] = LOOK_BEHIND | LOOK_BEFORE,
    [AHD_ACT_SUPPORT] = LOOK_BEHIND | LOOK_BEFORE,
};

static bool is_usable(const ahd_agreement_ref *r)
{
    return r->noun != AHD_NOUN_CONTRACT && r->noun != AHD_NOUN_OUTCOME;
}

static uint32_t behind(const ahd_doc *doc, const ahd_act *act, ahd_sentence s)
{
    for (uint32_t i = ahd_look_ref_from(doc, act->trigger_first);
         i < doc->agreements.count && doc->agreements.items[i].first < s.end &&
         doc->agreements.items[i].first < act->trigger_end + BEHIND;
         i++)
        if (is_usable(&doc->agreements.items[i]))
            return i;
    return AHD_NONE;
}

static uint32_t before(const ahd_doc *doc, const ahd_act *act, ahd_sentence s)
{
    for (uint32_t i = ahd_look_ref_from(doc, act->trigger_first); i-- > 0;) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->first < s.first || r->end + BEFORE < act->trigger_first)
            break;
        if (is_usable(r))
            return i;
    }
    return AHD_NONE;
}

void ahd_complete_acts(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        ahd_sentence s = ahd_look_around(doc, act->trigger_first);
        uint32_t ref = AHD_NONE;
        if (act->agreements.count > 0)
            continue;
        if (where[act->type] & LOOK_BEHIND)
            ref = behind(doc, act, s);
        if (ref == AHD_NONE && where[act->type] & LOOK_BEFORE)
            ref = before(doc, act, s);
        if (ref != AHD_NONE)
            *ahd_vec_push(doc->arena, &act->agreements) = ref;
    }
}

/* Do its words tell of no one agreement? A signing may tell of a new one; what
 * is charged is charged with the words that it has. */
static bool tells_none(const ahd_doc *doc, const ahd_act *act)
{
    if (act->type == AHD_ACT_ACCUSE || act->type == AHD_ACT_BREACH ||
        act->type == AHD_ACT_DENY)
        return false;
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &doc->agreements.items[act->agreements.items[i]];
        bool open = r->id == AHD_NONE && r->resolution == 0;
        if (!open || (act->type == AHD_ACT_SIGN && !r->plural) ||
            (r->fullest != AHD_NONE && !r->vague))
            return false;
    }
    return act->agreements.count > 0;
}

/* The first that is known behind the trigger, else the last before it. */
static uint32_t known_of_sentence(const ahd_doc *doc, const ahd_act *act)
{
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);
    uint32_t last = AHD_NONE;

    for (uint32_t i = ahd_look_ref_from(doc, s.first);
         i < doc->agreements.count && doc->agreements.items[i].first < s.end;
         i++) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->id == AHD_NONE || r->plural)
            continue;
        last = i;
        if (r->first >= act->trigger_first)
            break;
    }
    return last;
}

void ahd_complete_choice(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        uint32_t known =
            tells_none(doc, act) ? known_of_sentence(doc, act) : AHD_NONE;
        if (known == AHD_NONE)
            continue;
        act->agreements.count = 1;
        act->agreements.items[0] = known;
    }
}
