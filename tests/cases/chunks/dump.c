/* What hangs from what, a line a chunk that has something:
 *     وقعت الحكومة الاتفاق  ->  وقعت: subject الحكومة, object الاتفاق */
#include "chunks/chunks.h"
#include "tagged.h"

#include <stdio.h>

enum { MOST = 1 << 16, ARENA = 16 << 20 };

static const char *const links[AHD_LINKS] = {
    "?",         "predicate",  "subject",    "object",
    "oblique",   "attribute",  "apposition", "and",
    "adverbial", "complement", "relative",   "support"};

static void print_words(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    ahd_span from = doc->segments.items[first].at;
    ahd_span to = doc->segments.items[end - 1].at;

    printf("%.*s",
           AHD_STR_ARG(ahd_doc_words(
               doc, (ahd_span){from.start, ahd_span_end(to) - from.start})));
}

static void print_chunk(const ahd_doc *doc, const ahd_chunk *c)
{
    if (c->prep != AHD_NONE) {
        printf("(");
        print_words(doc, c->prep, c->first);
        printf(") ");
    }
    print_words(doc, c->first, c->end);
}

static void print_dependents(const ahd_doc *doc, uint32_t of)
{
    const ahd_chunk *chunk = &doc->chunks.items[of];
    const char *before = ": ";

    print_words(doc, chunk->first, chunk->end);
    printf("%s%s", chunk->passive ? " [passive]" : "",
           chunk->negated ? " [not]" : "");
    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        if (c->of != of)
            continue;
        printf("%s%s ", before, links[c->link]);
        print_chunk(doc, c);
        before = ", ";
    }
    printf("\n");
}

static bool has_dependents(const ahd_doc *doc, uint32_t of)
{
    for (uint32_t i = 0; i < doc->chunks.count; i++)
        if (doc->chunks.items[i].of == of)
            return true;
    return false;
}

int main(void)
{
    static char bytes[MOST];
    ahd_str rest = {bytes, fread(bytes, 1, MOST, stdin)};
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_buf text = AHD_BUF(MOST * 2);

    while (rest.len > 0)
        tagged_line(doc, &text, ahd_str_cut(&rest, '\n'));
    tagged_end(doc, &text);
    ahd_chunks_find(ahd_kb_embedded(), doc, scratch);
    if (ahd_doc_check(doc) != NULL)
        printf("%s\n", ahd_doc_check(doc));
    for (uint32_t i = 0; i < doc->chunks.count; i++)
        if (has_dependents(doc, i) ||
            doc->chunks.items[i].link == AHD_LINK_PREDICATE)
            print_dependents(doc, i);
    ahd_buf_finish(&text);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
