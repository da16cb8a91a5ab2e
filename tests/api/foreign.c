/* A program that knows nothing of Ahd's tree: reads pages through the
 * installed library and prints each title with its number of acts.
 *     cc foreign.c $(pkg-config --cflags --libs ahd) && ./a.out PAGE... */
#include <ahd.h>

#include <stdio.h>

typedef struct tally {
    const ahd_engine *engine;
    int articles, skipped;
} tally;

static ahd_status on_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    tally *seen = context;
    ahd_buf json = AHD_BUF(64 << 20);

    (void)error;
    ahd_doc_json(seen->engine, doc, &json);
    if (ahd_str_find(ahd_buf_str(&json), AHD_STR("\"article\"")) < json.len)
        seen->articles++;
    ahd_buf_finish(&json);
    return AHD_OK;
}

static void on_skipped(void *context, const ahd_error *why)
{
    tally *seen = context;

    seen->skipped++;
    printf("skipped %s: %s\n", why->file, why->message);
}

int main(int argc, char **argv)
{
    ahd_options options = AHD_OPTIONS;
    ahd_engine *engine;
    ahd_error error;
    tally seen = {0};
    ahd_hooks hooks = {&seen, on_page, on_skipped};

    if (ahd_engine_new(&options, &engine, &error) != AHD_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    seen.engine = engine;
    if (ahd_read(engine, (const char *const *)(argv + 1), (size_t)argc - 1,
                 &hooks, &error) != AHD_OK) {
        fprintf(stderr, "%s: %s\n", error.file, error.message);
        return 1;
    }
    printf("ahd %s: %d articles, %d skipped, %llu pages\n", AHD_VERSION,
           seen.articles, seen.skipped,
           (unsigned long long)ahd_engine_counts(engine).pages);
    ahd_engine_free(engine);
    return 0;
}
