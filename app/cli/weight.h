/* weight.h - how many bytes the named files and folders hold, counted a piece
 * at a time, so that a folder of a million files delays nobody.
 *
 *     ahd_weight_init(&weight, paths);
 *     ... now and then:  ahd_weight_add(&weight);
 *     if (weight.known) ... weight.bytes
 *     ahd_weight_finish(&weight);
 *
 * What is counted is what `ahd read` would open: names that start with a dot
 * and links to folders are passed over. The size of a pipe is never known. */
#ifndef AHD_CLI_WEIGHT_H
#define AHD_CLI_WEIGHT_H

#include "cli/usage.h"

#include <dirent.h>

enum { AHD_WEIGHT_DEPTH = 64 };

typedef struct ahd_weight {
    const ahd_words *paths;
    size_t next; /* of paths */
    DIR *open[AHD_WEIGHT_DEPTH];
    int depth;
    bool known; /* all is counted */
    bool never; /* something has no size: a pipe */
    uint64_t bytes;
} ahd_weight;

void ahd_weight_init(ahd_weight *weight, const ahd_words *paths);
void ahd_weight_add(ahd_weight *weight); /* some thousand names more */
void ahd_weight_finish(ahd_weight *weight);

#endif
