/* near.h - how far apart two spellings are.
 *
 *     سيالة, صيلة     0.15     two letters of one sound, one long vowel
 *     باشاغا, باشجة   0.19
 *     سالم, علي       0.59
 *
 * An edit distance in which letters that transliterations and machine
 * translations confuse (ص/س, ط/ت, ج/غ/ق, the vowels) cost less than others. */
#ifndef AHD_NAMES_NEAR_H
#define AHD_NAMES_NEAR_H

#include "base/str.h"

enum { AHD_NEAR_LONGEST = 64 }; /* code points that are looked at */

/* The sum of the edits that make `b` of `a`; both folded (lang/fold.h). */
float ahd_near_cost(ahd_str a, ahd_str b);

/* The same as a share of the longer one's length: 0 equal, 1 all different. */
float ahd_near_distance(ahd_str a, ahd_str b);

/* The distance of two names of persons: 1 unless the first words are near
 * and the last words are near too. */
float ahd_near_names(ahd_str a, ahd_str b);

#endif
