/* letters.h - a written word as its letters, for looking at its parts.
 *
 *     "والاتّفاقُ"  ->  و ا ل ا ت ف ا ق, each with the byte where it starts
 *
 * Marks and tatweel are no letters; they go with the letter before them. */
#ifndef AHD_MORPH_LETTERS_H
#define AHD_MORPH_LETTERS_H

#include "base/str.h"

enum { AHD_LETTERS = 40, AHD_LETTERS_BYTES = 200 };

enum {                        /* ahd_letters.marks */
       AHD_MARK_TANWIN_A = 1, /* ً */
       AHD_MARK_TANWIN = 2,   /* ٌ ٍ */
       AHD_MARK_SHADDA = 4,
       AHD_MARK_VOWEL = 8,
};

typedef struct ahd_letters {
    uint16_t bare[AHD_LETTERS]; /* as written */
    uint16_t fold[AHD_LETTERS]; /* as in lang/fold.h */
    uint8_t at[AHD_LETTERS + 1];
    uint8_t count, marks;
} ahd_letters;

/* False when the word has no letters or too many to be one. */
bool ahd_letters_read(ahd_str word, ahd_letters *out);

#endif
