/* quoting.h - what the files of quotes/ share while a document is read, and the
 * questions that they ask of its chunks.
 *
 *     ahd_quoting_subject(f, token of «وقالت»)  ->  the chunk «المصادر»
 */
#ifndef AHD_QUOTES_QUOTING_H
#define AHD_QUOTES_QUOTING_H

#include "doc/doc.h"
#include "kb/kb.h"

typedef struct ahd_quoting {
    const ahd_kb *kb;
    ahd_doc *doc;
    const ahd_sentence *s; /* the sentence that is read */
    uint32_t sentence;     /* its number */
    uint32_t last_speaker; /* mention, or AHD_NONE */
    ahd_arg last_relay;    /* an agency; no words when none was named */
} ahd_quoting;

bool ahd_quoting_is_class(const ahd_quoting *f, uint32_t token,
                          ahd_class class);

bool ahd_quoting_is_arabic(const ahd_quoting *f, uint32_t token);

/* An agency or an outlet. */
bool ahd_quoting_is_relay(const ahd_quoting *f, uint32_t mention);

/* The chunk that holds the word of `token`; AHD_NONE when none does. */
uint32_t ahd_quoting_chunk(const ahd_quoting *f, uint32_t token);

/* The tokens of a chunk, its preposition left out or, for `prep`, the first of
 * that. */
uint32_t ahd_quoting_first(const ahd_quoting *f, uint32_t chunk);
uint32_t ahd_quoting_end(const ahd_quoting *f, uint32_t chunk);
uint32_t ahd_quoting_prep(const ahd_quoting *f, uint32_t chunk);

/* The subject of the verb at `token`, or of the verb that it is joined to
 * («زار وقال»); AHD_NONE when none was found. */
uint32_t ahd_quoting_subject(const ahd_quoting *f, uint32_t token);

/* A preposition with a pronoun, but not a place: «به», «عليها», not «فيه». */
bool ahd_quoting_is_resumed(const ahd_quoting *f, uint32_t token);

/* Past times, marks and adverbs: the first token at or after `i` that is more.
 */
uint32_t ahd_quoting_skip(const ahd_quoting *f, uint32_t i, uint32_t end);

#endif
