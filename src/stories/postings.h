/* postings.h - which documents share which hashes.
 *
 *     {1 5 9}, {5 7}, {5 9}   ->  runs: 5 in 0 1 2; 9 in 0 2
 *
 * Hashes of one document alone make no run. Documents are numbered in the order
 * in which they came about, so that those near in a run are near in time. */
#ifndef AHD_STORIES_POSTINGS_H
#define AHD_STORIES_POSTINGS_H

#include "stories/fingerprint.h"

typedef struct ahd_postings {
    AHD_VEC(uint32_t) docs; /* of run r: docs[starts[r], starts[r + 1]) */
    AHD_VEC(uint32_t) starts;
    AHD_VEC(uint32_t) hashes; /* of each run, in order */
    uint32_t *runs;           /* of document d: runs[first[d], first[d + 1]) */
    uint32_t *first;
} ahd_postings;

/* `lists` has a row a document, NULL of those that are left out. Memory that is
 * wanted for a moment only comes from `scratch`. */
void ahd_postings_make(const ahd_hashes *const *lists, uint32_t count,
                       ahd_arena *arena, ahd_arena *scratch, ahd_postings *out);

static inline const uint32_t *ahd_postings_run(const ahd_postings *p,
                                               uint32_t run, uint32_t *count)
{
    *count = p->starts.items[run + 1] - p->starts.items[run];
    return p->docs.items + p->starts.items[run];
}

#endif
