/* rank.h - which options of the words of a sentence go together best.
 *
 *     words with scored options  ->  words[i].chosen
 *
 * A beam over the words from first to last; what stays of the past are the
 * tags of the last two segments, so that within the beam the answer is the
 * best there is. */
#ifndef AHD_MORPH_RANK_H
#define AHD_MORPH_RANK_H

#include "morph/choices.h"

/* A segment's tag: its part of speech, or, of clitics, what they are like. */
enum {
    AHD_TAG_JOIN = AHD_POS_COUNT, /* و ف */
    AHD_TAG_BEFORE,               /* ب ل ك */
    AHD_TAG_PARTICLE,             /* س أ */
    AHD_TAG_PRONOUN,
    AHD_TAG_EDGE, /* of the sentence */
    AHD_TAGS
};

enum { AHD_RANK_WORDS = 256, AHD_RANK_BEAM = 5, AHD_OPTION_TAGS = 5 };

typedef struct ahd_option {
    int32_t score; /* of it alone */
    uint8_t split, pos;
    uint8_t tags[AHD_OPTION_TAGS], count; /* of its segments */
} ahd_option;

typedef struct ahd_ranked {
    const ahd_option *options;
    uint32_t count; /* 1.. */
    uint32_t chosen;
} ahd_ranked;

/* The option that `split` of the word and `pos` are, without a score. */
ahd_option ahd_rank_option(const ahd_choices *word, uint32_t split,
                           uint32_t pos);

/* All options of a word, at most `most`; how many. */
uint32_t ahd_rank_options(const ahd_choices *word, ahd_option *out,
                          uint32_t most);

/* Chooses for at most AHD_RANK_WORDS words. `after` as in ahd_weights. */
void ahd_rank_choose(const int16_t *after, ahd_ranked *words, uint32_t count);

#endif
