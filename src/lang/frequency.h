/* frequency.h - how frequent written words are in news, and which other words
 * stand where they stand.
 *
 *     "الاتفاق"  ->  often, in the same class as الاتفاقية, التفاهم, القرار
 *
 * Counted in unlabelled text by tools/morph_train.c, kept in
 * models/morph/forms.tsv. Words are known by the hash of their folded letters
 * (morph/choices.h), so that no text is kept. */
#ifndef AHD_LANG_FREQUENCY_H
#define AHD_LANG_FREQUENCY_H

#include "lang/lang.h"

typedef struct ahd_frequency {
    uint32_t key;        /* upper half of the hash; 0: free */
    uint8_t often;       /* twice log2 of how many times; 0: seldom or never */
    uint8_t class, kind; /* of the fine classes, of the coarse; 0: none */
    uint8_t spare;
} ahd_frequency;

typedef struct ahd_frequencies {
    const ahd_frequency *slots; /* 1 << bits of them */
    uint32_t bits;
} ahd_frequencies;

/* The forms of a language file; false when it was made without. */
bool ahd_frequency_open(const ahd_lexica *lang, ahd_frequencies *out);

/* All zero when the word is not frequent. */
ahd_frequency ahd_frequency_find(const ahd_frequencies *forms, uint64_t key);

#endif
