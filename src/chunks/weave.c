#include "chunks/weave.h"

/* How far back what waits for a predicate is looked for. */
enum { WAITING = 256 };

ahd_open *ahd_weave_open(ahd_weave *w, ahd_clause_kind kind, uint32_t first)
{
    ahd_doc *doc = w->s->doc;
    uint32_t of = w->depth > 0 ? ahd_weave_top(w)->clause : AHD_NONE;

    if (w->depth == AHD_OPEN_DEPTH)
        ahd_weave_close(w, first);
    w->open[w->depth++] = (ahd_open){.clause = doc->clauses.count,
                                     .governor = AHD_NONE,
                                     .topic = AHD_NONE,
                                     .be = AHD_NONE,
                                     .predicate = AHD_NONE,
                                     .subject = AHD_NONE,
                                     .object = AHD_NONE,
                                     .noun = AHD_NONE,
                                     .word = AHD_NONE,
                                     .link = AHD_LINK_PREDICATE,
                                     .kind = (uint8_t)kind};
    *ahd_vec_push(doc->arena, &doc->clauses) =
        (ahd_clause){.first = first,
                     .end = first,
                     .predicate = AHD_NONE,
                     .subject = AHD_NONE,
                     .of = of,
                     .kind = (uint8_t)kind};
    return ahd_weave_top(w);
}

bool ahd_weave_agrees(const ahd_weave *w, uint32_t verb, uint32_t noun)
{
    const ahd_strand *s = w->s;
    uint32_t v = ahd_strand_segment(s, ahd_strand_chunk(s, verb)->head)->feats;
    uint32_t n = ahd_strand_segment(s, ahd_strand_chunk(s, noun)->head)->feats;
    uint32_t verbs = AHD_FEAT(v, GENDER), nouns = AHD_FEAT(n, GENDER);
    bool plural = AHD_FEAT(n, NUMBER) == AHD_PLURAL;

    if (!s->arabic || verbs == 0 || nouns == 0)
        return true;
    return verbs == nouns || (plural && verbs == AHD_FEMININE);
}

/* «وقعته»: is what the clause tells of its object, said again? */
static bool is_resumed(const ahd_weave *w, uint32_t verb)
{
    const ahd_strand *s = w->s;
    uint32_t next = verb + 1;

    return next < s->doc->chunks.count &&
           s->duty[ahd_strand_chunk(s, next)->head].is & AHD_DUTY_ENCLITIC &&
           ahd_weave_before(w, next) == verb;
}

/* «الذي», "which": subject or object of its own clause. */
static void link_relative(ahd_weave *w, const ahd_open *o, uint32_t k,
                          ahd_chunk_link link)
{
    uint32_t mark = w->s->doc->clauses.items[o->clause].first;
    const ahd_chunk *c = ahd_strand_chunk(w->s, mark);

    /* «ما وقع»: the mark itself is what the clause is about */
    if (c->kind == AHD_CHUNK_MARK && c->link == AHD_LINK_NONE && mark != k &&
        mark != o->noun)
        ahd_strand_link(w->s, mark, (int)link, k);
}

static void take_subject(ahd_weave *w, ahd_open *o, uint32_t k)
{
    ahd_strand *s = w->s;
    bool relative = o->kind == AHD_CLAUSE_RELATIVE && o->noun != AHD_NONE;

    if (o->topic != AHD_NONE) {
        ahd_strand_link(s, o->topic, AHD_LINK_SUBJECT, k);
        o->subject = o->topic;
        if (relative && !s->arabic)
            link_relative(w, o, k, AHD_LINK_OBJECT);
    } else if (relative && is_resumed(w, k)) {
        link_relative(w, o, k, AHD_LINK_OBJECT);
    } else if (relative && ahd_weave_agrees(w, k, o->noun)) {
        o->subject = o->noun;
        link_relative(w, o, k, AHD_LINK_SUBJECT);
    }
    if (o->subject != AHD_NONE)
        s->doc->clauses.items[o->clause].subject = o->subject;
}

/* Prepositions, times, adverbs and if-clauses that stand before it. */
static void take_waiting(ahd_weave *w, ahd_open *o, uint32_t k)
{
    ahd_strand *s = w->s;
    uint32_t first = s->doc->clauses.items[o->clause].first;

    if (k - first > WAITING)
        first = k - WAITING;
    for (uint32_t i = first; i < k; i++) {
        ahd_chunk *c = ahd_strand_chunk(s, i);
        if (c->of != AHD_NONE || i == o->topic || i == o->governor ||
            c->kind == AHD_CHUNK_MARK)
            continue;
        if (c->link == AHD_LINK_ADVERBIAL)
            ahd_strand_link(s, i, AHD_LINK_ADVERBIAL, k);
        else if (c->link == AHD_LINK_NONE && c->clause == o->clause &&
                 i != o->be)
            ahd_strand_link(
                s, i,
                c->prep != AHD_NONE ? AHD_LINK_OBLIQUE : AHD_LINK_ADVERBIAL, k);
    }
}

void ahd_weave_predicate(ahd_weave *w, uint32_t k)
{
    ahd_strand *s = w->s;
    ahd_open *o = ahd_weave_top(w);

    o->predicate = k;
    s->doc->clauses.items[o->clause].predicate = k;
    if (o->be != AHD_NONE && o->be != k) {
        ahd_strand_link(s, o->be, AHD_LINK_SUPPORT, k);
        ahd_strand_chunk(s, k)->negated |= ahd_strand_chunk(s, o->be)->negated;
    }
    if (o->topic == k)
        o->topic = AHD_NONE;
    take_subject(w, o, k);
    take_waiting(w, o, k);
    ahd_strand_link(s, k, o->link, o->governor);
    if (o->word != AHD_NONE && ahd_strand_chunk(s, k)->of == o->governor)
        ahd_strand_chunk(s, k)->word = o->word;
}

void ahd_weave_shift(ahd_weave *w, uint32_t noun)
{
    ahd_strand *s = w->s;
    ahd_open *o = ahd_weave_top(w);
    uint32_t verb = o->predicate, from = verb;
    ahd_chunk *light = ahd_strand_chunk(s, verb);
    ahd_chunk *c = ahd_strand_chunk(s, noun);

    c->negated |= light->negated;
    c->passive = light->passive;
    c->link = light->link;
    c->of = light->of;
    c->word = light->word;
    if (from > s->base + WAITING / 8)
        from -= WAITING / 8;
    else
        from = s->base;
    for (uint32_t i = from; i < noun; i++)
        if (ahd_strand_chunk(s, i)->of == verb)
            ahd_strand_link(s, i, ahd_strand_chunk(s, i)->link, noun);
    ahd_strand_link(s, verb, AHD_LINK_SUPPORT, noun);
    s->doc->clauses.items[o->clause].predicate = noun;
    o->predicate = noun;
}

/* A sentence without a verb: «الرئيس في القاهرة», a heading. */
static uint32_t nearest_predicate(const ahd_weave *w, const ahd_open *o,
                                  uint32_t end)
{
    const ahd_strand *s = w->s;
    uint32_t first = s->doc->clauses.items[o->clause].first;
    uint32_t from = o->be != AHD_NONE ? o->be : first;

    if (end - from > WAITING)
        from = end - WAITING;
    for (uint32_t i = from; i < end; i++) {
        const ahd_chunk *c = ahd_strand_chunk(s, i);
        if (c->link == AHD_LINK_NONE && c->clause == o->clause &&
            c->prep != AHD_NONE && c->kind == AHD_CHUNK_NOUN)
            return i;
    }
    return o->be != AHD_NONE ? o->be : o->topic;
}

void ahd_weave_close(ahd_weave *w, uint32_t end)
{
    ahd_open *o = ahd_weave_top(w);

    if (o->predicate == AHD_NONE) {
        uint32_t k = nearest_predicate(w, o, end);
        if (k != AHD_NONE)
            ahd_weave_predicate(w, k);
    }
    w->s->doc->clauses.items[o->clause].end = end;
    w->depth--;
}
