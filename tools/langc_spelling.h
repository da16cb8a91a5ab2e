/* langc_spelling.h - Arabic words as letters and vowels, and how their spelling
 * changes when an ending is put on.
 *
 *     قرأ + ا -> قرآ       لقاء + ين -> لقاءين, لقائين       جزء + ا -> جزءا
 *
 * The rules are those of every grammar: hamza takes a chair from the strongest
 * vowel beside it. Where press and grammars differ, all spellings are made. */
#ifndef AHD_LANGC_SPELLING_H
#define AHD_LANGC_SPELLING_H

#include "base/arena.h"

enum { LANGC_LETTERS = 40, LANGC_SPELLINGS = 4 };

enum { /* langc_spelling.mark */
       LANGC_FATHA = 1,
       LANGC_DAMMA = 2,
       LANGC_KASRA = 4,
       LANGC_SHADDA = 8,
};

typedef struct langc_spelling {
    uint32_t letter[LANGC_LETTERS];
    uint8_t mark[LANGC_LETTERS]; /* the marks on it, 0 none */
    int len;
} langc_spelling;

langc_spelling langc_spell(ahd_str s);
/* As UTF-8: the letters alone, or with their marks. */
ahd_str langc_letters(ahd_arena *arena, const langc_spelling *s);
ahd_str langc_marked(ahd_arena *arena, const langc_spelling *s);

/* The letter at `at` from the end, -1 the last; 0 when there is none. */
uint32_t langc_last(const langc_spelling *s, int at);
uint8_t langc_last_mark(const langc_spelling *s, int at);

void langc_push(langc_spelling *s, uint32_t letter, uint8_t mark);
void langc_drop(langc_spelling *s, int from, int count);
void langc_insert(langc_spelling *s, int at, uint32_t letter, uint8_t mark);

/* The spellings of stem + ending; how many. */
int langc_join(const langc_spelling *stem, const char *ending,
               langc_spelling out[LANGC_SPELLINGS]);

/* What stands before a pronoun: لقاء is لقاء, لقاؤ, لقائ; ة is ت; ى is ا.
 * `moved`: its vowel changes with its case. */
int langc_before_pronoun(const langc_spelling *stem, bool moved,
                         langc_spelling out[LANGC_SPELLINGS]);

#endif
