/* scratch_file.h - the file of a record, for tests; gone at the end.
 *
 *     scratch_make();
 *     ... ahd_store_open(scratch_path, true, &store, &error) ...
 *     scratch_remove(); */
#ifndef AHD_TESTS_SCRATCH_FILE_H
#define AHD_TESTS_SCRATCH_FILE_H

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char scratch_path[] = "/tmp/ahd-scratch-XXXXXX";

/* Empty, under a name of its own. */
static inline void scratch_make(void)
{
    int file = mkstemp(scratch_path);

    CHECK(file >= 0);
    close(file);
}

/* With all that SQLite keeps beside it. */
static inline void scratch_remove(void)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    char name[sizeof scratch_path + 4];

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", scratch_path, ends[i]);
        unlink(name);
    }
}

#endif
