/* The statements of a body (its first line a title after "# "); one a line:
 *     say "words" | by SPEAKER | via OUTLET | statement | distant */
#include "engine/pipeline.h"
#include "kb/names.h"

#include <stdio.h>

enum { MOST = 1 << 16, ARENA = 64 << 20 };

static void print_words(const ahd_doc *doc, const char *before, ahd_span at)
{
    ahd_str words = ahd_doc_words(doc, at);

    printf("%s%.*s", before, AHD_STR_ARG(words));
}

static void print_quote(const ahd_doc *doc, const ahd_quote *q)
{
    printf("%s %s", ahd_names_cue_class[q->cue_class], q->direct ? "\"" : "(");
    print_words(doc, "", q->at);
    printf("%s", q->direct ? "\"" : ")");
    if (q->has_speaker)
        print_words(doc, " | by ", q->speaker.at);
    if (q->has_via)
        print_words(doc, " | via ", q->via.at);
    if (q->medium != AHD_MEDIUM_NONE)
        printf(" | %s", ahd_names_medium[q->medium]);
    if (q->distant)
        printf(" | distant");
    printf("\n");
}

/* Copies the case into a JSON record; `from` is the input's next letter. */
static size_t put_record(char *record)
{
    int c = getchar();
    bool title = c == '#';
    size_t len = (size_t)snprintf(record, MOST, "{\"id\":\"case\",\"%s\":\"",
                                  title ? "title" : "text");

    if (title && getchar() == ' ')
        c = getchar();
    for (; c != EOF && len < MOST - 16; c = getchar()) {
        if (c == '\n' && title) {
            len += (size_t)snprintf(record + len, 16, "\",\"text\":\"");
            title = false;
            continue;
        }
        if (c == '"' || c == '\n')
            record[len++] = '\\';
        record[len++] = c == '\n' ? 'n' : (char)c;
    }
    return len + (size_t)snprintf(record + len, 4, "\"}");
}

int main(void)
{
    static char record[MOST];
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    ahd_page_in in = {.bytes = {record, put_record(record)},
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("case"),
                      .line = 1};
    ahd_doc *doc = ahd_doc_new(arena);

    ahd_pipeline_run(ahd_kb_embedded(), &in, false, doc, scratch);
    for (uint32_t i = 0; i < doc->quotes.count; i++)
        print_quote(doc, &doc->quotes.items[i]);
    if (doc->quotes.count == 0)
        printf("no statement\n");
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
