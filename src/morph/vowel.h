/* vowel.h - a lemma for a word that nobody knows, letter by letter.
 *
 *     "الانتقالات", NOUN  ->  "اِنتِقَال"      "ينتقلون", VERB  ->  "اِنتَقَل"
 *
 * Each letter of the host is dropped, kept or becomes others (its change), and
 * what is left of it gets a mark or none; scores of clues decide, learned from
 * the lemmas of a treebank. */
#ifndef AHD_MORPH_VOWEL_H
#define AHD_MORPH_VOWEL_H

#include "morph/choices.h"

enum { AHD_VOWEL_CLUES = 40, AHD_VOWEL_BYTES = 255 };

typedef struct ahd_unvowelled {
    ahd_host host;
    uint32_t pos;
} ahd_unvowelled;

/* What was decided of the letters before. */
typedef struct ahd_vowel_past {
    uint8_t change[2], mark[2]; /* [0] of the letter before, [1] before that */
    uint8_t now;                /* the change of the letter, once it is known */
} ahd_vowel_past;

/* Clues for the change of letter `i`; how many. */
uint32_t ahd_vowel_clues(const ahd_unvowelled *word, uint32_t i,
                         ahd_vowel_past past, uint32_t bits,
                         uint32_t rows[AHD_VOWEL_CLUES]);

/* More clues for its mark, once its change is known: past.now. */
uint32_t ahd_vowel_mark_clues(const ahd_unvowelled *word, uint32_t i,
                              ahd_vowel_past past, uint32_t bits,
                              uint32_t rows[AHD_VOWEL_CLUES]);

/* The lemma in `out`, its length; 0 when it would be none. */
uint32_t ahd_vowel_guess(const ahd_weights *weights, const ahd_unvowelled *word,
                         char out[AHD_VOWEL_BYTES]);

#endif
