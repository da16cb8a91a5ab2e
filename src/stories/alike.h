/* alike.h - how much of each of two documents is in the other, and what that
 * makes of them.
 *
 *     an article, and its first half            near, share 1.0 and 0.5
 *     the same told in other words              spun
 *     a report of the weather, and the next day's   none: the words of
 *         that are everybody's, and the numbers differ
 *
 * Words that a set of documents repeats on many days weigh little; a trait that
 * many documents have weighs little. Nothing else of the set is asked. */
#ifndef AHD_STORIES_ALIKE_H
#define AHD_STORIES_ALIKE_H

#include "stories/fingerprint.h"

typedef enum ahd_alike_kind {
    AHD_ALIKE_NOT,
    AHD_ALIKE_EXACT, /* the same content words */
    AHD_ALIKE_NEAR,  /* the same rows of words: a part, more, another order */
    AHD_ALIKE_SPUN,  /* what it tells is the same, the words are not */
    AHD_ALIKE_TRANSLATION,
    AHD_ALIKE_EVENT, /* told of the same, and no copy */
    AHD_ALIKE_SAID,  /* a copy, as people said */
} ahd_alike_kind;

/* A document as it is compared: a weight for each of its hashes. */
typedef struct ahd_weighed {
    const ahd_fingerprint *print;
    int32_t day;    /* AHD_NO_DAY when not known */
    uint8_t *grams; /* 0..AHD_ALIKE_UNIT */
    uint16_t *traits;
} ahd_weighed;

/* A text of fewer content words is no copy of anything. */
enum { AHD_ALIKE_UNIT = 64, AHD_ALIKE_WORDS = 8 };

/* Shares of the first and of the second, 0..1. */
typedef struct ahd_alike {
    ahd_alike_kind kind;
    uint32_t grams;  /* rows of words that they share */
    float words[2];  /* of rows of words, all alike */
    float rows[2];   /* the same by weight */
    float traits[2]; /* by weight */
    float firm[2];   /* numbers and names alone */
    float pairs[2];  /* traits told one after the other */
    float told;      /* weight of the traits they share */
    float held[2];   /* weight of the firm traits that each has */
} ahd_alike;

void ahd_alike_compare(const ahd_weighed *a, const ahd_weighed *b,
                       ahd_alike *out);

/* What a row of words weighs that documents of `days` days have, and a trait
 * that `sharers` of `count` documents have. */
uint8_t ahd_alike_row_weight(uint32_t days);
uint16_t ahd_alike_trait_weight(uint32_t trait, uint32_t sharers,
                                uint32_t count);

#endif
