/* weights.h - what was learned of how Arabic words are read: scores of clues,
 * of one part of speech after two others, and the words that were seen.
 *
 *     ahd_weights_recall(weights, key of "اتفاق")  ->  NOUN اِتِّفَاق, 14 times
 *
 * Made by tools/morph_train.c from a treebank, kept in models/morph as text,
 * laid out by tools/weights_pack.c. A clue is a row number (morph/clues.h): a
 * hash, so that rows need no names; a row has a score for each lane. */
#ifndef AHD_LANG_WEIGHTS_H
#define AHD_LANG_WEIGHTS_H

#include "lang/frequency.h"

enum {
    AHD_WEIGHTS_LANES = 32,
    AHD_WEIGHTS_TAGS = 24, /* of morph/rank.h */
    AHD_WEIGHTS_READINGS = 6,
    AHD_WEIGHTS_CHANGES = 20, /* lanes of changes of letters; then of marks */
    AHD_WEIGHTS_EDIT = 12     /* bytes of an edit, and a zero */
};

#define AHD_RECALLED_UNTOLD UINT32_MAX /* feats: they and the lemma are not */

/* One way in which a word was read; of one word, the most frequent first. */
typedef struct ahd_recalled {
    uint32_t feats; /* AHD_FEATS that it mostly had */
    uint32_t lemma; /* byte of ahd_weights.lemmas, where its length stands */
    uint16_t times;
    uint8_t pos;
    uint8_t last; /* 1: the last one of its word */
} ahd_recalled;

typedef struct ahd_weights_slot {
    uint32_t key;   /* upper half of the hash; 0: free */
    uint32_t first; /* of its readings */
} ahd_weights_slot;

/* At the start of the section; places are bytes of it. */
typedef struct ahd_weights_head {
    uint32_t row_bits, vowel_bits, slot_bits, readings, lemma_bytes;
    uint32_t rows, vowels, edits, after, slots, recalled, lemmas;
} ahd_weights_head;

typedef struct ahd_weights_row {
    int8_t lanes[AHD_WEIGHTS_LANES];
} ahd_weights_row;

/* What becomes of a letter: "=" the letter itself, "" nothing; or a mark. */
typedef struct ahd_weights_edit {
    char text[AHD_WEIGHTS_EDIT];
} ahd_weights_edit;

typedef struct ahd_weights {
    const ahd_weights_row *rows;   /* of clues of words */
    const ahd_weights_row *vowels; /* of clues of letters: morph/vowel.h */
    const ahd_weights_edit *edits; /* of each lane: "=", "", "ا" */
    const int16_t *after;          /* [before that][before][tag] */
    const ahd_weights_slot *slots;
    const ahd_recalled *recalled;
    const char *lemmas;
    uint32_t row_bits, vowel_bits, slot_bits;
    ahd_frequencies usages; /* none when the file has none */
} ahd_weights;

/* The weights of a language file; false when it was made without. */
bool ahd_weights_open(const ahd_lexica *lang, ahd_weights *out);

/* Readings of the word of this key (morph/clues.h), how many; 0 when it was
 * never seen. */
uint32_t ahd_weights_recall(const ahd_weights *weights, uint64_t key,
                            const ahd_recalled **out);

/* Adds up `count` rows of a table, each named by its number. */
void ahd_weights_sum(const ahd_weights_row *table, const uint32_t *rows,
                     uint32_t count, int16_t sums[AHD_WEIGHTS_LANES]);

ahd_str ahd_weights_lemma(const ahd_weights *weights, uint32_t at);

/* The score of `tag` after `before` after `that`. */
static inline int32_t ahd_weights_after(const ahd_weights *weights,
                                        uint32_t that, uint32_t before,
                                        uint32_t tag)
{
    return weights
        ->after[(that * AHD_WEIGHTS_TAGS + before) * AHD_WEIGHTS_TAGS + tag];
}

#endif
