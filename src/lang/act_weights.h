/* act_weights.h - what was learned of acts: what speaks for and against words
 * telling one, and for and against somebody being its source or target.
 *
 * Made by models/acts/train.py from marked news, kept in models/acts as text.
 * A symptom (acts/symptom.h) is a number, a hash of what it says; its row has a
 * score for each lane, in 64ths. A symptom that was never learned has no
 * row and says nothing. */
#ifndef AHD_LANG_ACT_WEIGHTS_H
#define AHD_LANG_ACT_WEIGHTS_H

#include "lang/lang.h"

enum {
    AHD_ACT_LANES = 20, /* a trigger's: a type of act each; an argument's: */
    AHD_ACT_LANE_SOURCE = 16,
    AHD_ACT_LANE_TARGET,
    AHD_ACT_UNIT = 64, /* a score of 1 in a lane */
    AHD_ACT_EXPS = 512 /* exp(-i / 64): beyond it nothing is left */
};

typedef struct ahd_act_row {
    uint32_t symptom; /* 0: free */
    int8_t lanes[AHD_ACT_LANES];
} ahd_act_row;

enum { AHD_ACT_SEEN = 1 << 20 };

/* At the start of the section; 1 << bits rows follow. Most symptoms have no
 * row: `seen`, a bit for their lower bits, says so without a look at the rows.
 */
typedef struct ahd_act_head {
    uint32_t bits, rows;
    float exps[AHD_ACT_EXPS];
    uint64_t seen[AHD_ACT_SEEN / 64];
} ahd_act_head;

static inline void ahd_act_head_see(ahd_act_head *head, uint32_t symptom)
{
    head->seen[symptom % AHD_ACT_SEEN / 64] |= 1ull << symptom % 64;
}

typedef struct ahd_act_weights {
    const ahd_act_head *head;
    const ahd_act_row *rows; /* NULL: none */
    uint32_t mask;
} ahd_act_weights;

/* The weights of a language file; none when it was made without. */
ahd_act_weights ahd_act_weights_open(const ahd_lexica *lang);

/* NULL when the symptom says nothing. */
const ahd_act_row *ahd_act_weights_find(const ahd_act_weights *weights,
                                        uint32_t symptom);

/* Adds up the rows of `count` symptoms. */
void ahd_act_weights_sum(const ahd_act_weights *weights,
                         const uint32_t *symptoms, uint32_t count,
                         int32_t sums[AHD_ACT_LANES]);

/* How sure a score is, 0 to 1. */
float ahd_act_weights_sure(const ahd_act_weights *weights, int32_t score);

/* The score of one of two that exclude each other: what speaks for either. */
int32_t ahd_act_weights_either(const ahd_act_weights *weights, int32_t a,
                               int32_t b);

#endif
