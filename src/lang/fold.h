/* fold.h - the spelling under which words are compared.
 *
 *     "الإتّفاقيّة" -> "الاتفاقيه"     "٥+٥" -> "5+5"     "GNA's" -> "gna's"
 *
 * Tatweel, vowels and invisible marks go; أ إ آ ٱ become ا, ى and Persian ی
 * become ي, ة becomes ه, ؤ becomes و, ئ becomes ي, ک becomes ك; presentation
 * forms become letters; Arabic and Persian digits become ASCII; Latin letters
 * become lower case. It is the level FOLD of normal.h, but that quotation marks
 * stay what they are; the letters are rows of tools/letterc.c. */
#ifndef AHD_LANG_FOLD_H
#define AHD_LANG_FOLD_H

#include "base/arena.h"

/* One code point; 0 when it is dropped. What stands for several (ﻻ) is left. */
uint32_t ahd_fold_char(uint32_t c);

/* The folded text: `s` itself when it is folded already, else in `arena`. */
ahd_str ahd_fold(ahd_arena *arena, ahd_str s);

/* A letter or digit of a word: everything but space, punctuation, controls. */
bool ahd_fold_is_word(uint32_t c);
bool ahd_fold_is_space(uint32_t c);  /* Unicode white space and NBSP */
bool ahd_fold_is_arabic(uint32_t c); /* an Arabic-script letter or mark */
bool ahd_fold_is_digit(uint32_t c);  /* of any script */

#endif
