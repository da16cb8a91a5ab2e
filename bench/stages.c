/* stages.c - where the time of a reading goes:  stages FILE...
 *
 * Every page of the files is read, stage by stage, on one thread. Prints
 * documents, sentences and tokens, then the CPU seconds of each stage; "page"
 * is all from the bytes to the text, "json" the writing of the answer. */
#include "engine/pipeline.h"
#include "output/json.h"

#include "pages.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DOC_BYTES = 256 << 20, JSON_BYTES = 256 << 20, MOST_STAGES = 64 };

typedef struct bench {
    const ahd_kb *kb;
    ahd_arena *work, *scratch;
    ahd_buf json;
    uint64_t documents, sentences, tokens;
    double page, took[MOST_STAGES], out;
} bench;

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Adds what has passed since *last, which moves to now. */
static void lap(double *last, double *sum)
{
    double now = seconds();

    *sum += now - *last;
    *last = now;
}

static void read_page(void *context, const ahd_page *page)
{
    bench *b = context;
    const ahd_page_in in = {.bytes = page->bytes,
                            .format = page->format,
                            .path = ahd_str_from(page->path),
                            .line = page->line,
                            .url = page->url,
                            .charset = page->charset};
    double last = seconds();
    ahd_doc *doc = ahd_doc_new(b->work);

    ahd_pipeline_run(b->kb, &in, true, doc, b->scratch);
    lap(&last, &b->page);
    if (doc->kind == AHD_KIND_ARTICLE) {
        for (size_t i = 0; ahd_pipeline_stage(i); i++) {
            ahd_pipeline_step(b->kb, i, doc, b->scratch);
            lap(&last, &b->took[i]);
        }
        ahd_buf_clear(&b->json);
        ahd_json_doc(b->kb, doc, &b->json);
        lap(&last, &b->out);
    }
    b->documents++;
    b->sentences += doc->sentences.count;
    b->tokens += doc->tokens.count;
    ahd_arena_clear(b->work);
}

int main(int argc, char **argv)
{
    bench b = {.kb = ahd_kb_embedded(),
               .work = ahd_arena_new(DOC_BYTES),
               .scratch = ahd_arena_new(DOC_BYTES),
               .json = AHD_BUF(JSON_BYTES)};

    if (argc < 2) {
        fprintf(stderr, "usage: stages FILE...\n");
        return 2;
    }
    for (int i = 1; i < argc; i++)
        bench_pages(argv[i], read_page, &b);
    printf("%" PRIu64 " documents\n%" PRIu64 " sentences\n%" PRIu64
           " tokens\n%.6f page\n",
           b.documents, b.sentences, b.tokens, b.page);
    for (size_t i = 0; ahd_pipeline_stage(i); i++)
        printf("%.6f %s\n", b.took[i], ahd_pipeline_stage(i));
    printf("%.6f json\n", b.out);
    return 0;
}
