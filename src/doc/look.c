#include "doc/look.h"

#include <stddef.h>

static const ahd_token *token_at(const ahd_doc *doc, uint32_t token)
{
    return token < doc->tokens.count ? &doc->tokens.items[token] : NULL;
}

const ahd_hit *ahd_look_hit(const ahd_doc *doc, uint32_t token, uint32_t kind)
{
    const ahd_token *t = token_at(doc, token);

    for (uint32_t i = 0; t && i < t->hits; i++)
        if (doc->hits.items[t->first_hit + i].kind == kind)
            return &doc->hits.items[t->first_hit + i];
    return NULL;
}

const ahd_hit *ahd_look_hit_id(const ahd_doc *doc, uint32_t token,
                               uint32_t kind, uint32_t id)
{
    const ahd_token *t = token_at(doc, token);

    for (uint32_t i = 0; t && i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == kind && hit->id == id)
            return hit;
    }
    return NULL;
}

bool ahd_look_is_punct(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = token_at(doc, token);

    return t && t->kind == AHD_TOKEN_PUNCT;
}

bool ahd_look_has_pro(const ahd_doc *doc, uint32_t token, uint16_t pro)
{
    const ahd_token *t = token_at(doc, token);

    for (int i = 0; t && i < t->readings; i++)
        if (t->reading[i].pro & pro)
            return true;
    return false;
}

/* The first of `count` items whose uint32_t at byte `field` is not below
 * `value`; the layers are in that order. */
static uint32_t lower_bound(const void *items, uint32_t count, size_t size,
                            size_t field, uint32_t value)
{
    uint32_t low = 0, high = count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2, here;
        memcpy(&here, (const char *)items + middle * size + field, sizeof here);
        if (here < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#define LOWER_BOUND(layer, type, field, value)                                 \
    lower_bound((layer).items, (layer).count, sizeof(type),                    \
                offsetof(type, field), (value))

uint32_t ahd_look_mention_from(const ahd_doc *doc, uint32_t token)
{
    return LOWER_BOUND(doc->mentions, ahd_mention, first, token);
}

uint32_t ahd_look_mention_at(const ahd_doc *doc, uint32_t token)
{
    uint32_t next = ahd_look_mention_from(doc, token);

    if (next < doc->mentions.count && doc->mentions.items[next].first == token)
        return next;
    if (next > 0 && doc->mentions.items[next - 1].end > token)
        return next - 1;
    return AHD_NONE;
}

uint32_t ahd_look_ref_from(const ahd_doc *doc, uint32_t token)
{
    return LOWER_BOUND(doc->agreements, ahd_agreement_ref, first, token);
}

uint32_t ahd_look_quote_of(const ahd_doc *doc, uint32_t token)
{
    enum { LOOK_BACK = 64 }; /* quotations that began earlier have ended */
    uint32_t best = AHD_NONE, width = UINT32_MAX;
    uint32_t i = LOWER_BOUND(doc->quotes, ahd_quote, sentence,
                             doc->tokens.items[token].sentence + 1);
    uint32_t stop = i > LOOK_BACK ? i - LOOK_BACK : 0;

    while (i-- > stop) {
        const ahd_quote *q = &doc->quotes.items[i];
        if (q->first <= token && token < q->end && q->end - q->first < width) {
            best = i;
            width = q->end - q->first;
        }
    }
    return best;
}

uint32_t ahd_look_quote_by_cue(const ahd_doc *doc, uint32_t token)
{
    uint32_t start = doc->tokens.items[token].at.start;
    uint32_t i = LOWER_BOUND(doc->quotes, ahd_quote, cue.start, start);

    return i < doc->quotes.count && doc->quotes.items[i].cue.start == start
               ? i
               : AHD_NONE;
}

ahd_sentence ahd_look_around(const ahd_doc *doc, uint32_t token)
{
    ahd_sentence s = doc->sentences.items[doc->tokens.items[token].sentence];

    if (token > s.first + AHD_LOOK_AROUND)
        s.first = token - AHD_LOOK_AROUND;
    if (s.end > token + AHD_LOOK_AROUND)
        s.end = token + AHD_LOOK_AROUND;
    return s;
}

uint32_t ahd_look_time_from(const ahd_doc *doc, uint32_t token)
{
    return LOWER_BOUND(doc->times, ahd_time, first, token);
}

const ahd_segment *ahd_look_host(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = token_at(doc, token);

    return t == NULL || t->segments == 0 || t->segment == AHD_NONE
               ? NULL
               : &doc->segments.items[t->segment + t->host];
}

ahd_span ahd_look_word(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host ? host->at : doc->tokens.items[token].at;
}

uint32_t ahd_look_chunk_after(const ahd_doc *doc, uint32_t segment)
{
    return LOWER_BOUND(doc->chunks, ahd_chunk, end, segment + 1);
}

const ahd_number *ahd_look_number(const ahd_doc *doc, uint32_t token)
{
    uint32_t at = LOWER_BOUND(doc->numbers, ahd_number, first, token);
    const ahd_number *n = doc->numbers.items + at;

    return at < doc->numbers.count && n->first == token ? n : NULL;
}

const ahd_named *ahd_look_named(const ahd_doc *doc, uint32_t token)
{
    uint32_t at = LOWER_BOUND(doc->named, ahd_named, first, token);
    const ahd_named *n = doc->named.items + at;

    return at < doc->named.count && n->first == token ? n : NULL;
}

uint32_t ahd_look_token_at(const ahd_doc *doc, uint32_t at)
{
    return LOWER_BOUND(doc->tokens, ahd_token, at.start, at);
}

ahd_span ahd_look_span(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    if (first >= end || end > doc->tokens.count)
        return (ahd_span){0, 0};
    uint32_t start = doc->tokens.items[first].at.start;
    return (ahd_span){start,
                      ahd_span_end(doc->tokens.items[end - 1].at) - start};
}

bool ahd_look_is_stance(const ahd_doc *doc, const ahd_mention *m)
{
    return m->hostile && m->id != AHD_NONE &&
           ahd_look_quote_of(doc, m->first) == AHD_NONE;
}

const ahd_mention *ahd_look_stranger(const ahd_doc *doc, const ahd_arg *arg)
{
    if (arg->id != AHD_NONE || arg->mention == AHD_NONE)
        return NULL;
    const ahd_mention *m = &doc->mentions.items[arg->mention];
    return m->provisional.len > 0 ? m : NULL;
}

ahd_str ahd_look_stranger_name(const ahd_doc *doc, const ahd_mention *m)
{
    return ahd_doc_words(doc, m->same_as == AHD_NONE
                                  ? m->name
                                  : doc->mentions.items[m->same_as].name);
}

/* By how it is written: the past without ت at its end; the present with ي
 * before it. Sure where it says yes. */
static bool is_masculine_verb(const ahd_doc *doc, const ahd_hit *verb,
                              bool present)
{
    const ahd_token *t = &doc->tokens.items[verb->first];
    const ahd_segment *host = ahd_look_host(doc, verb->first);

    if (!(t->flags & AHD_TOKEN_ARABIC) || verb->suffix ||
        verb->end != verb->first + 1 || !host || host->pos != AHD_POS_VERB)
        return false;
    for (int i = 0; i < t->readings; i++)
        if (t->reading[i].pro == verb->pro)
            return present ? ahd_str_starts(t->reading[i].host, AHD_STR("ي"))
                           : !ahd_str_ends(t->form, AHD_STR("ت"));
    return false;
}

/* Written with ة or ات, or a plural of things: «الدول». */
static bool is_feminine_noun(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];
    const ahd_segment *noun = ahd_look_host(doc, token);

    return noun && noun->pos == AHD_POS_NOUN && noun->known &&
           AHD_FEAT(noun->feats, GENDER) == AHD_FEMININE &&
           (ahd_str_ends(t->form, AHD_STR("ه")) ||
            ahd_str_ends(t->form, AHD_STR("ات")) ||
            AHD_FEAT(noun->feats, NUMBER) == AHD_PLURAL);
}

bool ahd_look_disagrees(const ahd_doc *doc, const ahd_hit *verb, bool present,
                        uint32_t mention)
{
    return is_masculine_verb(doc, verb, present) &&
           is_feminine_noun(doc, doc->mentions.items[mention].first);
}

ahd_arg ahd_look_arg(const ahd_doc *doc, uint32_t mention)
{
    const ahd_mention *m = &doc->mentions.items[mention];
    ahd_arg arg = ahd_arg_none();

    arg.at = m->at;
    arg.mention = mention;
    arg.id = m->id;
    if (m->kind == AHD_MENTION_PLACE)
        arg.id = m->of; /* the state that its capital may stand for */
    arg.post = m->post;
    arg.principal = m->kind == AHD_MENTION_PLACE ? AHD_NONE : m->of;
    arg.how = m->how;
    arg.score = m->score;
    return arg;
}
