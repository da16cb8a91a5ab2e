#include "gold_file.h"

#include <stdio.h>
#include <stdlib.h>

ahd_str gold_slurp(ahd_arena *arena, const char *path)
{
    FILE *in = fopen(path, "rb");
    long size = -1;

    if (in != NULL && fseek(in, 0, SEEK_END) == 0)
        size = ftell(in);
    if (size < 0) {
        perror(path);
        exit(1);
    }
    rewind(in);
    char *bytes = ahd_arena_alloc(arena, 1, (size_t)size + 1);
    size_t got = fread(bytes, 1, (size_t)size, in);
    fclose(in);
    return (ahd_str){bytes, got};
}

bool gold_line(gzFile file, ahd_arena *arena, ahd_str *line)
{
    char text[GOLD_LINE];

    if (gzgets(file, text, GOLD_LINE) == NULL)
        return false;
    for (char *c = text; *c; c++)
        *c = *c == '\t' ? ' ' : *c;
    *line = ahd_arena_str(arena, ahd_str_trim(ahd_str_from(text)));
    return true;
}

bool gold_is_one_of(ahd_str s, const char *const *list)
{
    for (; *list; list++)
        if (ahd_str_eq(s, ahd_str_from(*list)))
            return true;
    return false;
}
