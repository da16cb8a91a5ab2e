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

static uint64_t topics_of_sentence(const ahd_doc *doc, const ahd_act *act)
{
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);

    return topics_of(doc, s.first, s.end);
}

/* What the act's sentence, its quotation and the act that it is about are
 * about. */
static uint64_t topics_of_act(const ahd_doc *doc, const ahd_act *act)
{
    uint64_t mask = topics_of_sentence(doc, act);

    if (act->quote != AHD_NONE) {
        const ahd_quote *q = &doc->quotes.items[act->quote];
        mask |= topics_of(doc, q->first, q->end);
    }
    for (uint32_t i = 0; i < act->about.count; i++)
        mask |=
            topics_of_sentence(doc, &doc->acts.items[act->about.items[i].act]);
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
                    (ahd_provision){row, AHD_HOW_INFERRED};
        }
}

static bool wants_clauses(uint8_t type)
{
    return type == AHD_ACT_ACCUSE || type == AHD_ACT_BREACH ||
           type == AHD_ACT_DENY || type == AHD_ACT_IMPLEMENT;
}

void ahd_clauses_infer(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        if (!wants_clauses(act->type) || act->agreements.count == 0)
            continue;
        uint32_t id = doc->agreements.items[act->agreements.items[0]].id;
        if (id != AHD_NONE)
            add_clauses(kb, doc, act, ahd_kb_agreement_at(kb, id));
    }
}
