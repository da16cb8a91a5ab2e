/* shingle.h - the words of a text as keys that spelling does not change much,
 * and rows of them.
 *
 *     "والاتفاقية", "اتفاقيه"    ->  the same key
 *     "the ceasefire", "Ceasefire" -> ceasefire's
 *
 * Letters at the start of an Arabic word that may be clitics or the article are
 * left out, whether they are or not, as long as three letters stay: no reading
 * of the sentence is asked, so a word has one key wherever it stands. */
#ifndef AHD_STORIES_SHINGLE_H
#define AHD_STORIES_SHINGLE_H

#include "base/str.h"

enum { AHD_SHINGLE_WORDS = 3 };

/* The key of a word folded by lang/fold.h. */
uint64_t ahd_shingle_word(ahd_str folded);

/* The key of AHD_SHINGLE_WORDS words in a row. */
uint64_t ahd_shingle_row(const uint64_t *words);

/* A well spread number made of another: the bits of `x` mixed. */
uint64_t ahd_shingle_mix(uint64_t x);

#endif
