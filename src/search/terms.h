/* terms.h - the words of a text as an index keeps them.
 *
 *     "لاتفاقهم 1701"  ->  "sاتفاق\teلاتفاقهم\nb1701"
 *
 * A line is a word, with its terms between tabs.
 * A term is a key of keys.h behind a letter that says which: `s` a stem, `e`
 * the exact key, `b` what is both, so that a word that is its own lemma is one
 * term and not two. Whatever has a letter or digit is a word and takes a
 * place; punctuation takes none. A term has no white space, no control
 * characters, and at most AHD_TERMS_LONGEST bytes.
 *
 * News repeats its words, so the terms of each are kept for the next time. */
#ifndef AHD_SEARCH_TERMS_H
#define AHD_SEARCH_TERMS_H

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "kb/kb.h"

enum { AHD_TERMS_LONGEST = 128 };

typedef struct ahd_terms {
    const ahd_kb *kb;
    ahd_arena *arena; /* of what is kept; its own, emptied when full */
    ahd_map places;   /* of a word in `kept` */
    AHD_VEC(ahd_str) kept;
    ahd_buf line; /* what is being put together */
} ahd_terms;

/* False without memory. Finish in any case. */
bool ahd_terms_init(ahd_terms *terms, const ahd_kb *kb);
void ahd_terms_finish(ahd_terms *terms);

/* The terms of one word with tabs between; "" when it has none. Valid until
 * the next call. */
ahd_str ahd_terms_of(ahd_terms *terms, ahd_str word);

/* The next word of a text that has terms, at or after *at; false at the end. */
bool ahd_terms_next(ahd_terms *terms, ahd_str text, size_t *at, ahd_span *word,
                    ahd_str *found);

/* The lines of a text's words; how many. */
uint32_t ahd_terms_write(ahd_terms *terms, ahd_str text, ahd_buf *out);

/* `key` as a term of this letter, into `out`. */
void ahd_terms_add(ahd_buf *out, char letter, ahd_str key);

#endif
