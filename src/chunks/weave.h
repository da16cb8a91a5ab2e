/* weave.h - the clauses that are open while a sentence is read from left to
 * right, innermost last. */
#ifndef AHD_CHUNKS_WEAVE_H
#define AHD_CHUNKS_WEAVE_H

#include "chunks/strand.h"

enum { AHD_OPEN_DEPTH = 12 };

/* A clause that may still get words. Chunks, or AHD_NONE. */
typedef struct ahd_open {
    uint32_t clause;    /* index into doc->clauses */
    uint32_t governor;  /* what its predicate will be `of` */
    uint32_t topic;     /* a bare noun before any predicate */
    uint32_t be;        /* كان, "is" that waits for its predicate */
    uint32_t predicate; /* what arguments are linked to */
    uint32_t subject;   /* said, or understood */
    uint32_t object;
    uint32_t noun; /* of a relative clause: what it is about */
    uint32_t word; /* the segment of the governor, AHD_NONE: its head */
    uint8_t link;  /* of its predicate, to the governor */
    uint8_t kind;  /* ahd_clause_kind */
} ahd_open;

typedef struct ahd_weave {
    ahd_strand *s;
    uint32_t depth; /* >= 1 */
    ahd_open open[AHD_OPEN_DEPTH];
} ahd_weave;

static inline ahd_open *ahd_weave_top(ahd_weave *w)
{
    return &w->open[w->depth - 1];
}

/* The chunk before `chunk` when nothing, no comma, no و, stands between. */
static inline uint32_t ahd_weave_before(const ahd_weave *w, uint32_t chunk)
{
    const ahd_strand *s = w->s;
    uint32_t is = s->joints[chunk].is;

    if (chunk == s->base ||
        is & (AHD_JOINT_AND | AHD_JOINT_COMMA | AHD_JOINT_COLON))
        return AHD_NONE;
    return chunk - 1;
}

/* Has the open clause `i` words that wait for a predicate, be it a clause that
 * stands in front: «عندما وصل الوفد ...»? */
static inline bool ahd_weave_waits(const ahd_weave *w, uint32_t i)
{
    const ahd_open *o = &w->open[i];

    return o->predicate == AHD_NONE &&
           (o->topic != AHD_NONE || o->be != AHD_NONE || i + 1 < w->depth);
}

/* The clause whose predicate is `of`; else the innermost. */
static inline const ahd_open *ahd_weave_open_of(const ahd_weave *w, uint32_t of)
{
    for (uint32_t i = w->depth; i-- > 0;)
        if (w->open[i].predicate == of)
            return &w->open[i];
    return &w->open[w->depth - 1];
}

/* Opens a clause at `first`, inside the innermost; returns it. */
ahd_open *ahd_weave_open(ahd_weave *w, ahd_clause_kind kind, uint32_t first);

/* Ends the innermost clause before chunk `end`; its predicate is what comes
 * nearest to one when none was said. */
void ahd_weave_close(ahd_weave *w, uint32_t end);

/* Chunk `k` is the predicate of the innermost clause: takes up what waits. */
void ahd_weave_predicate(ahd_weave *w, uint32_t k);

/* `noun` takes over from the light verb that was the predicate. */
void ahd_weave_shift(ahd_weave *w, uint32_t noun);

/* May the head of `noun` be the subject of `verb`, by gender? */
bool ahd_weave_agrees(const ahd_weave *w, uint32_t verb, uint32_t noun);

#endif
