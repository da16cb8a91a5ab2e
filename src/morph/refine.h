/* refine.h - what is decided once a sentence's words are: the features of each,
 * and what a proclitic is of two parts of speech.
 *
 *     "الدولية" after الاتفاقيات  ->  feminine singular definite
 *     "وهو" within a sentence    ->  و is PART, not CCONJ
 *
 * Words are refined from first to last, so that an adjective sees the features
 * of its noun. Scores are rows of the weights as in morph/clues.h, but lanes
 * are values of fields here, named by ahd_refine_fields. */
#ifndef AHD_MORPH_REFINE_H
#define AHD_MORPH_REFINE_H

#include "morph/choices.h"

enum { AHD_REFINE_CLUES = 40, AHD_REFINE_NEAR = 5, AHD_REFINE_FIELDS = 10 };

/* A word that was decided; word is NULL beyond the sentence. */
typedef struct ahd_decided {
    const ahd_choices *word;
    uint32_t split, pos;
    uint32_t feats; /* of words before; unknown of those after */
} ahd_decided;

/* Two words before, one before, the word, one after, two after it. */
typedef struct ahd_vicinity {
    ahd_decided near[AHD_REFINE_NEAR];
} ahd_vicinity;

/* A field of AHD_FEATS that is learned: its values take the lanes from `lane`
 * on, of parts of speech in `of`. Those `late` are decided knowing the aspect
 * or the case. */
typedef struct ahd_refine_field {
    uint32_t of;
    uint8_t at, bits, lane, values, late;
} ahd_refine_field;

extern const ahd_refine_field ahd_refine_fields[AHD_REFINE_FIELDS];

/* Clues for the features of the word in the middle; how many. */
uint32_t ahd_refine_clues(const ahd_vicinity *v, uint32_t bits,
                          uint32_t rows[AHD_REFINE_CLUES]);

/* More clues for the late fields, when the others are `feats`. */
uint32_t ahd_refine_late_clues(const ahd_vicinity *v, uint32_t feats,
                               uint32_t bits, uint32_t rows[AHD_REFINE_CLUES]);

/* Clues for the part of speech of proclitic `which` of the word in the middle;
 * lanes are parts of speech. */
uint32_t ahd_refine_clitic_clues(const ahd_vicinity *v, uint32_t which,
                                 uint32_t bits,
                                 uint32_t rows[AHD_REFINE_CLUES]);

/* The features of the word in the middle. */
uint32_t ahd_refine_feats(const ahd_weights *weights, const ahd_vicinity *v);

/* Of `allowed` (1 << pos), what proclitic `which` is. */
uint32_t ahd_refine_clitic(const ahd_weights *weights, const ahd_vicinity *v,
                           uint32_t which, uint32_t allowed);

#endif
