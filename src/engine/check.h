/* check.h - is a reading what the bytes of its page say?
 *
 *     ahd_check check;
 *     ahd_check_reading(&check, &in, json, arena);
 *     check.failures, check.faults[0].what ...
 *
 * Everything is taken from the JSON and the bytes; nothing is read again. */
#ifndef AHD_ENGINE_CHECK_H
#define AHD_ENGINE_CHECK_H

#include "ahd.h"
#include "base/arena.h"
#include "doc/page_in.h"

enum { AHD_CHECK_FAULTS = 20 }; /* are told of a page, the others counted */

typedef struct ahd_check {
    ahd_str sha256; /* of the page's bytes */
    bool article, outdated;
    uint64_t characters, failures;
    ahd_fault faults[AHD_CHECK_FAULTS];
    size_t fault_count;
} ahd_check;

/* What is wrong is added to `check`; strings live in `arena` or the JSON. */
void ahd_check_reading(ahd_check *check, const ahd_page_in *in, ahd_str json,
                       ahd_arena *arena);

/* The page is not the one of this hash. */
void ahd_check_name(ahd_check *check, const ahd_page_in *in, ahd_str sha256,
                    ahd_arena *arena);

void ahd_check_fail(ahd_check *check, ahd_fault fault);

#endif
