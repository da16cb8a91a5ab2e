/* codes.h - an act in the codes of other event data, where one exists.
 *
 * PLOVER as "TYPE/mode" (manual of 2024), CAMEO as digits (manual 1.1b3), the
 * ACLED-like type. Codes and names are facts; the losses are described in
 * docs/codes.md. NULL where there is no code. */
#ifndef AHD_OUTPUT_CODES_H
#define AHD_OUTPUT_CODES_H

#include "doc/doc.h"

typedef struct ahd_codes {
    const char *plover, *cameo, *acled;
} ahd_codes;

ahd_codes ahd_codes_of(const ahd_act *act);

#endif
