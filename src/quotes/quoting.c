#include "quotes/quoting.h"

#include "doc/look.h"
#include "quotes/marks.h"

bool ahd_quoting_is_class(const ahd_quoting *f, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(f->doc, token, AHD_TERM_CLASS, class) != NULL;
}

bool ahd_quoting_is_arabic(const ahd_quoting *f, uint32_t token)
{
    return f->doc->tokens.items[token].flags & AHD_TOKEN_ARABIC;
}

bool ahd_quoting_is_relay(const ahd_quoting *f, uint32_t mention)
{
    const ahd_mention *m = &f->doc->mentions.items[mention];

    if (m->id == AHD_NONE || m->kind == AHD_MENTION_PLACE ||
        m->kind == AHD_MENTION_PERSON)
        return false;
    uint32_t type = ahd_kb_actor_at(f->kb, m->id)->type;
    return type == AHD_ACTOR_AGENCY || type == AHD_ACTOR_OUTLET;
}

uint32_t ahd_quoting_chunk(const ahd_quoting *f, uint32_t token)
{
    const ahd_doc *doc = f->doc;
    const ahd_segment *host = ahd_look_host(doc, token);

    if (host == NULL)
        return AHD_NONE;
    uint32_t segment = (uint32_t)(host - doc->segments.items);
    uint32_t c = ahd_look_chunk_after(doc, segment);
    return c < doc->chunks.count && doc->chunks.items[c].first <= segment
               ? c
               : AHD_NONE;
}

static uint32_t token_of(const ahd_quoting *f, uint32_t segment)
{
    return f->doc->segments.items[segment].token;
}

uint32_t ahd_quoting_first(const ahd_quoting *f, uint32_t chunk)
{
    return token_of(f, f->doc->chunks.items[chunk].first);
}

uint32_t ahd_quoting_end(const ahd_quoting *f, uint32_t chunk)
{
    return token_of(f, f->doc->chunks.items[chunk].end - 1) + 1;
}

uint32_t ahd_quoting_prep(const ahd_quoting *f, uint32_t chunk)
{
    const ahd_chunk *c = &f->doc->chunks.items[chunk];

    return token_of(f, c->prep == AHD_NONE ? c->first : c->prep);
}

/* The subject of the clause that the chunk is the predicate of. */
static uint32_t own_subject(const ahd_doc *doc, uint32_t chunk)
{
    const ahd_chunk *c = &doc->chunks.items[chunk];

    if (c->clause == AHD_NONE)
        return AHD_NONE;
    const ahd_clause *clause = &doc->clauses.items[c->clause];
    return clause->predicate == chunk ? clause->subject : AHD_NONE;
}

uint32_t ahd_quoting_subject(const ahd_quoting *f, uint32_t token)
{
    enum { MOST_JOINED = 4 };
    const ahd_doc *doc = f->doc;
    uint32_t chunk = ahd_quoting_chunk(f, token);

    for (int i = 0; i < MOST_JOINED && chunk != AHD_NONE; i++) {
        uint32_t subject = own_subject(doc, chunk);
        if (subject != AHD_NONE)
            return subject;
        if (doc->chunks.items[chunk].link != AHD_LINK_CONJUNCT)
            return AHD_NONE;
        chunk = doc->chunks.items[chunk].of;
    }
    return AHD_NONE;
}

uint32_t ahd_quoting_skip(const ahd_quoting *f, uint32_t i, uint32_t end)
{
    const ahd_doc *doc = f->doc;

    while (i < end) {
        uint32_t t = ahd_look_time_from(doc, i);
        const ahd_segment *host = ahd_look_host(doc, i);
        if (t < doc->times.count && doc->times.items[t].first == i)
            i = doc->times.items[t].end;
        else if ((ahd_look_is_punct(doc, i) && !ahd_look_is(doc, i, ":") &&
                  !ahd_marks_opens(doc, i)) ||
                 (host && host->pos == AHD_POS_ADV))
            i++;
        else
            return i;
    }
    return i;
}

bool ahd_quoting_is_resumed(const ahd_quoting *f, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(f->doc, token);
    const ahd_token *t = &f->doc->tokens.items[token];

    return host && host->pos == AHD_POS_ADP && t->segments > 1 &&
           !ahd_str_starts(t->form, AHD_STR("في")) &&
           f->doc->segments.items[t->segment + t->segments - 1].pos ==
               AHD_POS_PRON;
}
