#include "events/episode.h"

#include "doc/look.h"

enum { REACH = 40, DEPTH = 4 };

const ahd_chunk *ahd_episode_chunk(const ahd_episode *e, uint32_t chunk)
{
    return &e->doc->chunks.items[chunk];
}

uint32_t ahd_episode_head(const ahd_episode *e, uint32_t chunk)
{
    return e->doc->segments.items[ahd_episode_chunk(e, chunk)->head].token;
}

bool ahd_episode_is_class(const ahd_episode *e, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(e->doc, token, AHD_TERM_CLASS, class) != NULL;
}

bool ahd_episode_is_word(const ahd_episode *e, uint32_t token,
                         ahd_event_word word)
{
    return ahd_look_hit_id(e->doc, token, AHD_TERM_EVENT_WORD, word) != NULL;
}

bool ahd_episode_chunk_is(const ahd_episode *e, uint32_t chunk,
                          ahd_event_word word)
{
    const ahd_chunk *c = ahd_episode_chunk(e, chunk);
    uint32_t first = e->doc->segments.items[c->first].token;
    uint32_t head = ahd_episode_head(e, chunk);

    return ahd_episode_is_word(e, head, word) ||
           (first != head && ahd_episode_is_word(e, first, word));
}

/* «القوات» is a masdar by its form, but people. */
static bool is_people(const ahd_episode *e, uint32_t token)
{
    return ahd_look_hit(e->doc, token, AHD_TERM_HEAD) ||
           ahd_episode_is_word(e, token, AHD_EVENT_WORD_PEOPLE) ||
           ahd_episode_is_word(e, token, AHD_EVENT_WORD_ARMED) ||
           ahd_look_mention_at(e->doc, token) != AHD_NONE;
}

/* A noun that stands for somebody or something: no pronoun, no «احتجاجا». */
static bool is_thing(const ahd_episode *e, uint32_t chunk)
{
    const ahd_chunk *c = ahd_episode_chunk(e, chunk);
    const ahd_segment *head = &e->doc->segments.items[c->head];

    /* «تظاهر الآلاف احتجاجا» may be one chunk: its first word counts. */
    if (c->first < c->head && AHD_FEAT(head->feats, VERBAL) == AHD_MASDAR)
        head = &e->doc->segments.items[c->first];
    return c->kind == AHD_CHUNK_NOUN && head->pos != AHD_POS_PRON &&
           head->pos != AHD_POS_DET &&
           (AHD_FEAT(head->feats, VERBAL) != AHD_MASDAR ||
            is_people(e, head->token));
}

/* «تظاهر نحو مائة شخص»: the preposition only says about how many. */
static bool is_about(const ahd_episode *e, const ahd_chunk *c)
{
    return c->link == AHD_LINK_OBLIQUE &&
           ahd_episode_is_word(e, e->doc->segments.items[c->prep].token,
                               AHD_EVENT_WORD_APPROX);
}

uint32_t ahd_episode_linked(const ahd_episode *e, uint32_t chunk,
                            ahd_chunk_link link)
{
    for (uint32_t i = e->low; i < e->high; i++) {
        const ahd_chunk *c = ahd_episode_chunk(e, i);
        bool bare = c->prep == AHD_NONE && c->link == link;
        if (c->of == chunk && is_thing(e, i) &&
            (bare ||
             (link != AHD_LINK_APPOSITION && c->prep != AHD_NONE &&
              (link == AHD_LINK_SUBJECT) == (i < chunk) && is_about(e, c))))
            return i;
    }
    return AHD_NONE;
}

uint32_t ahd_episode_lead(const ahd_episode *e, uint32_t chunk)
{
    for (int depth = 0; depth < DEPTH; depth++) {
        const ahd_chunk *c = ahd_episode_chunk(e, chunk);
        if (c->link != AHD_LINK_CONJUNCT || c->of == AHD_NONE)
            break;
        chunk = c->of;
    }
    return chunk;
}

/* "On 12 May 2010, the museum returned": a year that reads like a subject. */
static uint32_t after_time(const ahd_episode *e, uint32_t chunk)
{
    uint32_t token = ahd_episode_head(e, chunk);
    uint32_t t = ahd_look_time_from(e->doc, token + 1);

    if (t == 0 || e->doc->times.items[t - 1].end <= token)
        return chunk;
    return ahd_episode_linked(e, chunk, AHD_LINK_APPOSITION);
}

/* "has begun withdrawing": an English verb after another has its subject. */
static bool shares_subject(const ahd_episode *e, const ahd_chunk *c)
{
    bool arabic =
        e->doc->tokens.items[e->trigger->first].flags & AHD_TOKEN_ARABIC;

    return c->link == AHD_LINK_CONJUNCT || c->link == AHD_LINK_SUPPORT ||
           (!arabic &&
            (c->link == AHD_LINK_COMPLEMENT || c->link == AHD_LINK_ADVERBIAL));
}

uint32_t ahd_episode_subject(const ahd_episode *e, uint32_t verb)
{
    for (int depth = 0; depth < DEPTH && verb != AHD_NONE; depth++) {
        uint32_t own = ahd_episode_linked(e, verb, AHD_LINK_SUBJECT);
        const ahd_chunk *c = ahd_episode_chunk(e, verb);
        if (own != AHD_NONE)
            return after_time(e, own);
        if (c->link == AHD_LINK_RELATIVE && c->of != AHD_NONE)
            return is_thing(e, c->of) ? c->of : AHD_NONE;
        if (!shares_subject(e, c))
            return AHD_NONE;
        verb = c->of;
    }
    return AHD_NONE;
}

/* The first word of the trigger that stands in a chunk: "alert" of "on alert".
 */
static bool find_chunk(ahd_episode *e)
{
    const ahd_doc *doc = e->doc;

    for (uint32_t i = e->trigger->first; i < e->trigger->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->segments == 0 || t->segment == AHD_NONE)
            continue;
        e->segment = t->segment + t->host;
        e->chunk = ahd_look_chunk_after(doc, e->segment);
        if (e->chunk < doc->chunks.count &&
            doc->chunks.items[e->chunk].first <= e->segment)
            return true;
    }
    return false;
}

bool ahd_episode_read(ahd_episode *out, const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_hit *trigger)
{
    *out = (ahd_episode){.kb = kb, .doc = doc, .trigger = trigger};
    out->rule = ahd_kb_event_rule_at(kb, trigger->id);
    out->sentence = ahd_look_around(doc, trigger->first);
    if (!find_chunk(out))
        return false;
    out->low = out->chunk > REACH ? out->chunk - REACH : 0;
    out->high = out->chunk + REACH < doc->chunks.count ? out->chunk + REACH
                                                       : doc->chunks.count;
    return true;
}
