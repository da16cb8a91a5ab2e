/* normal.h - a text in one spelling, and the way back to the text.
 *
 *     "«الاتّفـاق» ١٧٠١"  ->  "\"الاتفاق\" 1701"                  CLEAN
 *     "«الإتّفاقيّة»"      ->  "\"الاتفاقيه\""                     FOLD
 *
 * Clean is the same words, written plainly: without vowels, tatweel, bidi
 * controls and joiners; presentation forms and ligatures are their letters
 * (ﻻ, ﷲ, ﷺ, ﬁ), digits of any script are ASCII, a letter and a combining mark
 * are one letter when there is one (ا and U+0654 are أ), quotation marks are "
 * or '. Fold compares besides: hamza, alef, ya and ta marbuta (fold.h), letters
 * of Persian and Urdu keyboards, capitals.
 *
 * Both are the same when done twice, and the fold of the clean is the fold. */
#ifndef AHD_LANG_NORMAL_H
#define AHD_LANG_NORMAL_H

#include "base/arena.h"

enum { /* what is done, beside dropping and plain spelling */
       AHD_NORMAL_QUOTES = 1,
       AHD_NORMAL_LETTERS = 2,
       AHD_NORMAL_CLEAN = AHD_NORMAL_QUOTES,
       AHD_NORMAL_FOLD = AHD_NORMAL_QUOTES | AHD_NORMAL_LETTERS,
};

/* Bytes [out, out + len) were made of bytes [in, in + in_len): letter by letter
 * of the same length when `even` (vowels after the last are in in_len), else
 * all together. Runs are in order and cover the output from end to end. */
typedef struct ahd_normal_run {
    uint32_t out, len, in, in_len;
    bool even;
} ahd_normal_run;

typedef struct ahd_normal {
    ahd_str text;
    ahd_normal_run *runs;
    uint32_t count;
} ahd_normal;

/* The spelling of `s`, below 256 MB, and its map, in `arena`. */
void ahd_normal_make(ahd_arena *arena, ahd_str s, unsigned how,
                     ahd_normal *out);

/* The bytes of the input that the letters of output `at` were made of, with
 * the vowels that followed each. `at` is not empty and lies in the output. */
ahd_span ahd_normal_back(const ahd_normal *normal, ahd_span at);

/* The spelling alone, into `out` when that is not NULL; how many bytes. */
size_t ahd_normal_spell(ahd_str s, unsigned how, char *out);

#endif
