/* slots.c - the arguments of acts whose words and types are given.
 *
 *     slots DOCS.jsonl < GIVEN         prints a reading a document, as JSON
 *
 * A line of GIVEN: number of the document from 0, first byte and length of the
 * trigger in its text, type of act; in order of the documents. The acts of the
 * readings are these, in this order. bench/slots.py scores them. */
#include "engine/pipeline.h"
#include "kb/names.h"
#include "output/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOC_BYTES = 256 << 20, MOST_JSON = 64 << 20, TYPE = 32 };

typedef struct given_line {
    unsigned doc, start, len;
    char type[TYPE];
    bool some;
} given_line;

static void next_given(given_line *g)
{
    g->some = scanf("%u %u %u %31s", &g->doc, &g->start, &g->len, g->type) == 4;
}

static uint32_t type_of(const char *name)
{
    uint32_t type = 0;

    while (ahd_names_act[type] && strcmp(ahd_names_act[type], name) != 0)
        type++;
    if (ahd_names_act[type] == NULL) {
        fprintf(stderr, "slots: no act is called %s\n", name);
        exit(2);
    }
    return type;
}

static void read_doc(ahd_str line, unsigned number, given_line *g)
{
    ahd_arena *arena = ahd_arena_new(DOC_BYTES);
    ahd_arena *scratch = ahd_arena_new(DOC_BYTES);
    ahd_page_in in = {.bytes = line,
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("-"),
                      .line = number + 1};
    ahd_buf json = AHD_BUF(MOST_JSON);
    ahd_doc *doc = ahd_doc_new(arena);

    for (; g->some && g->doc == number; next_given(g))
        *ahd_vec_push(arena, &doc->given) =
            (ahd_given){{g->start, g->len}, type_of(g->type)};
    ahd_pipeline_run(ahd_kb_embedded(), &in, false, doc, scratch);
    ahd_json_doc(ahd_kb_embedded(), doc, &json);
    printf("%.*s\n", AHD_STR_ARG(ahd_buf_str(&json)));
    ahd_buf_finish(&json);
    ahd_arena_free(scratch);
    ahd_arena_free(arena);
}

int main(int argc, char **argv)
{
    FILE *docs = argc == 2 ? fopen(argv[1], "rb") : NULL;
    given_line given;
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    if (docs == NULL) {
        fprintf(stderr, "usage: slots DOCS.jsonl < GIVEN\n");
        return 2;
    }
    next_given(&given);
    for (unsigned i = 0; (len = getline(&line, &room, docs)) > 0; i++)
        read_doc(ahd_str_trim((ahd_str){line, (size_t)len}), i, &given);
    free(line);
    fclose(docs);
    return 0;
}
