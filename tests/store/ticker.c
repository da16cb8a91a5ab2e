/* ticker.c - adds pages and writes down at once what it was told is added:
 *
 *     ticker [-THREADS] DB PATH...  ->  "200 0\n" after a batch: 200 new, 0
 * known
 *
 * For tests/store/kill.py: `ahd add` tells people only now and then. */
#include "ahd.h"

#include <stdio.h>
#include <stdlib.h>

static void tick(void *context, const ahd_added *so_far, bool done)
{
    (void)context;
    (void)done;
    printf("%llu %llu\n", (unsigned long long)so_far->new_pages,
           (unsigned long long)so_far->known_pages);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    ahd_options options = AHD_OPTIONS;
    ahd_progress progress = {.tick = tick};
    ahd_record *record = NULL;
    ahd_engine *engine = NULL;
    ahd_error error = {0};

    if (argc > 1 && argv[1][0] == '-') {
        options.threads = atoi(argv[1] + 1);
        argv++, argc--;
    }
    if (argc < 3)
        return 2;
    const char *const *paths = (const char *const *)argv + 2;
    ahd_status status = ahd_record_open(argv[1], true, &record, &error);
    if (status == AHD_OK)
        status = ahd_engine_new(&options, &engine, &error);
    if (status == AHD_OK)
        status = ahd_record_add(record, engine, paths, (size_t)argc - 2,
                                &progress, &error);
    if (status != AHD_OK)
        fprintf(stderr, "%s: %s\n", error.file, error.message);
    ahd_engine_free(engine);
    ahd_record_close(record);
    return status != AHD_OK;
}
