/* near.h - how far apart two spellings are.
 *
 *     سيالة, صيلة     0.13     two letters of one sound, one long vowel
 *     حفتر, haftar    0.08
 *     سالم, علي       0.72
 *
 * An edit distance between units: letters, and the Latin pairs that stand for
 * one ("sh", "kh"). What the edit of one for another costs is learned from
 * names written in both scripts (models/spelling/README.md). */
#ifndef AHD_NAMES_NEAR_H
#define AHD_NAMES_NEAR_H

#include "base/str.h"

enum {
    AHD_NEAR_LONGEST = 64, /* units that are looked at */
    AHD_NEAR_UNITS = 96,   /* 0 is nothing */
};

typedef struct ahd_near_word {
    uint8_t unit[AHD_NEAR_LONGEST];
    int count;
} ahd_near_word;

/* 100 less what it costs, in hundredths, to write one unit for the other;
 * unit 0: to leave it out. */
typedef struct ahd_near_table {
    uint8_t near[AHD_NEAR_UNITS][AHD_NEAR_UNITS];
} ahd_near_table;

/* The sum of the edits that make `b` of `a`; both folded (lang/fold.h). */
float ahd_near_cost(ahd_str a, ahd_str b);

/* The same as a share of the longer one's length: 0 equal, 1 all different. */
float ahd_near_distance(ahd_str a, ahd_str b);

/* The distance of two names of persons: 1 unless the first words are near
 * and the last words are near too. */
float ahd_near_names(ahd_str a, ahd_str b);

/* ------------------------------------------------ for who learns the costs */

void ahd_near_read(ahd_str folded, ahd_near_word *out);
float ahd_near_sum(const ahd_near_table *table, const ahd_near_word *a,
                   const ahd_near_word *b);
const char *ahd_near_unit(int unit); /* its letters; "" for none */
bool ahd_near_is_latin(int unit);

#endif
