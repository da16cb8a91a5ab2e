#include "names/reach.h"

#include "doc/look.h"

/* Words of a phrase; a page of nothing but nouns is cut. */
enum { LONGEST = 24 };

bool ahd_reach_is_noun(const ahd_reader *r, uint32_t token)
{
    static const uint32_t nouns =
        1u << AHD_POS_NOUN | 1u << AHD_POS_PROPN | 1u << AHD_POS_ADJ;
    const ahd_segment *s = ahd_look_host(r->doc, token);

    return s && (nouns & 1u << s->pos);
}

/* The chunk that holds the token's word; NULL when none does. */
static const ahd_chunk *chunk_of(const ahd_reader *r, uint32_t token)
{
    const ahd_doc *doc = r->doc;
    const ahd_segment *host = ahd_look_host(r->doc, token);

    if (host == NULL)
        return NULL;
    uint32_t segment = (uint32_t)(host - doc->segments.items);
    uint32_t at = ahd_look_chunk_after(doc, segment);
    const ahd_chunk *c = &doc->chunks.items[at];
    return at < doc->chunks.count && c->first <= segment ? c : NULL;
}

/* «الحكومة … الجديد» do not agree; plurals of things are feminine. */
static bool agrees(const ahd_segment *adjective, const ahd_segment *noun)
{
    uint32_t a = AHD_FEAT(adjective->feats, GENDER);
    uint32_t n = AHD_FEAT(noun->feats, GENDER);

    return a == 0 || n == 0 || a == n ||
           AHD_FEAT(noun->feats, NUMBER) == AHD_PLURAL;
}

/* Does the adjective go with none of the phrase's nouns, but with a noun
 * before it: «رئيس الحكومة الجديد»? */
static bool is_outer(const ahd_reader *r, uint32_t first, uint32_t at)
{
    const ahd_segment *adjective = ahd_look_host(r->doc, at);

    if (adjective == NULL || adjective->pos != AHD_POS_ADJ)
        return false;
    for (uint32_t i = first; i < at; i++) {
        const ahd_segment *s = ahd_look_host(r->doc, i);
        if (s && s->pos != AHD_POS_ADJ && agrees(adjective, s))
            return false;
    }
    return true;
}

/* A title or a known person after a noun is a holder's, in apposition. */
static bool is_holder(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        bool title = hit->kind == AHD_TERM_TITLE && (hit->pro & AHD_PRO_AL);
        bool person = hit->kind == AHD_TERM_ACTOR &&
                      hit->end > hit->first + 1 &&
                      ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_PERSON;
        if (title || person)
            return true;
    }
    return false;
}

uint32_t ahd_reach_end(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    const ahd_chunk *c = chunk_of(r, token);
    uint32_t at = token + 1;

    limit = limit < token + LONGEST ? limit : token + LONGEST;
    if (c == NULL)
        return at;
    bool inner =
        ahd_look_host(r->doc, token) != &r->doc->segments.items[c->head];
    for (; at < limit; at++) {
        const ahd_token *t = &r->doc->tokens.items[at];
        if (t->segment == AHD_NONE || t->segment >= c->end ||
            t->kind != AHD_TOKEN_WORD || is_holder(r, at) ||
            (inner && is_outer(r, token, at)))
            break;
    }
    return at;
}

uint32_t ahd_reach_first(const ahd_reader *r, uint32_t token)
{
    const ahd_chunk *c = chunk_of(r, token);

    return c ? r->doc->segments.items[c->first].token : token;
}

uint32_t ahd_reach_head(const ahd_reader *r, uint32_t token)
{
    const ahd_chunk *c = chunk_of(r, token);

    return c ? r->doc->segments.items[c->head].token : token;
}

bool ahd_reach_is_attribute(const ahd_reader *r, uint32_t token, uint32_t of)
{
    const ahd_chunk *c = chunk_of(r, token);

    return c && c->link == AHD_LINK_ATTRIBUTE && c->word != AHD_NONE &&
           r->doc->segments.items[c->word].token >= of;
}

bool ahd_reach_is_definite(const ahd_reader *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const ahd_segment *s = ahd_look_host(r->doc, i);
        if (s && (AHD_FEAT(s->feats, ARTICLE) ||
                  (s->pos == AHD_POS_PROPN && !s->common)))
            return true;
    }
    return false;
}

bool ahd_reach_is_sayer(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = token > 0 ? ahd_look_host(r->doc, token - 1) : NULL;

    return s && s->pos == AHD_POS_VERB && ahd_reader_is_arabic(r, token) &&
           ahd_look_hit(r->doc, token - 1, AHD_TERM_CUE) != NULL;
}
