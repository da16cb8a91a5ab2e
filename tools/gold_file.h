/* gold_file.h - how trainers read their files, and words of them. */
#ifndef AHD_GOLD_FILE_H
#define AHD_GOLD_FILE_H

#include "base/arena.h"

#include <zlib.h>

enum { GOLD_LINE = 1 << 12 };

/* A whole file; ends the program when it cannot be read. */
ahd_str gold_slurp(ahd_arena *arena, const char *path);

/* The next line, trimmed, a space where a tab was; false at the end. */
bool gold_line(gzFile file, ahd_arena *arena, ahd_str *line);

/* Is it in the list, which ends with NULL? */
bool gold_is_one_of(ahd_str s, const char *const *list);

#endif
