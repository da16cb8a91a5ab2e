/* noun.h - a noun while it is asked what it is in its clause. */
#ifndef AHD_CHUNKS_NOUN_H
#define AHD_CHUNKS_NOUN_H

#include "chunks/choice.h"

enum { AHD_NOUN_NEAR = 6 };

typedef struct ahd_noun {
    ahd_weave *w;
    ahd_open *o;
    ahd_chunk *c;
    uint32_t k, before; /* the chunk before it when it joins up with it */
    uint32_t is, classes;
    ahd_duty head;
    ahd_option rule; /* what the rules say */
} ahd_noun;

/* Is chunk `k` one? */
static inline bool ahd_noun_at(const ahd_weave *w, uint32_t k)
{
    return k != AHD_NONE && ahd_strand_chunk(w->s, k)->kind == AHD_CHUNK_NOUN;
}

static inline bool ahd_noun_is_mark(const ahd_weave *w, uint32_t k)
{
    return k != AHD_NONE && ahd_strand_chunk(w->s, k)->kind == AHD_CHUNK_MARK;
}

static inline bool ahd_noun_is_name(const ahd_weave *w, uint32_t k)
{
    return (w->s->duty[ahd_strand_chunk(w->s, k)->head].is & AHD_DUTY_NAME) !=
           0;
}

static inline ahd_str ahd_noun_words(const ahd_strand *s, uint32_t segment)
{
    return ahd_doc_words(s->doc, ahd_strand_segment(s, segment)->at);
}

/* What the rules say of it. */
static inline bool ahd_noun_say(ahd_noun *n, ahd_chunk_link link, uint32_t of)
{
    n->rule = ahd_choice_option(n->w->s, link, of);
    return true;
}

#endif
