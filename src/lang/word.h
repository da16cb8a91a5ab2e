/* word.h - the words of a text, cut the same way in data/ and in documents.
 *
 *     "حوار جنيف 5+5، al-Sisi's"  ->  حوار|جنيف|5|+|5|،|al|Sisi|'s
 *
 * A hyphen inside a Latin word is no word at all, so that "al-Sisi" and
 * "al Sisi" are the same. Digits with one inner point or comma ("3.5") are
 * one number. Anything else that is no letter is a word of one character. */
#ifndef AHD_LANG_WORD_H
#define AHD_LANG_WORD_H

#include "base/str.h"

typedef enum ahd_word_kind {
    AHD_WORD_LETTERS,
    AHD_WORD_NUMBER,
    AHD_WORD_PUNCT,
} ahd_word_kind;

typedef struct ahd_word {
    ahd_span at;
    ahd_word_kind kind;
    bool arabic, capital;
} ahd_word;

/* The next word at or after *at, which moves past it; false at the end. */
bool ahd_word_next(ahd_str text, size_t *at, ahd_word *out);

#endif
