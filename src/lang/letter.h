/* letter.h - what is known of every character, for all who read letter by
 * letter: what it is, how it is written plainly, how it is compared.
 *
 *     const ahd_letter *l = ahd_letter_of(0xFE8E);   final form of alef
 *     l->kind == AHD_LETTER_ARABIC, ahd_letter_clean(l, 0xFE8E) == 0x627
 *
 * Two spellings of a character stand beside it. Clean is another way to write
 * the same word: a presentation form is its letter, any digit is ASCII. Folded
 * is what words are compared by (fold.h). What is in no word's spelling at all
 * (vowels, tatweel, bidi controls) is dropped from both.
 *
 * The table is made by tools/letterc out of the Unicode Character Database as
 * ICU has it, and of the rows in letterc.c that say what differs from it. */
#ifndef AHD_LANG_LETTER_H
#define AHD_LANG_LETTER_H

#include "base/str.h"

typedef enum ahd_letter_kind {
    AHD_LETTER_SYMBOL,    /* + = $ and pictures; what nobody knows */
    AHD_LETTER_SPACE,     /* white space and NBSP */
    AHD_LETTER_INVISIBLE, /* bidi controls, joiners, soft hyphen, controls */
    AHD_LETTER_MARK,      /* vowels of Arabic and Hebrew, tatweel, accents */
    AHD_LETTER_ARABIC,    /* a letter of the Arabic script */
    AHD_LETTER_PLAIN,     /* of any other script */
    AHD_LETTER_DIGIT,
    AHD_LETTER_PUNCT,      /* punctuation that is none of these: */
    AHD_LETTER_STOP,       /* . ! ? ؟ … ۔ */
    AHD_LETTER_OPENING,    /* « “ „ */
    AHD_LETTER_CLOSING,    /* » ” */
    AHD_LETTER_STRAIGHT,   /* " on either side */
    AHD_LETTER_OPEN_ONE,   /* ‘ ‚ ‹ */
    AHD_LETTER_APOSTROPHE, /* ' ’ closes, or stands inside a word */
    AHD_LETTER_CLOSE_ONE,  /* › */
    AHD_LETTER_OPEN,       /* ( [ { */
    AHD_LETTER_CLOSE,      /* ) ] } */
    AHD_LETTER_HYPHEN,     /* - that may stand inside a word */
    AHD_LETTER_KINDS
} ahd_letter_kind;

typedef enum ahd_script {
    AHD_SCRIPT_NONE, /* digits, marks, punctuation */
    AHD_SCRIPT_ARABIC,
    AHD_SCRIPT_LATIN,
    AHD_SCRIPT_HEBREW,
    AHD_SCRIPT_CYRILLIC,
    AHD_SCRIPT_GREEK,
    AHD_SCRIPT_HAN,
    AHD_SCRIPT_KANA,
    AHD_SCRIPT_HANGUL,
    AHD_SCRIPT_DEVANAGARI,
    AHD_SCRIPT_ARMENIAN,
    AHD_SCRIPT_GEORGIAN,
    AHD_SCRIPT_THAI,
    AHD_SCRIPT_OTHER,
    AHD_SCRIPTS
} ahd_script;

enum {                          /* ahd_letter.flags */
       AHD_LETTER_DROPPED = 1,  /* in no spelling: MARK, INVISIBLE */
       AHD_LETTER_EXPANDS = 2,  /* stands for several: ahd_letter_expand */
       AHD_LETTER_COMPOSES = 4, /* a mark that may join the letter before it */
       AHD_LETTER_CAPITAL = 8,
};

/* `clean` and `fold`: what to add, modulo 2^16; 0 when it stays. */
typedef struct ahd_letter {
    uint16_t clean, fold;
    uint8_t kind, script, flags, unused;
} ahd_letter;

enum { AHD_LETTER_PAGE = 64, AHD_LETTER_PAGES = 0x110000 / AHD_LETTER_PAGE };

extern const uint16_t ahd_letter_pages[AHD_LETTER_PAGES];
extern const ahd_letter ahd_letter_rows[];

/* Of any number; what is no code point is a symbol. */
static inline const ahd_letter *ahd_letter_of(uint32_t c)
{
    uint32_t page = c / AHD_LETTER_PAGE;

    if (page >= AHD_LETTER_PAGES)
        page = AHD_LETTER_PAGES - 1;
    return &ahd_letter_rows[(uint32_t)ahd_letter_pages[page] * AHD_LETTER_PAGE +
                            c % AHD_LETTER_PAGE];
}

/* Of a letter that is neither dropped nor expands. */
static inline uint32_t ahd_letter_clean(const ahd_letter *l, uint32_t c)
{
    return l->clean ? (c + l->clean) & 0xFFFF : c;
}

static inline uint32_t ahd_letter_fold(const ahd_letter *l, uint32_t c)
{
    return l->fold ? (c + l->fold) & 0xFFFF : c;
}

/* What a character of several letters stands for, clean: ﻻ -> "لا". No longer
 * than AHD_LETTER_EXPANSION bytes, and none of it expands further. */
enum { AHD_LETTER_EXPANSION = 48 };
ahd_str ahd_letter_expand(uint32_t c);

/* The letter that `base` and a combining mark after it are: ا and U+0654 are
 * أ; 0 when there is no such letter. */
uint32_t ahd_letter_compose(uint32_t base, uint32_t mark);

static inline bool ahd_letter_in(const ahd_letter *l, uint32_t kinds)
{
    return (1u << l->kind & kinds) != 0;
}

/* Kinds as a set, for ahd_letter_in. */
#define AHD_LETTER_SET(kind) (1u << AHD_LETTER_##kind)
#define AHD_LETTER_WORDS                                                       \
    (AHD_LETTER_SET(ARABIC) | AHD_LETTER_SET(PLAIN) | AHD_LETTER_SET(DIGIT))

#endif
