/* stories.c - the stories of files, their cost:  stories ROUNDS FILE...
 *
 * Every page of the files is read in full; of each its fingerprint is kept as
 * bytes. Then the stories are found, ROUNDS times. Prints, by tabs:
 *
 *     doc    id  number of its story  id of its root  agency
 *     link   from  to  kind  share of from, of to  by weight, of traits, of
 *            firm traits  rows shared  weight of what both tell
 *     cost   documents  bytes of fingerprints  seconds of the best round
 *            most bytes that finding took */
#include "stories/stories.h"
#include "base/day.h"
#include "engine/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct bench {
    const ahd_kb *kb;
    ahd_arena *kept, *work, *scratch;
    AHD_VEC(ahd_story_doc) docs;
    AHD_VEC(ahd_str) prints;
    size_t bytes;
} bench;

static ahd_status keep(void *context, const ahd_doc *doc, ahd_error *error)
{
    bench *b = context;
    ahd_buf bytes = AHD_BUF(1 << 20);
    ahd_fingerprint print;
    ahd_story_doc *own = ahd_vec_push(b->kept, &b->docs);

    (void)error;
    ahd_arena_clear(b->work);
    ahd_fingerprint_make(b->kb, doc, b->work, &print);
    ahd_fingerprint_write(&print, &bytes);
    b->bytes += bytes.len;
    *own = (ahd_story_doc){.key = ahd_arena_str(b->kept, doc->id),
                           .day = doc->published};
    *ahd_vec_push(b->kept, &b->prints) =
        ahd_arena_str(b->kept, ahd_buf_str(&bytes));
    ahd_buf_finish(&bytes);
    return AHD_OK;
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double find(bench *b, ahd_stories *found, size_t *most)
{
    double began = seconds();

    ahd_arena_clear(b->work);
    ahd_arena_clear(b->scratch);
    for (uint32_t i = 0; i < b->docs.count; i++)
        if (!ahd_fingerprint_read(b->prints.items[i], b->work,
                                  &b->docs.items[i].print))
            abort();
    ahd_stories_find(b->docs.items, b->docs.count, b->work, b->scratch, found);
    *most = ahd_arena_used(b->work) + ahd_arena_used(b->scratch);
    return seconds() - began;
}

static void print_link(const bench *b, const ahd_story_link *l)
{
    const ahd_alike *a = &l->alike;

    printf("link\t%.*s\t%.*s\t%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t"
           "%.3f\t%u\t%.0f\t%.0f\t%.0f\t%.3f\t%.3f\t%.*s\n",
           AHD_STR_ARG(b->docs.items[l->from].key),
           AHD_STR_ARG(b->docs.items[l->to].key),
           ahd_stories_kind_name(a->kind), a->words[0], a->words[1], a->rows[0],
           a->rows[1], a->traits[0], a->traits[1], a->firm[0], a->firm[1],
           a->grams, a->told, a->held[0], a->held[1], a->pairs[0], a->pairs[1],
           AHD_STR_ARG(l->via));
}

static void print_all(const bench *b, const ahd_stories *found)
{
    for (uint32_t i = 0; i < b->docs.count; i++)
        printf("doc\t%.*s\t%u\t%.*s\t%.*s\n", AHD_STR_ARG(b->docs.items[i].key),
               found->story[i], AHD_STR_ARG(b->docs.items[found->root[i]].key),
               AHD_STR_ARG(found->agency[i]));
    for (uint32_t i = 0; i < found->links.count; i++)
        print_link(b, &found->links.items[i]);
}

int main(int argc, char **argv)
{
    bench b = {.kept = ahd_arena_new((size_t)1 << 34),
               .work = ahd_arena_new((size_t)1 << 34),
               .scratch = ahd_arena_new((size_t)1 << 34)};
    const ahd_hooks hooks = {.context = &b, .page = keep};
    ahd_options options = AHD_OPTIONS;
    ahd_engine *engine;
    ahd_error error;
    ahd_stories found;
    double best = 1e9;
    size_t most = 0;

    if (argc < 3 || ahd_engine_new(&options, &engine, &error) != AHD_OK)
        return 2;
    b.kb = &engine->kb;
    if (ahd_read(engine, (const char *const *)argv + 2, (size_t)argc - 2,
                 &hooks, &error) != AHD_OK)
        return 1;
    for (int i = 0; i < atoi(argv[1]); i++) {
        double took = find(&b, &found, &most);
        best = took < best ? took : best;
    }
    print_all(&b, &found);
    printf("cost\t%u\t%zu\t%.4f\t%zu\n", b.docs.count, b.bytes, best, most);
    ahd_engine_free(engine);
    return 0;
}
