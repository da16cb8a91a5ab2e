/* keys.h - the keys by which an index finds a word.
 *
 *     "لاتفاقهم"  ->  exact لاتفاقهم, stem اتفاق        "١٧٠١"  ->  1701, 1701
 *
 * A query finds a word of a text when one of its stems is one of the word's; a
 * query in quotation marks when their exact keys are the same. A stem is the
 * lemma, so that a word finds its own inflections and no other word of its
 * root. A word that reads in two ways about as well ("وحدة": unity, and a
 * unit's و) has a stem for each. Words no lexicon has, and names among them,
 * keep all but what their spelling shows to be no part of them. */
#ifndef AHD_MORPH_KEYS_H
#define AHD_MORPH_KEYS_H

#include "base/arena.h"
#include "kb/kb.h"

enum { AHD_KEYS_STEMS = 4 };

typedef struct ahd_keys {
    ahd_str exact;                 /* folded; empty when nothing is left */
    ahd_str stems[AHD_KEYS_STEMS]; /* likeliest first, no two the same */
    uint32_t count;                /* of stems; 0 only without an exact key */
} ahd_keys;

/* The keys of one word as ahd_word_next cuts it, in `arena`. */
void ahd_keys_make(const ahd_kb *kb, ahd_str word, ahd_arena *arena,
                   ahd_keys *out);

#endif
