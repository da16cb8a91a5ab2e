/* A file of any kind through the whole source, containers in containers and
 * all: zip and tar above all. */
#include "source/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static char path[] = "/tmp/ahd_fuzz_XXXXXX";

static void drop_file(void)
{
    unlink(path);
}

static void put(int file, const uint8_t *data, size_t size)
{
    check(ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0);
    while (size > 0) {
        ssize_t n = write(file, data, size);
        check(n > 0);
        data += n;
        size -= (size_t)n;
    }
}

static volatile uint32_t touched; /* every byte of a page is there */

static void read_all(size_t size)
{
    ahd_source *source;
    ahd_error error = {0};
    bool end = false;
    size_t turns = 0;

    check(ahd_source_open(path, &source, &error) == AHD_OK);
    while (!end) {
        ahd_page page;
        ahd_status status = ahd_source_next(source, &page, &end, &error);
        check(turns++ <= 4 * size + 16);
        if (status == AHD_OK && !end && page.passed == NULL)
            touched ^= ahd_str_hash(page.bytes);
    }
    ahd_source_close(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int file = -1;

    if (file < 0) {
        file = mkstemp(path);
        check(file >= 0 && atexit(drop_file) == 0);
    }
    put(file, data, size);
    read_all(size);
    return 0;
}
