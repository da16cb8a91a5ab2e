/* pages.h - every page of a file, for programs that measure:
 *
 *     static void take(void *context, const ahd_page *page) { ... }
 *     bench_pages("a.jsonl", take, &bench);
 *
 * A file that cannot be read ends the program; a page that cannot is left out.
 */
#ifndef AHD_BENCH_PAGES_H
#define AHD_BENCH_PAGES_H

#include "source/source.h"

#include <stdio.h>
#include <stdlib.h>

static inline void
bench_pages(const char *path, void (*take)(void *context, const ahd_page *page),
            void *context)
{
    ahd_source *source = NULL;
    ahd_error error = {0};
    ahd_page page;
    bool end = false;

    if (ahd_source_open(path, &source, &error) != AHD_OK) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    while (!end)
        if (ahd_source_next(source, &page, &end, &error) == AHD_OK && !end)
            take(context, &page);
    ahd_source_close(source);
}

#endif
