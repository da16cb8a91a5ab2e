/* numerals.c - the numbers of lines of text:  numerals [--time ROUNDS] < LINES
 *
 * Of every number: line, first and last character (both counted from 0), kind,
 * what it counts from, value; separated by tabs. With --time the stage alone
 * runs over all lines so often, and prints tokens, numbers and the CPU seconds
 * of the best round. bench/numerals.py runs it. */
#include "numbers/numbers.h"
#include "base/utf8.h"
#include "chunks/chunks.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "text/split.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ARENA = 1 << 30, MOST = 1 << 20 };

static ahd_doc *understand(const ahd_kb *kb, ahd_str line, ahd_arena *arena,
                           ahd_arena *scratch)
{
    typedef void stage(const ahd_kb *, ahd_doc *, ahd_arena *);
    static stage *const stages[] = {ahd_text_split, ahd_morph_segment,
                                    ahd_morph_tag, ahd_chunks_find};
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = ahd_arena_str(arena, line);
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){0, (uint32_t)line.len};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        stages[i](kb, doc, scratch);
        ahd_arena_clear(scratch);
    }
    return doc;
}

static size_t characters(const ahd_doc *doc, uint32_t bytes)
{
    return ahd_utf8_count((ahd_str){doc->text.ptr, bytes});
}

static void print(const ahd_doc *doc, unsigned line)
{
    static const char *const kinds[] = {"cardinal", "ordinal", "fraction",
                                        "percent"};
    static const char *const froms[] = {"start", "current", "end"};

    for (uint32_t i = 0; i < doc->numbers.count; i++) {
        const ahd_number *n = &doc->numbers.items[i];
        printf("%u\t%zu\t%zu\t%s\t%s\t%.17g\n", line,
               characters(doc, n->at.start),
               characters(doc, ahd_span_end(n->at)) - 1, kinds[n->kind],
               froms[n->from], n->value);
    }
}

static void time_rounds(const ahd_kb *kb, ahd_doc **docs, unsigned count,
                        int rounds)
{
    ahd_arena *arena = ahd_arena_new(ARENA);
    double best = 0;
    uint64_t tokens = 0, numbers = 0;

    for (int round = 0; round < rounds; round++) {
        clock_t began = clock();
        tokens = numbers = 0;
        for (unsigned i = 0; i < count; i++) {
            docs[i]->numbers.count = 0;
            ahd_numbers_find(kb, docs[i], arena);
            tokens += docs[i]->tokens.count;
            numbers += docs[i]->numbers.count;
        }
        double took = (double)(clock() - began) / CLOCKS_PER_SEC;
        best = round == 0 || took < best ? took : best;
    }
    printf("%llu\t%llu\t%.6f\n", (unsigned long long)tokens,
           (unsigned long long)numbers, best);
    ahd_arena_free(arena);
}

int main(int argc, char **argv)
{
    static ahd_doc *docs[MOST];
    static char line[MOST];
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    int rounds =
        argc == 3 && strcmp(argv[1], "--time") == 0 ? atoi(argv[2]) : 0;
    unsigned count = 0;

    for (; count < MOST && fgets(line, sizeof line, stdin); count++) {
        line[strcspn(line, "\n")] = 0;
        docs[count] = understand(kb, ahd_str_from(line), arena, scratch);
        if (rounds > 0)
            continue;
        ahd_numbers_find(kb, docs[count], scratch);
        print(docs[count], count);
        ahd_arena_clear(arena);
    }
    if (rounds > 0)
        time_rounds(kb, docs, count, rounds);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
