/* episode.h - a trigger of an event and the chunks around it.
 *
 * Questions that casting and judging both ask: which chunk governs the
 * trigger, who is the subject of a verb. Chunks are looked at within a fixed
 * reach, so a sentence as long as a book costs no more than others. */
#ifndef AHD_EVENTS_EPISODE_H
#define AHD_EVENTS_EPISODE_H

#include "doc/doc.h"
#include "kb/kb.h"

typedef struct ahd_episode {
    const ahd_kb *kb;
    const ahd_doc *doc;
    const ahd_hit *trigger;
    const ahd_event_rule *rule;
    ahd_sentence sentence; /* cut around the trigger */
    uint32_t chunk;        /* of the trigger */
    uint32_t segment;      /* its host */
    uint32_t low, high;    /* chunks [low, high) are looked at */
} ahd_episode;

/* False when the trigger stands in no chunk. */
bool ahd_episode_read(ahd_episode *out, const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_hit *trigger);

bool ahd_episode_is_class(const ahd_episode *e, uint32_t token,
                          ahd_class class);

const ahd_chunk *ahd_episode_chunk(const ahd_episode *e, uint32_t chunk);

bool ahd_episode_is_word(const ahd_episode *e, uint32_t token,
                         ahd_event_word word);

/* Is the head of the chunk, or its first word, of this class? */
bool ahd_episode_chunk_is(const ahd_episode *e, uint32_t chunk,
                          ahd_event_word word);

/* The token of a chunk's head. */
uint32_t ahd_episode_head(const ahd_episode *e, uint32_t chunk);

/* The first noun of `link` to `chunk`; AHD_NONE when there is none. */
uint32_t ahd_episode_linked(const ahd_episode *e, uint32_t chunk,
                            ahd_chunk_link link);

/* Who does what a verb says: its subject, the noun that its relative clause
 * describes, or the subject of the verb that it is joined to. */
uint32_t ahd_episode_subject(const ahd_episode *e, uint32_t verb);

/* The chunk that a coordination began with. */
uint32_t ahd_episode_lead(const ahd_episode *e, uint32_t chunk);

#endif
