/* english_tags.h - which readings of the words of a sentence go together.
 *
 *     "the rebels fired"  ->  DET, NOUN (not a verb), past (not a participle)
 *
 * A word's clues are its letters, its neighbours and what all of them may be;
 * learned weights turn them into a score of each reading, and a small beam
 * finds the best row of tags (models/english). */
#ifndef AHD_MORPH_ENGLISH_TAGS_H
#define AHD_MORPH_ENGLISH_TAGS_H

#include "lang/english_weights.h"
#include "morph/english_forms.h"

enum {
    AHD_ENGLISH_WORDS = 128, /* that are read together */
    AHD_ENGLISH_CLUES = 28,
    AHD_ENGLISH_EDGE = AHD_TAG_VERB_LIMIT /* before the sentence */
};

enum {                             /* ahd_english_piece.shape */
       AHD_SHAPE_CAPITAL = 1,      /* its first letter is one */
       AHD_SHAPE_CAPITALS = 2,     /* all are, and there are several */
       AHD_SHAPE_DIGIT = 4,        /* it is a number */
       AHD_SHAPE_FIRST = 8,        /* nothing but marks stands before it */
       AHD_SHAPE_HYPHEN_LEFT = 16, /* "pro-government": of government */
       AHD_SHAPE_HYPHEN_RIGHT = 32,
       AHD_SHAPE_TITLE = 64, /* all words of the sentence are in capitals */
};

/* A word that is to become a segment. */
typedef struct ahd_english_piece {
    ahd_str form; /* in small letters */
    ahd_span at;
    uint64_t hash;
    uint32_t token;
    uint32_t may; /* a bit for each tag */
    uint8_t count, top, shape, chosen;
    ahd_english_reading readings[AHD_ENGLISH_READINGS];
    int32_t scores[AHD_ENGLISH_READINGS];
} ahd_english_piece;

/* The rows of the weights that speak of word `i`; how many. */
uint32_t ahd_english_tags_clues(const ahd_english_piece *words, uint32_t count,
                                uint32_t i, uint32_t rows[AHD_ENGLISH_CLUES]);

/* Sets `chosen` by `scores` and by what tags follow others. */
void ahd_english_tags_choose(const int16_t (*after)[AHD_ENGLISH_LANES],
                             ahd_english_piece *words, uint32_t count);

/* Both: at most AHD_ENGLISH_WORDS words. */
void ahd_english_tags_read(const ahd_english_weights *weights,
                           ahd_english_piece *words, uint32_t count);

#endif
