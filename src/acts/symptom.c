#include "acts/symptom.h"

#include "doc/look.h"

uint64_t ahd_symptom_segment(const ahd_doc *doc, uint32_t segment)
{
    const ahd_segment *s = &doc->segments.items[segment];

    return ahd_grammar_key(AHD_GRAMMAR_NOUN, s->lemma.len > 0
                                                 ? s->lemma
                                                 : ahd_doc_words(doc, s->at));
}

uint64_t ahd_symptom_word(const ahd_doc *doc, uint32_t token)
{
    if (token >= doc->tokens.count)
        return 0;
    const ahd_token *t = &doc->tokens.items[token];
    if (t->kind != AHD_TOKEN_WORD || t->segments == 0 || t->segment == AHD_NONE)
        return t->form.len > 0 ? (uint8_t)t->form.ptr[0] : 0;
    return ahd_symptom_segment(doc, t->segment + t->host);
}

uint32_t ahd_symptom_class(const ahd_kb *kb, const ahd_doc *doc, uint32_t token)
{
    ahd_name_weights weights;

    if (token >= doc->tokens.count || doc->tokens.items[token].readings == 0 ||
        !ahd_name_weights_open(kb->lang, &weights))
        return 0;
    const ahd_name_word *word = ahd_name_word_find(
        &weights, ahd_name_key(doc->tokens.items[token].reading[0].host));
    return word ? word->fine : 0;
}

uint32_t ahd_symptom_chunk(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];

    if (t->segments == 0 || t->segment == AHD_NONE)
        return AHD_NONE;
    uint32_t segment = t->segment + t->host;
    uint32_t k = ahd_look_chunk_after(doc, segment);
    return k < doc->chunks.count && doc->chunks.items[k].first <= segment
               ? k
               : AHD_NONE;
}

uint64_t ahd_symptom_prep(const ahd_doc *doc, const ahd_chunk *chunk)
{
    return chunk->prep == AHD_NONE ? 0 : ahd_symptom_segment(doc, chunk->prep);
}

uint32_t ahd_symptom_who(const ahd_kb *kb, const ahd_doc *doc, uint32_t mention)
{
    const ahd_mention *m = &doc->mentions.items[mention];
    uint32_t type = 31;

    if (m->id != AHD_NONE && m->kind != AHD_MENTION_PLACE)
        type = ahd_kb_actor_at(kb, m->id)->type & 31;
    return m->kind | type << 3 | (uint32_t)(m->name.len > 0) << 8 |
           (uint32_t)(m->of != AHD_NONE) << 9;
}

/* ---------------------------------------------------------- what they said */

static const char *const texts[] = {
#define X(name, text) text,
    AHD_SYMPTOMS(X)
#undef X
};

void ahd_symptom_weigh(const ahd_symptoms *symptoms,
                       const ahd_act_weights *weights, uint32_t lane,
                       int32_t sums[AHD_SYMPTOM_KINDS])
{
    for (uint32_t i = 0; i < symptoms->count; i++) {
        const ahd_act_row *row =
            ahd_act_weights_find(weights, symptoms->numbers[i]);
        if (row)
            sums[symptoms->kinds[i]] += row->lanes[lane];
    }
}

/* Puts a ground where its sum belongs, the largest first. */
static uint8_t insert(ahd_ground *grounds, uint8_t count, ahd_ground ground)
{
    uint8_t at = count;

    while (at > 0 && grounds[at - 1].sum < ground.sum)
        at--;
    if (at == AHD_GROUNDS)
        return count;
    count += count < AHD_GROUNDS;
    for (uint8_t i = (uint8_t)(count - 1); i > at; i--)
        grounds[i] = grounds[i - 1];
    grounds[at] = ground;
    return count;
}

uint8_t ahd_symptom_grounds(const int32_t sums[AHD_SYMPTOM_KINDS], bool against,
                            ahd_ground out[AHD_GROUNDS])
{
    int32_t sign = against ? -1 : 1;
    uint8_t count = 0;

    for (uint32_t kind = 0; kind < AHD_SYMPTOM_KINDS; kind++)
        if (kind != AHD_SYMPTOM_ALWAYS && sign * sums[kind] > 0)
            count = insert(out, count,
                           (ahd_ground){texts[kind], sign * sums[kind]});
    if (count == 0 && sign * sums[AHD_SYMPTOM_ALWAYS] > 0)
        count = insert(out, count,
                       (ahd_ground){texts[AHD_SYMPTOM_ALWAYS],
                                    sign * sums[AHD_SYMPTOM_ALWAYS]});
    for (uint8_t i = 0; i < count; i++)
        out[i].sum *= sign;
    return count;
}
