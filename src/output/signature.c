#include "output/signature.h"

#include "doc/look.h"
#include "kb/names.h"

/* «اتفقا شفهيا على», "agreed orally to": so many words around the act; from
 * the agreement that one leaves to the word for leaving. */
enum { NEAR = 3, FAR = 8 };

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

static ahd_signature_state of_signing(const ahd_doc *doc, const ahd_act *act,
                                      const ahd_agreement_ref *ref)
{
    if (act->modality == AHD_NEGATED)
        return AHD_SIGNATURE_ABSENT;
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
    bool near = ref->sentence == act->sentence &&
                ref->first >= act->trigger_first &&
                ref->first < act->trigger_end + FAR;

    if (act->modality != AHD_ACTUAL || !near ||
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
