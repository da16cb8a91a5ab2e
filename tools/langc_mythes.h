/* langc_mythes.h - the vowels of words, from the thesaurus that mythes-ar
 * packages. It writes synonyms with vowels: "(مصدر)|إِحْباط|إِبْطال". */
#ifndef AHD_LANGC_MYTHES_H
#define AHD_LANGC_MYTHES_H

#include "langc_lexicon.h"

typedef struct langc_mythes {
    ahd_arena *arena;
    ahd_map words;          /* 'v' or 'n' and letters -> place in `vocal` + 1 */
    AHD_VEC(ahd_str) vocal; /* empty: more than one way */
} langc_mythes;

void langc_mythes_read(langc *l, langc_mythes *out);

/* The letters with their vowels, as data/lang/ar writes lemmas; the letters as
 * they are when the thesaurus has none, or several. */
ahd_str langc_mythes_vowels(const langc_mythes *m, ahd_str letters, bool verb);

#endif
