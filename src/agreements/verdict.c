#include "agreements/verdict.h"

#include "agreements/anaphora.h"
#include "agreements/clauses.h"
#include "agreements/complete.h"
#include "agreements/dateline.h"
#include "agreements/resolve.h"
#include "base/day.h"
#include "doc/look.h"

/* A page of lists could name thousands: the first ones are resolved. */
enum { MOST_REFS = 400 };

/* «الاتفاق» stands for the words by which the page names that agreement, before
 * or after it; else for the fuller words before it. */
static void choose_fullest(ahd_doc *doc, uint32_t ref)
{
    ahd_agreement_ref *r = &doc->agreements.items[ref];

    if (r->id == AHD_NONE || r->how != AHD_HOW_ANAPHOR || !r->bare)
        return;
    for (uint32_t i = 0; i < doc->agreements.count && i < MOST_REFS; i++) {
        const ahd_agreement_ref *other = &doc->agreements.items[i];
        if (other->id == r->id && other->how == AHD_HOW_NAMED && i != ref) {
            r->fullest = i;
            return;
        }
    }
}

/* Twice: what the page names anywhere helps to decide what it describes. */
static void resolve_all(ahd_evidence *e)
{
    for (uint32_t i = 0; i < e->doc->agreements.count && i < MOST_REFS; i++)
        if (e->doc->agreements.items[i].how == AHD_HOW_NAMED)
            ahd_resolve_ref(e, i);
    for (uint32_t i = 0; i < e->doc->agreements.count && i < MOST_REFS; i++)
        ahd_resolve_ref(e, i);
    for (uint32_t i = 0; i < e->doc->agreements.count && i < MOST_REFS; i++)
        ahd_anaphora_look_ahead(e, i);
    for (uint32_t i = 0; i < e->doc->agreements.count && i < MOST_REFS; i++)
        choose_fullest(e->doc, i);
}

/* What was decided without a date, but for names, is decided again with it. */
static void resolve_again(ahd_evidence *e)
{
    for (uint32_t i = 0; i < e->doc->agreements.count && i < MOST_REFS; i++) {
        ahd_agreement_ref *r = &e->doc->agreements.items[i];
        if (r->how != AHD_HOW_NAMED)
            r->id = AHD_NONE;
    }
    resolve_all(e);
}

/* ------------------------------------------- names that no registry knows */

/* How strongly the decided members of a list point at agreement `id`: the
 * same country, a stated relation. */
static float pull(const ahd_kb *kb, uint32_t id, uint32_t companion)
{
    const ahd_agreement *a = ahd_kb_agreement_at(kb, id);
    const ahd_agreement *b = ahd_kb_agreement_at(kb, companion);
    float points = 0;

    if (ahd_str_eq(ahd_kb_str(kb, a->country), ahd_kb_str(kb, b->country)))
        points += 0.2f;
    for (uint32_t i = 0; i < kb->relations.count; i++) {
        const ahd_relation *r = ahd_kb_relation_at(kb, i);
        if ((r->agreement == id && r->other == companion) ||
            (r->agreement == companion && r->other == id))
            points += 0.3f;
    }
    return points;
}

/* Is the agreement decided elsewhere in the document? It has its own name
 * there, so an unknown name is more likely another one's. */
static bool is_named_elsewhere(const ahd_doc *doc, uint32_t id)
{
    for (uint32_t i = 0; i < doc->agreements.count && i < MOST_REFS; i++)
        if (doc->agreements.items[i].id == id)
            return true;
    return false;
}

/* The words of its sentence that the agreement's names hold: «الحل السياسي»
 * beside «الاتفاق السياسي». */
static float share_sentence(ahd_evidence *e, const ahd_agreement_ref *r,
                            uint32_t id)
{
    ahd_sentence s = ahd_look_around(e->doc, r->first);
    ahd_str names = ahd_kb_str(e->kb, ahd_kb_agreement_at(e->kb, id)->folded);
    float held = 0;

    for (uint32_t i = s.first; i < s.end; i++) {
        const ahd_token *t = &e->doc->tokens.items[i];
        if (t->form.len >= 10 && !ahd_look_hit(e->doc, i, AHD_TERM_CLASS) &&
            ahd_look_mention_at(e->doc, i) == AHD_NONE)
            held += (float)(ahd_str_find(names, t->form) < names.len);
    }
    return held > 2 ? 0.3f : 0.15f * held;
}

static float pull_of_list(ahd_evidence *e, const ahd_act *act, uint32_t k,
                          uint32_t id)
{
    float points = 0;

    for (uint32_t j = 0; j < act->agreements.count; j++) {
        uint32_t other = e->doc->agreements.items[act->agreements.items[j]].id;
        if (j != k && other != AHD_NONE)
            points += pull(e->kb, id, other);
    }
    return points;
}

/* «تنفيذ اتفاق … وقرارات مجلس الأمن ومخرجات برلين»: a member of a list that
 * stayed open is ranked anew by its companions. It stays open. */
static void infer_from_list(ahd_evidence *e, const ahd_act *act, uint32_t k)
{
    uint32_t ref = act->agreements.items[k];
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    r->others = 0;
    for (uint32_t id = 0; id < e->kb->agreements.count; id++) {
        const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
        float points = 0;
        if (!ahd_evidence_is_hidden(e->kb, id) &&
            ahd_resolve_fits(ahd_kb_str(e->kb, a->kind), r->noun))
            points = ahd_resolve_score(e, ref, id);
        if (points <= 0)
            continue;
        points += pull_of_list(e, act, k, id) + share_sentence(e, r, id) -
                  (is_named_elsewhere(e->doc, id) ? 0.4f : 0);
        if (points > 0.2f)
            ahd_resolve_rank(r, id, points);
    }
    r->how = AHD_HOW_INFERRED;
    r->because = AHD_STR("no registry name is like it; the candidates are "
                         "ranked by the agreements listed beside it");
}

static void infer_from_lists(ahd_evidence *e)
{
    for (uint32_t i = 0; i < e->doc->acts.count; i++) {
        const ahd_act *act = &e->doc->acts.items[i];
        for (uint32_t k = 0; k < act->agreements.count; k++) {
            const ahd_agreement_ref *r =
                &e->doc->agreements.items[act->agreements.items[k]];
            if (act->agreements.count > 1 && r->id == AHD_NONE &&
                r->noun != AHD_NOUN_TALKS)
                infer_from_list(e, act, k);
        }
    }
}

/* A signing of what no registry knows is a discovery. */
static void discover(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        const ahd_act *act = &doc->acts.items[i];
        if (act->type != AHD_ACT_SIGN || act->modality != AHD_ACTUAL ||
            act->agreements.count == 0 || act->source.count == 0)
            continue;
        ahd_agreement_ref *r = &doc->agreements.items[act->agreements.items[0]];
        if (r->id != AHD_NONE || r->found != AHD_NONE)
            continue;
        r->found = doc->found.count;
        *ahd_vec_push(doc->arena, &doc->found) =
            (ahd_found){ahd_doc_words(doc, r->at), i, AHD_NO_DAY};
    }
}

/* «الاتفاق» stands for the one that was found. */
static void share_found(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->agreements.count; i++) {
        ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->id == AHD_NONE && r->found == AHD_NONE &&
            r->fullest != AHD_NONE && !r->plural)
            r->found = doc->agreements.items[r->fullest].found;
    }
}

void ahd_agreements_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_evidence e;

    if (doc->agreements.count == 0) {
        ahd_dateline_infer(kb, doc, scratch);
        return;
    }
    ahd_complete_acts(doc);
    ahd_evidence_gather(&e, kb, doc, scratch);
    resolve_all(&e);
    if (ahd_dateline_infer(kb, doc, scratch))
        resolve_again(&e);
    ahd_complete_choice(doc);
    infer_from_lists(&e);
}

void ahd_agreements_conclude(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)scratch;
    discover(doc);
    share_found(doc);
    ahd_clauses_find(kb, doc);
}
