/* word.h - the words of a text, cut the same way in data/ and in documents.
 *
 *     "حوار جنيف 5+5، al-Sisi's"  ->  حوار|جنيف|5|+|5|،|al|Sisi|'s
 *     "They don't, see un.org/ar" ->  They|do|n't|,|see|un.org/ar
 *
 * A hyphen inside a Latin word is no word at all, so that "al-Sisi" and
 * "al Sisi" are the same; nor is the _ of a hashtag. Digits with one inner
 * point or comma ("3.5") are one number, and so is a time of day ("20:30"). A
 * Latin word may hold an apostrophe ("Sana'a"), but 's, 'll, n't are words.
 * Letters of two scripts, or letters and digits, are two words («و20»). An
 * address, a @handle and points in a row are one each; so is a picture, however
 * many characters it is made of. Anything else that is no letter is a word of
 * one character. Words cover all of the text but white space, what is unseen,
 * and the hyphens above. */
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
    uint8_t first;        /* ahd_letter_kind of its first letter */
    uint8_t script;       /* ahd_script of its first letter */
    bool arabic, capital; /* written in Arabic letters; starts with a capital */
    bool link;            /* address of the web, of mail, @handle */
    bool space;           /* white space stands before it, or nothing */
    bool line;            /* a line ended between it and the word before */
} ahd_word;

/* The next word at or after *at, which moves past it; false at the end. */
bool ahd_word_next(ahd_str text, size_t *at, ahd_word *out);

#endif
