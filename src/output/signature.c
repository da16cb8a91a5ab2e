#include "output/signature.h"

#include "doc/look.h"
#include "kb/names.h"

/* Words behind the act that may say how, «اتفقا شفهيا على»; from the word to
 * the agreement that one leaves or does not sign; from a denial to the word. */
enum { NEAR = 3, FAR = 8, DENIED = 2 };

static bool says(const ahd_doc *doc, uint32_t first, uint32_t end,
                 ahd_signature_state state)
{
    for (uint32_t i = first; i < end; i++)
        if (ahd_look_hit_id(doc, i, AHD_TERM_SIGNATURE, state))
            return true;
    return false;
}

/* The words around the act and the agreement, within the sentence. */
static bool is_verbal(const ahd_doc *doc, const ahd_act *act,
                      const ahd_agreement_ref *ref)
{
    const ahd_sentence *s = &doc->sentences.items[act->sentence];
    uint32_t end = act->trigger_end + NEAR;

    if (end > s->end)
        end = s->end;
    return says(doc, act->trigger_first, end, AHD_SIGNATURE_VERBAL) ||
           says(doc, ref->first, ref->end, AHD_SIGNATURE_VERBAL);
}

static bool is_near(const ahd_act *act, const ahd_agreement_ref *ref)
{
    return ref->sentence == act->sentence && ref->first >= act->trigger_first &&
           ref->first < act->trigger_end + FAR && !ref->plural;
}

/* «لم توقع», "has not signed": the very verb is denied, of this agreement.
 * What was not reached, or not said to be signed, tells of nobody. */
static bool is_refused(const ahd_doc *doc, const ahd_act *act,
                       const ahd_agreement_ref *ref)
{
    const ahd_segment *host = ahd_look_host(doc, act->trigger_first);
    uint32_t first =
        act->trigger_first > DENIED ? act->trigger_first - DENIED : 0;

    if (act->mode != AHD_MODE_SIGNED && act->mode != AHD_MODE_INITIALLED)
        return false;
    if (host == NULL || host->pos != AHD_POS_VERB || !is_near(act, ref))
        return false;
    for (uint32_t i = first; i < act->trigger_first; i++)
        if (ahd_look_hit_id(doc, i, AHD_TERM_CLASS, AHD_CLASS_NEGATION))
            return true;
    return false;
}

static ahd_signature_state of_signing(const ahd_doc *doc, const ahd_act *act,
                                      const ahd_agreement_ref *ref)
{
    if (act->modality == AHD_NEGATED)
        return is_refused(doc, act, ref) ? AHD_SIGNATURE_ABSENT
                                         : AHD_SIGNATURE_NONE;
    if (act->modality != AHD_ACTUAL || act->mode == AHD_MODE_NONE)
        return AHD_SIGNATURE_NONE;
    if (is_verbal(doc, act, ref))
        return AHD_SIGNATURE_VERBAL;
    /* The modes of `sign` are the first states, in their order. */
    return (ahd_signature_state)act->mode;
}

/* «انسحبت من الاتفاق»: the agreement stands behind the word, and near. */
static ahd_signature_state of_leaving(const ahd_doc *doc, const ahd_act *act,
                                      const ahd_agreement_ref *ref)
{
    if (act->modality != AHD_ACTUAL || !is_near(act, ref) ||
        !says(doc, act->trigger_first, act->trigger_end,
              AHD_SIGNATURE_WITHDREW))
        return AHD_SIGNATURE_NONE;
    return AHD_SIGNATURE_WITHDREW;
}

ahd_signature_state ahd_signature_of(const ahd_doc *doc, uint32_t n,
                                     uint32_t rank)
{
    const ahd_act *act = &doc->acts.items[n];
    const ahd_agreement_ref *ref =
        &doc->agreements.items[act->agreements.items[rank]];

    if (act->type == AHD_ACT_SIGN)
        return of_signing(doc, act, ref);
    if (act->type == AHD_ACT_SUSPEND)
        return of_leaving(doc, act, ref);
    return AHD_SIGNATURE_NONE;
}

/* Is there no comma between the two? */
static bool is_beside(const ahd_doc *doc, uint32_t token, const ahd_act *act)
{
    uint32_t first = token < act->trigger_first ? token : act->trigger_end;
    uint32_t end = token < act->trigger_first ? act->trigger_first : token;

    for (uint32_t i = first; i < end; i++)
        if (ahd_look_is_punct(doc, i))
            return false;
    return true;
}

bool ahd_signature_is_of(const ahd_doc *doc, const ahd_act *act,
                         const ahd_arg *arg, ahd_signature_state state)
{
    uint32_t token = ahd_look_token_at(doc, arg->at.start);

    if (state != AHD_SIGNATURE_ABSENT && state != AHD_SIGNATURE_WITHDREW)
        return true;
    return is_beside(doc, token, act) &&
           (token == 0 ||
            !ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_WITH));
}
