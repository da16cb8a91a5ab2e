/* weights_pack.h - weights as a table of text, and as lang/weights.h reads
 * them.
 *
 *     size   16  14          bits of the numbers of rows, of vowels
 *     row    4711  B-3F12       lane 1: -3, lane 5: 12
 *     after  0  3  A5           tag 0 after tag 3 after tag 0: 5
 *     edit   3  =َة               lane 3 of vowels: the letter, then َة
 *     word   1f2e...  NOUN's number  times  feats  lemma */
#ifndef AHD_WEIGHTS_PACK_H
#define AHD_WEIGHTS_PACK_H

#include "base/arena.h"
#include "base/vec.h"
#include "lang/weights.h"

#include <stdio.h>

typedef struct pack_word {
    uint64_t key;
    uint32_t feats, times, pos;
    ahd_str lemma;
} pack_word;

typedef struct pack {
    ahd_arena *arena;
    uint32_t row_bits, vowel_bits;
    ahd_weights_row *rows, *vowels;
    ahd_weights_edit *edits;
    int16_t *after;
    AHD_VEC(pack_word) words; /* those of a key together, the best first */
} pack;

enum { PACK_ROW_BITS = 16, PACK_VOWEL_BITS = 14, PACK_MOST_BITS = 20 };

/* Empty tables. */
void pack_init(pack *p, ahd_arena *arena);

/* The section. */
ahd_str pack_section(const pack *p);

/* The section opened, with the rest of `lang`. */
ahd_weights pack_open(const pack *p, ahd_lexica lang);

void pack_write(const pack *p, FILE *out);

/* False when the text is none of ours. */
bool pack_read(pack *p, ahd_str text);

#endif
