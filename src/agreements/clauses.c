#include "agreements/clauses.h"

#include "doc/look.h"

/* More candidates than this say nothing. */
enum { MOST_CLAUSES = 4 };

static uint64_t topics_of(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    uint64_t mask = 0;

    for (uint32_t i = first; i < end && i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        for (uint32_t k = 0; k < t->hits; k++) {
            const ahd_hit *hit = &doc->hits.items[t->first_hit + k];
            if (hit->kind == AHD_TERM_TOPIC)
                mask |= 1ull << hit->id;
        }
    }
    return mask;
}

static uint64_t topics_around(const ahd_doc *doc, uint32_t token)
{
    ahd_sentence s = ahd_look_around(doc, token);

    return topics_of(doc, s.first, s.end);
}

/* What the act's sentence, its quotation and the act that it is about are
 * about. */
static uint64_t topics_of_act(const ahd_doc *doc, const ahd_act *act)
{
    uint64_t mask = topics_around(doc, act->trigger_first);

    if (act->quote != AHD_NONE) {
        const ahd_quote *q = &doc->quotes.items[act->quote];
        mask |= topics_of(doc, q->first, q->end);
    }
    for (uint32_t i = 0; i < act->about.count; i++) {
        const ahd_about *about = &act->about.items[i];
        uint32_t token = about->event != AHD_NONE
                             ? doc->events.items[about->event].trigger_first
                             : doc->acts.items[about->act].trigger_first;
        mask |= topics_around(doc, token);
    }
    return mask;
}

static int bits(uint64_t mask)
{
    int n = 0;

    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

/* The clauses that share most topics, but not by what the whole agreement is
 * about: «وقف إطلاق النار» points at no clause of a ceasefire. */
static void add_clauses(const ahd_kb *kb, ahd_doc *doc, ahd_act *act,
                        const ahd_agreement *a)
{
    uint64_t mask =
        topics_of_act(doc, act) &
        ~topics_of(doc, doc->agreements.items[act->agreements.items[0]].first,
                   doc->agreements.items[act->agreements.items[0]].end);

    for (int want = 3; want > 0 && act->clauses.count == 0; want--)
        for (uint32_t i = 0; i < a->commitments; i++) {
            uint32_t row = a->first_commitment + i;
            const ahd_commitment *c = ahd_kb_commitment_at(kb, row);
            if (bits(c->topic_mask & mask) >= want &&
                act->clauses.count < MOST_CLAUSES)
                *ahd_vec_push(doc->arena, &act->clauses) =
                    (ahd_provision){row, 0, AHD_HOW_INFERRED};
        }
}

/* ---------------------------------------------------------- by number */

/* The row of the agreement's commitments that has this number. */
static uint32_t row_of(const ahd_kb *kb, uint32_t id, uint32_t number)
{
    const ahd_agreement *a =
        id == AHD_NONE ? NULL : ahd_kb_agreement_at(kb, id);

    for (uint32_t i = 0; a && i < a->commitments; i++) {
        uint32_t row = a->first_commitment + i;
        ahd_str n = ahd_kb_str(kb, ahd_kb_commitment_at(kb, row)->n);
        uint32_t value = 0;
        for (size_t k = 0; k < n.len; k++)
            value = n.ptr[k] >= '0' && n.ptr[k] <= '9'
                        ? 10 * value + (uint32_t)(n.ptr[k] - '0')
                        : UINT16_MAX;
        if (value == number)
            return row;
    }
    return AHD_NONE;
}

/* The number of the clause at `token`: «المادة الثانية», «البند (4)», "Article
 * 5", "the fifth clause"; NULL when none is told. */
static const ahd_number *number_at(const ahd_doc *doc, uint32_t token)
{
    enum { MOST = 200 };
    const ahd_number *n = ahd_look_number(
        doc, ahd_look_is(doc, token + 1, "(") ? token + 2 : token + 1);

    if (n == NULL && token > 0)
        n = ahd_look_number(doc, token - 1);
    if (n && n->first < token && n->kind != AHD_NUMBER_ORDINAL)
        return NULL;
    if (n == NULL || n->kind > AHD_NUMBER_ORDINAL || n->value < 1 ||
        n->value > MOST || n->from != AHD_FROM_START)
        return NULL;
    return n;
}

/* «المادة الخامسة من الدستور»: of something else than the act's agreement. */
static bool is_of_other(const ahd_doc *doc, uint32_t end, uint32_t ref)
{
    const ahd_agreement_ref *own = &doc->agreements.items[ref];
    uint32_t of = ahd_look_is(doc, end, ")") ? end + 1 : end;

    if (!ahd_look_is(doc, of, "من") && !ahd_look_is(doc, of, "of"))
        return false;
    uint32_t told = ahd_look_ref_from(doc, of + 1);
    if (told == doc->agreements.count ||
        doc->agreements.items[told].first > of + 2)
        return true;
    const ahd_agreement_ref *other = &doc->agreements.items[told];
    return told != ref && (other->id == AHD_NONE || other->id != own->id) &&
           other->fullest != ref && own->fullest != told;
}

/* The clauses that the act's sentence names. */
static void add_named(const ahd_kb *kb, ahd_doc *doc, ahd_act *act)
{
    uint32_t ref = act->agreements.items[0];
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);

    for (uint32_t i = s.first; i < s.end && act->clauses.count < MOST_CLAUSES;
         i++) {
        const ahd_number *n =
            ahd_look_hit_id(doc, i, AHD_TERM_CLASS, AHD_CLASS_PROVISION)
                ? number_at(doc, i)
                : NULL;
        if (n == NULL || is_of_other(doc, n->end > i ? n->end : i + 1, ref))
            continue;
        uint32_t number = (uint32_t)n->value;
        *ahd_vec_push(doc->arena, &act->clauses) =
            (ahd_provision){row_of(kb, doc->agreements.items[ref].id, number),
                            number, AHD_HOW_NAMED};
    }
}

static bool wants_clauses(uint8_t type)
{
    return type == AHD_ACT_ACCUSE || type == AHD_ACT_BREACH ||
           type == AHD_ACT_DENY || type == AHD_ACT_IMPLEMENT;
}

void ahd_clauses_find(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        if (act->agreements.count == 0)
            continue;
        add_named(kb, doc, act);
        uint32_t id = doc->agreements.items[act->agreements.items[0]].id;
        if (act->clauses.count == 0 && wants_clauses(act->type) &&
            id != AHD_NONE)
            add_clauses(kb, doc, act, ahd_kb_agreement_at(kb, id));
    }
}
