/* offsets.h - byte offsets of a text as code point offsets, in O(1) each. */
#ifndef AHD_OUTPUT_OFFSETS_H
#define AHD_OUTPUT_OFFSETS_H

#include "base/str.h"

typedef struct ahd_offsets {
    ahd_str text;
    uint32_t *counts; /* code points before byte 64 * i */
} ahd_offsets;

/* False without memory. Finish in any case. */
bool ahd_offsets_init(ahd_offsets *o, ahd_str text);
void ahd_offsets_finish(ahd_offsets *o);

/* Code points before byte `at` (clipped to the text). */
uint32_t ahd_offsets_of(const ahd_offsets *o, uint32_t at);

#endif
