/* slots.c - the arguments of acts whose words and types are given.
 *
 *     slots DOCS.jsonl < GIVEN         prints a reading a document, as JSON
 *
 * A line of GIVEN: number of the document from 0, first byte and length of the
 * trigger in its text, type of act; in order of the documents. The acts of the
 * readings are these, in this order. bench/slots.py scores them. */
#include "../tools/given_acts.h"
#include "engine/pipeline.h"
#include "output/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOC_BYTES = 256 << 20, MOST_JSON = 64 << 20 };

static void read_doc(ahd_str line, unsigned number, given_act *g)
{
    ahd_arena *arena = ahd_arena_new(DOC_BYTES);
    ahd_arena *scratch = ahd_arena_new(DOC_BYTES);
    ahd_page_in in = {.bytes = line,
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("-"),
                      .line = number + 1};
    ahd_buf json = AHD_BUF(MOST_JSON);
    ahd_doc *doc = ahd_doc_new(arena);

    for (; g->some && g->doc == number; given_act_next(g))
        *ahd_vec_push(arena, &doc->given) = given_act_of(g);
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
    given_act given;
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    if (docs == NULL) {
        fprintf(stderr, "usage: slots DOCS.jsonl < GIVEN\n");
        return 2;
    }
    given_act_next(&given);
    for (unsigned i = 0; (len = getline(&line, &room, docs)) > 0; i++)
        read_doc(ahd_str_trim((ahd_str){line, (size_t)len}), i, &given);
    free(line);
    fclose(docs);
    return 0;
}
