/* skeleton.h - the consonants of a name, as classes of sound.
 *
 *     خليفة حفتر, خليفه حفطر, Khalifa Hifter     K L F H F T R
 *     عبد الرحمن, عبدالرحمن, Abdul Rahman        B T R H M N
 *
 * Spellings of one name, in Arabic or Latin letters, mostly have one skeleton;
 * so have some other names: what is found by it must be compared. Vowels, و
 * and ي, hamza and ayn, a last ه or ح and
 * articles are left out. */
#ifndef AHD_LANG_SKELETON_H
#define AHD_LANG_SKELETON_H

#include "base/str.h"

enum { AHD_SKELETON_LONGEST = 16 }; /* consonants; what follows is left out */

/* Four bits a consonant, the last one lowest; 0 for none. */
typedef uint64_t ahd_skeleton;

/* The skeleton of what `before` was made of and then `words`, folded. */
ahd_skeleton ahd_skeleton_add(ahd_skeleton before, ahd_str words);

/* How many consonants it has. */
int ahd_skeleton_length(ahd_skeleton skeleton);

/* The keys of a last and of a first name alone, which no skeleton of a full
 * name is. */
static inline ahd_skeleton ahd_skeleton_surname(ahd_skeleton s)
{
    return s | (ahd_skeleton)0xF << 60;
}

static inline ahd_skeleton ahd_skeleton_given(ahd_skeleton s)
{
    return s | (ahd_skeleton)0xE << 60;
}

static inline uint32_t ahd_skeleton_hash(ahd_skeleton s)
{
    s *= 0x9E3779B97F4A7C15u;
    return (uint32_t)(s >> 32);
}

#endif
