/* labels.h - the labels of words, and the best row of them for a sentence.
 *
 *     زار ياسر هندي ليبيا
 *     OUT FIRST GOES_ON FIRST    of a person, of a place
 *
 * Names that are neither persons nor places nor organisations are learned too,
 * so that they are not taken for these, but are not told. */
#ifndef AHD_TAGGER_LABELS_H
#define AHD_TAGGER_LABELS_H

#include "doc/doc.h"
#include "lang/name_weights.h"

enum {
    AHD_LABEL_FIRST, /* + 2 * ahd_named_kind, */
    AHD_LABEL_GOES_ON,
    AHD_LABEL_OTHER = 2 * AHD_NAMED_KINDS, /* a word of another name */
    AHD_LABEL_OUT, /* scores are told as more or less than its */
    AHD_LABELS,
    AHD_LABEL_EDGE = AHD_LABELS, /* beyond the sentence */
    AHD_LABEL_WORDS = 128        /* of a sentence; longer ones in parts */
};

typedef struct ahd_label_scores {
    int16_t lanes[AHD_NAME_LANES];
} ahd_label_scores;

/* Is it one of a name that is told? */
static inline bool ahd_label_is_named(uint32_t label)
{
    return label < AHD_LABEL_OTHER;
}

/* May `label` stand after `before`? */
static inline bool ahd_labels_may_follow(uint32_t before, uint32_t label)
{
    return !ahd_label_is_named(label) || label % 2 == AHD_LABEL_FIRST ||
           before == label || before + 1 == label;
}

/* The best labels of `count` words, at most AHD_LABEL_WORDS. */
void ahd_labels_choose(const ahd_name_head *head,
                       const ahd_label_scores *scores, uint32_t count,
                       uint8_t *labels);

/* What the sums of all rows of labels are, for ahd_labels_sure. */
typedef struct ahd_label_sums {
    float before[AHD_LABEL_WORDS][AHD_LABELS]; /* up to the word, with it */
    float after[AHD_LABEL_WORDS][AHD_LABELS];  /* from the next word on */
    float words[AHD_LABEL_WORDS][AHD_LABELS];  /* the scores, as factors */
    uint32_t count;
    float pairs[AHD_LABELS + 1][AHD_LABELS + 1]; /* of head->after, likewise */
    float back[AHD_LABELS + 1][AHD_LABELS + 1];  /* pairs by the later label */
} ahd_label_sums;

/* Sets `pairs`, once for all sentences. */
void ahd_labels_prepare(const ahd_name_head *head, ahd_label_sums *sums);
void ahd_labels_sum(const ahd_name_head *head, const ahd_label_scores *scores,
                    uint32_t count, ahd_label_sums *sums);

/* How likely it is that words [first, end) are a name of these labels, and no
 * longer one: 0..1. */
float ahd_labels_sure(const ahd_label_sums *sums, const uint8_t *labels,
                      uint32_t first, uint32_t end);

#endif
