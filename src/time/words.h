/* words.h - the words of time in a document, as the rules ask for them. */
#ifndef AHD_TIME_WORDS_H
#define AHD_TIME_WORDS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* The longest word of time of that kind at `token`; NULL when there is none.
 * Conjunctions and prepositions may be joined to it when `joined`. */
const ahd_hit *ahd_words_at(const ahd_doc *doc, uint32_t token,
                            ahd_time_word kind, bool joined);

static inline int32_t ahd_words_value(const ahd_hit *hit)
{
    return (int32_t)hit->extra;
}

/* A number in digits or words; its end, or 0. */
uint32_t ahd_words_number(const ahd_doc *doc, uint32_t token, int32_t *value);

/* A number in digits between low and high; its end, or 0. */
uint32_t ahd_words_digits(const ahd_doc *doc, uint32_t token, int32_t low,
                          int32_t high, int32_t *value);

/* Is the token one of these folded words? The list ends with NULL. */
bool ahd_words_is(const ahd_doc *doc, uint32_t token, const char *const *list);

#endif
