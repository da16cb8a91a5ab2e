#include "tagger/looks.h"

#include "doc/look.h"

#include <string.h>

/* ---------------------------------------------------------------- the word */

static ahd_str without_article(ahd_str host)
{
    const ahd_str article = AHD_STR("ال");

    if (host.len <= article.len + 2 || !ahd_str_starts(host, article))
        return host;
    return (ahd_str){host.ptr + article.len, host.len - article.len};
}

/* The slots of the forms are wanted later: find_word. */
static void read_word(const ahd_name_weights *weights, ahd_str host,
                      ahd_str bare, ahd_look *out)
{
    out->host = ahd_name_hash(host);
    out->bare = bare.len == host.len ? out->host : ahd_name_hash(bare);
    out->begins = ahd_name_first_bytes(bare);
    out->ends = ahd_name_last_bytes(bare);
    ahd_name_word_fetch(weights, ahd_name_key_of(out->host));
    ahd_name_word_fetch(weights, ahd_name_key_of(out->bare));
}

static void find_word(const ahd_name_weights *weights, ahd_look *out)
{
    const ahd_name_word *word;

    if (out->bare != out->host) {
        word = ahd_name_word_find(weights, ahd_name_key_of(out->bare));
        out->listed = word == NULL ? 0 : word->listed;
    }
    word = ahd_name_word_find(weights, ahd_name_key_of(out->host));
    if (word == NULL)
        return;
    out->listed |= word->listed;
    out->fine = word->fine;
    out->coarse = word->coarse;
    out->often = word->often;
    memcpy(out->like, word->like, sizeof out->like);
}

static uint32_t proclitics(const ahd_doc *doc, const ahd_token *t)
{
    uint32_t letters = 0;

    for (uint32_t i = 0; i < t->host; i++) {
        ahd_span at = doc->segments.items[t->segment + i].at;
        if (at.len > 1)
            letters = letters << 4 | (doc->text.ptr[at.start + 1] & 15);
    }
    return letters & 255;
}

static void read_token(const ahd_looker *l, const ahd_token *t, ahd_look *out)
{
    ahd_str host = t->readings > 0 ? t->reading[0].host : t->form;
    ahd_str bare = without_article(host);

    *out = (ahd_look){0};
    read_word(l->weights, host, bare, out);
    out->article = bare.len < host.len;
    if (t->segments == 0)
        return;
    const ahd_segment *s = &l->doc->segments.items[t->segment + t->host];
    out->pos = s->pos;
    out->lemma = ahd_name_hash(s->lemma);
    out->pro = (uint8_t)proclitics(l->doc, t);
    out->form = s->pos | (uint32_t)out->article << 5 |
                (uint32_t)(t->host + 1u < t->segments) << 6 |
                (uint32_t)s->known << 7 | (uint32_t)s->common << 8 |
                (uint32_t)t->kind << 9 | (uint32_t)(t->host > 0) << 11 |
                (uint32_t)(t->flags & AHD_TOKEN_ARABIC) << 12 |
                (s->feats & AHD_FEAT_SET(GENDER, 3)) << 13 |
                AHD_FEAT(s->feats, NUMBER) << 15;
}

/* ------------------------------------------------------------ its neighbours
 */

static int known_of(const ahd_kb *kb, const ahd_hit *hit)
{
    static const int8_t kinds[AHD_TERM_KINDS] = {
        [AHD_TERM_DEMONYM] = AHD_LOOK_DEMONYM,
        [AHD_TERM_ROLE] = AHD_LOOK_ROLE,
        [AHD_TERM_TITLE] = AHD_LOOK_TITLE,
        [AHD_TERM_PLACE] = AHD_LOOK_PLACE,
        [AHD_TERM_CUE] = AHD_LOOK_SAYING,
    };

    if (hit->kind == AHD_TERM_ACTOR) {
        uint32_t type = ahd_kb_actor_at(kb, hit->id)->type;
        return type == AHD_ACTOR_PERSON  ? AHD_LOOK_PERSON
               : type == AHD_ACTOR_STATE ? AHD_LOOK_STATE
                                         : AHD_LOOK_BODY;
    }
    return hit->kind < AHD_TERM_KINDS && kinds[hit->kind] > 0 ? kinds[hit->kind]
                                                              : -1;
}

static void note_hits(const ahd_kb *kb, const ahd_doc *doc, ahd_span tokens,
                      uint32_t i, ahd_look *looks)
{
    const ahd_token *t = &doc->tokens.items[i];

    for (uint32_t k = 0; k < t->hits; k++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + k];
        int known = known_of(kb, hit);
        if (known < 0)
            continue;
        looks[i - tokens.start].known |= 1u << 3 * known;
        for (uint32_t n = i + 1; n < hit->end && n < ahd_span_end(tokens); n++)
            looks[n - tokens.start].known |= 2u << 3 * known;
        if (hit->end <= ahd_span_end(tokens))
            looks[hit->end - 1 - tokens.start].known |= 4u << 3 * known;
    }
}

static void note_chunks(const ahd_doc *doc, ahd_span tokens, ahd_look *looks)
{
    const ahd_token *all = doc->tokens.items + tokens.start;
    uint32_t c = ahd_look_chunk_after(doc, all->segment);

    for (uint32_t i = 0; i < tokens.len; i++) {
        uint32_t at = all[i].segment + all[i].host;
        if (all[i].segments == 0)
            continue;
        while (c < doc->chunks.count && doc->chunks.items[c].end <= at)
            c++;
        if (c == doc->chunks.count)
            return;
        const ahd_chunk *chunk = &doc->chunks.items[c];
        if (chunk->first > at)
            continue;
        uint32_t head = doc->segments.items[chunk->head].token;
        uint32_t from = i + tokens.start - head;
        looks[i].link = chunk->link;
        if (head >= tokens.start && head < ahd_span_end(tokens))
            looks[i].head =
                looks[head - tokens.start].bare + (from > 3 ? 3 : from);
    }
}

/* A word of sport here and another here or before. */
static void note_sport(ahd_looker *l, ahd_span tokens, ahd_look *looks)
{
    for (uint32_t i = 0; i < tokens.len; i++)
        l->sport += 2 * (looks[i].listed / AHD_NAME_LISTED_SPORT & 1u);
    for (uint32_t i = 0; i < tokens.len; i++)
        looks[i].sport = l->sport > 2;
    l->sport -= l->sport / 2;
    l->sport -= l->sport == 1;
}

void ahd_looks_read(ahd_looker *l, ahd_span tokens, ahd_look *out)
{
    if (tokens.len == 0)
        return;
    for (uint32_t i = 0; i < tokens.len; i++)
        read_token(l, &l->doc->tokens.items[tokens.start + i], &out[i]);
    for (uint32_t i = 0; i < tokens.len; i++)
        find_word(l->weights, &out[i]);
    for (uint32_t i = 0; i < tokens.len; i++)
        note_hits(l->kb, l->doc, tokens, tokens.start + i, out);
    note_chunks(l->doc, tokens, out);
    note_sport(l, tokens, out);
}
