/* chunks.c - the links of tagged sentences, and how fast they are found.
 *
 *     chunks ROUNDS [WEIGHTS] < TAGGED          TAGGED: tests/tagged.h
 *
 * WEIGHTS stand for those of the program, "-" for none: rules alone.
 *
 * A line a link: sentence, of, chunk, link, preposition, passive; words are
 * counted from 1, 0 is none. The last line is "# segments seconds", of the
 * best round. bench/arguments.py compares them with a treebank. */
#include "chunks/chunks.h"
#include "chunks/choice.h"
#include "kb/kb.h"
#include "tagged.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST = 64 << 20 };

static const char *const links[AHD_LINKS] = {
    "none",      "predicate",  "subject",    "object",
    "oblique",   "attribute",  "apposition", "conjunct",
    "adverbial", "complement", "relative",   "support"};

static ahd_str read_all(void)
{
    char *bytes = malloc(MOST);
    size_t len = bytes != NULL ? fread(bytes, 1, MOST, stdin) : 0;

    return (ahd_str){bytes, len};
}

static ahd_doc *read_doc(ahd_arena *arena, ahd_str rest)
{
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_buf text = AHD_BUF(MOST);

    while (rest.len > 0)
        tagged_line(doc, &text, ahd_str_cut(&rest, '\n'));
    tagged_end(doc, &text);
    ahd_buf_finish(&text);
    return doc;
}

static void print(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        const ahd_token *t =
            &doc->tokens.items[doc->segments.items[c->head].token];
        const ahd_sentence *s = &doc->sentences.items[t->sentence];
        uint32_t base = doc->tokens.items[s->first].segment;
        uint32_t of = c->of == AHD_NONE ? 0 : c->word - base + 1;
        uint32_t prep = c->prep == AHD_NONE ? 0 : c->prep - base + 1;
        printf("%u\t%u\t%u\t%s\t%u\t%u\n", (unsigned)t->sentence, (unsigned)of,
               (unsigned)(c->head - base + 1), links[c->link], (unsigned)prep,
               c->passive);
        if (c->genitive != AHD_NONE)
            printf("%u\t%u\t%u\tgenitive\t0\t0\n", (unsigned)t->sentence,
                   (unsigned)(c->head - base + 1),
                   (unsigned)(c->genitive - base + 1));
    }
}

/* A file as models/chunks/attach.tsv instead of the embedded one. */
static ahd_lexica read_weights(const char *path)
{
    static int16_t weights[AHD_CHOICE_WEIGHTS];
    ahd_lexica lexica = *ahd_kb_embedded()->lang;
    FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");
    char line[64];

    lexica.tables[AHD_LANG_ATTACH] = (ahd_lang_table){0};
    if (file == NULL)
        return lexica;
    while (fgets(line, sizeof line, file) != NULL) {
        char *end;
        long at = strtol(line, &end, 10);
        if (line[0] != '#' && at >= 0 && at < AHD_CHOICE_WEIGHTS)
            weights[at] = (int16_t)strtol(end, NULL, 10);
    }
    fclose(file);
    lexica.tables[AHD_LANG_ATTACH] = (ahd_lang_table){weights, sizeof weights};
    return lexica;
}

int main(int argc, char **argv)
{
    ahd_lexica lexica =
        argc > 2 ? read_weights(argv[2]) : *ahd_kb_embedded()->lang;
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    ahd_arena *arena = ahd_arena_new((size_t)MOST * 16);
    ahd_arena *scratch = ahd_arena_new((size_t)MOST * 16);
    ahd_doc *doc = read_doc(arena, read_all());
    double best = 0;

    for (int i = 0; i < rounds; i++) {
        doc->chunks.count = doc->clauses.count = 0;
        ahd_arena_clear(scratch);
        clock_t began = clock();
        ahd_chunks_read(&lexica, NULL, doc, scratch);
        double took = (double)(clock() - began) / CLOCKS_PER_SEC;
        best = i == 0 || took < best ? took : best;
    }
    const char *wrong = ahd_doc_check(doc);
    if (wrong != NULL) {
        fprintf(stderr, "chunks: %s\n", wrong);
        return 1;
    }
    print(doc);
    printf("# %u %.6f\n", (unsigned)doc->segments.count, best);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
