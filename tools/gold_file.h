/* gold_file.h - the files that the trainers read. */
#ifndef AHD_GOLD_FILE_H
#define AHD_GOLD_FILE_H

#include "base/arena.h"

#include <zlib.h>

enum { GOLD_LINE = 1 << 12 };

/* A whole file; ends the program when it cannot be read. */
ahd_str gold_slurp(ahd_arena *arena, const char *path);

/* The next line, trimmed, a space where a tab was; false at the end. */
bool gold_line(gzFile file, ahd_arena *arena, ahd_str *line);

#endif
