/* How long searches take:  find DB < QUERIES
 * A query a line; printed is a line each: documents found, microseconds of the
 * fastest of three for the counts and the first 20 hits with their words. */
#include "ahd.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

enum { LONGEST = 1 << 14, RUNS = 3 };

static int64_t documents;

static void take_facets(void *context, const ahd_find_facets *facets)
{
    (void)context;
    documents = facets->found;
}

static bool take_row(void *context, const ahd_find_row *row)
{
    (void)context;
    return row->n > 0;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static ahd_status ask(ahd_record *record, ahd_str query, double *best,
                      ahd_error *error)
{
    const ahd_find_hooks hooks = {.facets = take_facets, .row = take_row};
    const ahd_find what = {.query = query};

    *best = 0;
    for (int i = 0; i < RUNS; i++) {
        double began = now();
        AHD_TRY(ahd_record_find(record, &what, &hooks, error));
        double took = now() - began;
        *best = i == 0 || took < *best ? took : *best;
    }
    return AHD_OK;
}

int main(int argc, char **argv)
{
    static char line[LONGEST];
    ahd_record *record = NULL;
    ahd_error error = {0};
    double best;

    if (argc != 2)
        return 2;
    ahd_status status = ahd_record_open(argv[1], false, &record, &error);
    while (status == AHD_OK && fgets(line, sizeof line, stdin)) {
        status = ask(record, ahd_str_trim(ahd_str_from(line)), &best, &error);
        printf("%" PRId64 "\t%.0f\n", documents, best);
    }
    if (status != AHD_OK)
        fprintf(stderr, "%s: %s\n", line, error.message);
    ahd_record_close(record);
    return status != AHD_OK;
}
