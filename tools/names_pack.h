/* names_pack.h - the weights of names as tables of text, and as
 * lang/name_weights.h reads them.
 *
 *     after  5  A3B-12     label 5 is followed by label A: 3, by B: -12
 *     hint   4711  A3B-12  row 4711: label A 3, label B -12
 *     1f2e3d4c  312  14  9  0  3  0  15   a form: key, fine and coarse class,
 * how often, lists, how it was read */
#ifndef AHD_NAMES_PACK_H
#define AHD_NAMES_PACK_H

#include "base/arena.h"
#include "base/vec.h"
#include "lang/name_weights.h"

#include <stdio.h>

typedef struct names_pack {
    ahd_arena *arena;
    int16_t (*after)[AHD_NAME_LABELS];
    ahd_name_row *rows;
    AHD_VEC(ahd_name_word) words;
} names_pack;

/* Empty tables. */
void names_pack_init(names_pack *p, ahd_arena *arena);

/* Sets the lanes of a row, instead of another row in its slot. */
void names_pack_set(names_pack *p, uint32_t row, const int8_t *lanes);

/* The section. */
ahd_str names_pack_section(const names_pack *p);

void names_pack_write(const names_pack *p, FILE *out);
void names_pack_write_words(const names_pack *p, FILE *out);

/* False when the text is none of ours. */
bool names_pack_read(names_pack *p, ahd_str weights);
bool names_pack_read_words(names_pack *p, ahd_str words);

#endif
