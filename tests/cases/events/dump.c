/* The events of a body told on 2020-10-26, a Monday; one line an event:
 *     ASSAULT/abduct gunmen -> three engineers | in Aden | yesterday */
#include "engine/pipeline.h"
#include "kb/names.h"

#include <stdio.h>

enum { MOST = 1 << 16, ARENA = 64 << 20 };

static const char *const modalities[] = {"", "planned", "possible", "negated",
                                         "conditional"};

static void print(ahd_str s)
{
    printf("%.*s", AHD_STR_ARG(s));
}

static void print_arg(const ahd_kb *kb, const ahd_doc *doc, const ahd_arg *a)
{
    if (a->id != AHD_NONE)
        print(ahd_kb_str(kb, ahd_kb_actor_at(kb, a->id)->id));
    else
        print(ahd_doc_words(doc, a->at));
}

static void print_args(const ahd_kb *kb, const ahd_doc *doc, const ahd_args *a)
{
    for (uint32_t i = 0; i < a->count; i++) {
        printf("%s", i ? " + " : " ");
        print_arg(kb, doc, &a->items[i]);
    }
}

static void print_event(const ahd_kb *kb, const ahd_doc *doc,
                        const ahd_event *event)
{
    ahd_str mode =
        ahd_kb_str(kb, ahd_kb_event_rule_at(kb, event->rule)->mode);

    printf("%s", ahd_names_event[event->type]);
    if (mode.len > 0)
        printf("/%.*s", AHD_STR_ARG(mode));
    print_args(kb, doc, &event->source);
    if (event->target.count > 0) {
        printf(" ->");
        print_args(kb, doc, &event->target);
    }
    if (event->has_place) {
        printf(" | in ");
        print(ahd_doc_words(doc, event->place.at));
    }
    if (event->time != AHD_NONE) {
        printf(" | ");
        print(ahd_doc_words(doc, doc->times.items[event->time].at));
    }
    if (event->modality)
        printf(" | %s", modalities[event->modality]);
    printf("%s\n", event->confidence < 0.5f ? " | unsure" : "");
}

int main(void)
{
    static char record[MOST];
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    int len = snprintf(record, sizeof record,
                       "{\"id\":\"case\",\"date\":\"2020-10-26\",\"text\":\"");

    for (int c; (c = getchar()) != EOF && len < MOST - 8;) {
        if (c == '"' || c == '\n')
            record[len++] = '\\';
        record[len++] = c == '\n' ? 'n' : (char)c;
    }
    len += snprintf(record + len, sizeof record - (size_t)len, "\"}");
    ahd_page_in in = {.bytes = {record, (size_t)len},
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("case"),
                      .line = 1};
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_pipeline_run(kb, &in, false, doc, scratch);
    for (uint32_t i = 0; i < doc->events.count; i++)
        print_event(kb, doc, &doc->events.items[i]);
    if (doc->events.count == 0)
        printf("no event\n");
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
