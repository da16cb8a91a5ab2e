/* reviewer.c - reviews that tell at once what is kept, and other knowledge:
 *
 *     reviewer keep DB DOCUMENT... -> "12\n" for each act 1 of them confirmed
 *     reviewer rebuild DB IDS      -> read again without these agreements
 *
 * For tests/reviews/run.py. */
#include "ahd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool tell(void *context, const ahd_reviewed *one)
{
    (void)context;
    if (one->error)
        printf("wrong %s\n", one->error->message);
    else
        printf("%lld\n", (long long)one->number);
    fflush(stdout);
    return true;
}

static ahd_status keep(ahd_record *record, char **documents, size_t count,
                       ahd_error *error)
{
    ahd_review *reviews = calloc(count + 1, sizeof *reviews);

    if (reviews == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    for (size_t i = 0; i < count; i++)
        reviews[i] = (ahd_review){
            .document = documents[i], .act = 1, .by = "Huda", .confirm = true};
    ahd_status status =
        ahd_record_review(record, reviews, count, tell, NULL, error);
    free(reviews);
    return status;
}

static ahd_status rebuild(ahd_record *record, const char *without,
                          ahd_error *error)
{
    ahd_options options = {.without = without};
    ahd_engine *engine = NULL;

    ahd_status status = ahd_engine_new(&options, &engine, error);
    if (status == AHD_OK)
        status = ahd_record_rebuild(record, engine, NULL, error);
    ahd_engine_free(engine);
    return status;
}

int main(int argc, char **argv)
{
    ahd_record *record = NULL;
    ahd_error error = {0};

    if (argc < 4)
        return 2;
    ahd_status status = ahd_record_open(argv[2], true, &record, &error);
    if (status == AHD_OK)
        status = strcmp(argv[1], "rebuild") == 0
                     ? rebuild(record, argv[3], &error)
                     : keep(record, argv + 3, (size_t)argc - 3, &error);
    if (status != AHD_OK)
        fprintf(stderr, "%s: %s\n", error.file, error.message);
    ahd_record_close(record);
    return status != AHD_OK;
}
