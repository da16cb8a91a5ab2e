/* langspeed.c - how fast words are understood:  langspeed ROUNDS FILE...
 *
 * The records of the files are read as pages are, up to their text, and kept in
 * memory; then the stages of the language core run over all of them, ROUNDS
 * times. Prints documents, bytes and tokens, then of the best round the CPU
 * seconds of each stage, a line each, their sum last. With 0 rounds it prints
 * the paragraphs, a line each, which is what bench/language_speed.py gives to
 * others. */
#include "chunks/chunks.h"
#include "engine/pipeline.h"
#include "morph/segment.h"
#include "text/split.h"

#include "pages.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ALL_BYTES = 1 << 30, DOC_BYTES = 256 << 20 };

static const struct {
    const char *name;
    void (*run)(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
} stages[] = {
    {"text", ahd_text_split},
    {"morph", ahd_morph_segment},
    {"chunks", ahd_chunks_find},
};

enum { STAGES = sizeof stages / sizeof *stages };

typedef struct bench {
    const ahd_kb *kb;
    ahd_arena *kept, *work, *scratch;
    AHD_VEC(ahd_doc) docs;
    uint64_t bytes, tokens;
    double took[STAGES];
} bench;

/* The document as the stages find it, in the arena of all. */
static void keep(bench *b, const ahd_doc *doc)
{
    ahd_doc *own = ahd_vec_push(b->kept, &b->docs);

    *own = *ahd_doc_new(b->kept);
    own->kind = doc->kind;
    own->lang = doc->lang;
    own->language = ahd_arena_str(b->kept, doc->language);
    own->text = ahd_arena_str(b->kept, doc->text);
    own->title_len = doc->title_len;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++)
        *ahd_vec_push(b->kept, &own->paragraphs) = doc->paragraphs.items[i];
    for (uint32_t i = 0; i < doc->parts.count; i++)
        *ahd_vec_push(b->kept, &own->parts) = doc->parts.items[i];
    b->bytes += own->text.len;
}

static void read_page(void *context, const ahd_page *page)
{
    bench *b = context;
    ahd_page_in in = {.bytes = page->bytes,
                      .format = page->format,
                      .path = ahd_str_from(page->path),
                      .line = page->line,
                      .url = page->url,
                      .charset = page->charset};
    ahd_doc *doc = ahd_doc_new(b->work);

    ahd_pipeline_run(b->kb, &in, true, doc, b->scratch);
    if (doc->kind == AHD_KIND_ARTICLE)
        keep(b, doc);
    ahd_arena_clear(b->work);
}

static void print_texts(const bench *b)
{
    for (uint32_t d = 0; d < b->docs.count; d++) {
        const ahd_doc *doc = &b->docs.items[d];
        for (uint32_t p = 0; p < doc->paragraphs.count; p++)
            printf("%.*s\n", AHD_STR_ARG(ahd_str_span(
                                 doc->text, doc->paragraphs.items[p])));
    }
}

static double run_document(bench *b, const ahd_doc *kept, double *took)
{
    ahd_doc doc = *kept;
    double all = 0;

    doc.arena = b->work;
    for (int s = 0; s < STAGES; s++) {
        clock_t began = clock();
        stages[s].run(b->kb, &doc, b->scratch);
        ahd_arena_clear(b->scratch);
        double one = (double)(clock() - began) / CLOCKS_PER_SEC;
        took[s] += one;
        all += one;
    }
    b->tokens += doc.tokens.count;
    ahd_arena_clear(b->work);
    return all;
}

/* The seconds of a round; its stages are kept when they are the best. */
static double run_round(bench *b, double best)
{
    double took[STAGES] = {0}, all = 0;

    b->tokens = 0;
    for (uint32_t d = 0; d < b->docs.count; d++)
        all += run_document(b, &b->docs.items[d], took);
    for (int s = 0; s < STAGES && (best == 0 || all < best); s++)
        b->took[s] = took[s];
    return best == 0 || all < best ? all : best;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[1]) : -1;
    double best = 0;
    bench b = {.kb = ahd_kb_embedded(),
               .kept = ahd_arena_new(ALL_BYTES),
               .work = ahd_arena_new(DOC_BYTES),
               .scratch = ahd_arena_new(DOC_BYTES)};

    if (rounds < 0) {
        fprintf(stderr, "usage: langspeed ROUNDS FILE...\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        bench_pages(argv[i], read_page, &b);
    if (rounds == 0)
        print_texts(&b);
    for (int round = 0; round < rounds; round++)
        best = run_round(&b, best);
    if (rounds > 0)
        printf("%" PRIu32 " documents\n%" PRIu64 " bytes\n%" PRIu64 " tokens\n",
               b.docs.count, b.bytes, b.tokens);
    for (int s = 0; s < STAGES && rounds > 0; s++)
        printf("%.6f %s\n", b.took[s], stages[s].name);
    if (rounds > 0)
        printf("%.6f all\n", best);
    return 0;
}
