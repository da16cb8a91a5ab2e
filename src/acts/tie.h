/* tie.h - what one act has in common with another: its side, its words.
 *
 *     «نفت إيران قصف القاعدة» and «اتهمت واشنطن طهران باستهداف القاعدة»: Iran
 *     is on the side that is accused, القاعدة a word of both
 *
 * What linking acts asks of a document. Nothing here looks at more than a
 * sentence or a fixed number of words. */
#ifndef AHD_ACTS_TIE_H
#define AHD_ACTS_TIE_H

#include "doc/doc.h"
#include "kb/kb.h"

enum { AHD_TIE_WORDS = 32 };

/* Tokens [first, end). */
typedef struct ahd_words {
    uint32_t first, end;
} ahd_words;

/* What is told of words without names and little words, one a lemma: verbs
 * and their masdars have one (قصف, القصف), so do their long forms. */
typedef struct ahd_word_keys {
    uint32_t key[AHD_TIE_WORDS];
    uint32_t count;
} ahd_word_keys;

/* The key of a token; 0 when it has none. */
uint32_t ahd_tie_key(const ahd_doc *doc, uint32_t token);

void ahd_tie_keys(const ahd_doc *doc, ahd_words words, ahd_word_keys *out);

/* How many of the keys stand among the words too. */
uint32_t ahd_tie_shared(const ahd_doc *doc, const ahd_word_keys *keys,
                        ahd_words words);

/* Is one the other, or of it: a person of his institution, a body of its
 * state? */
bool ahd_tie_is_side(const ahd_kb *kb, const ahd_doc *doc, const ahd_arg *a,
                     const ahd_arg *b);

bool ahd_tie_are_sides(const ahd_kb *kb, const ahd_doc *doc, const ahd_args *a,
                       const ahd_args *b);

/* Is anybody who is named among the words on a side of `args`? */
bool ahd_tie_is_named(const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_args *args, ahd_words words);

/* Words of a class that begin among these words: the first, or AHD_NONE. */
uint32_t ahd_tie_class(const ahd_doc *doc, ahd_words words, ahd_class class);

/* Does another clause begin at a token that stands after a comma: مؤكدا, فيما,
 * "but"? */
bool ahd_tie_opens_another(const ahd_doc *doc, uint32_t token);

/* «الاتفاقية الموقعة», «الاتفاق الذي وقعته»: the signing only says which
 * agreement. */
bool ahd_tie_is_epithet(const ahd_doc *doc, const ahd_act *act);

/* Points `act` at act `other`, or at event `event`; the other is AHD_NONE.
 * Once is enough. */
void ahd_tie_act(ahd_doc *doc, uint32_t act, uint32_t other, const char *role);
void ahd_tie_event(ahd_doc *doc, uint32_t act, uint32_t event,
                   const char *role);

/* The first event whose trigger begins at or after a token; may be the count.
 */
uint32_t ahd_tie_event_from(const ahd_doc *doc, uint32_t token);

#endif
