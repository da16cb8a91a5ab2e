/* How fast crawls are read, and nothing else:  warc FILE...
 * Prints "records pages bytes" of every file, bodies without their codings. */
#include "source/source.h"

#include <inttypes.h>
#include <stdio.h>

/* Prints what was read; false when something could not be. */
static bool read_file(const char *path)
{
    uint64_t records = 0, pages = 0, bytes = 0, bad = 0;
    ahd_source *source;
    ahd_error error;
    bool end = false;

    if (ahd_source_open(path, &source, &error) != AHD_OK)
        return false;
    while (!end) {
        ahd_page page;
        if (ahd_source_next(source, &page, &end, &error) != AHD_OK) {
            fprintf(stderr, "%s: %s\n", error.file, error.message);
            bad++;
            continue;
        }
        records += !end;
        pages += !end && page.passed == NULL;
        bytes += page.bytes.len;
    }
    ahd_source_close(source);
    printf("%" PRIu64 " %" PRIu64 " %" PRIu64 "\n", records, pages, bytes);
    return bad == 0;
}

int main(int argc, char **argv)
{
    bool fine = true;

    for (int i = 1; i < argc; i++)
        fine = read_file(argv[i]) && fine;
    return !fine;
}
