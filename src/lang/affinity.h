/* affinity.h - which prepositions a word likes: models/chunks/preps.tsv.
 *
 *     ahd_affinity_of(lang, توصل, إلى)   5: توصل has إلى after it more often
 *                                        than verbs have
 *
 * Words are the hashes of lang/grammar.h, their lower halves. */
#ifndef AHD_LANG_AFFINITY_H
#define AHD_LANG_AFFINITY_H

#include "lang/lang.h"

enum { AHD_AFFINITY_PREPS = 16, AHD_AFFINITY_UNKNOWN = -16 };

/* The section: the prepositions, then `slots` (a power of 2); the word 0 is an
 * empty one. */
typedef struct ahd_affinity_slot {
    uint32_t word;
    int8_t likes[AHD_AFFINITY_PREPS];
} ahd_affinity_slot;

typedef struct ahd_affinity_head {
    uint32_t preps[AHD_AFFINITY_PREPS];
    uint32_t slots;
} ahd_affinity_head;

/* Twice the logarithm of how much oftener; UNKNOWN without a row. */
int ahd_affinity_of(const ahd_lexica *lang, uint32_t word, uint32_t prep);

#endif
