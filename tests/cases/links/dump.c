/* What each act is about, of a body told on 2020-10-26; one line an act that
 * is about something or has words:
 *     deny نفت | denied_claim: accuse اتهمت | (خرق الهدنة) */
#include "engine/pipeline.h"
#include "kb/names.h"

#include <stdio.h>

enum { MOST = 1 << 16, ARENA = 64 << 20 };

static void print(const ahd_doc *doc, ahd_span at)
{
    printf("%.*s", AHD_STR_ARG(ahd_doc_words(doc, at)));
}

static void print_about(const ahd_doc *doc, const ahd_about *about)
{
    printf(" | %s: ", about->role);
    if (about->event != AHD_NONE) {
        const ahd_event *event = &doc->events.items[about->event];
        printf("%s ", ahd_names_event[event->type]);
        print(doc, event->trigger);
        return;
    }
    const ahd_act *act = &doc->acts.items[about->act];
    printf("%s ", ahd_names_act[act->type]);
    print(doc, act->trigger);
}

static void print_act(const ahd_doc *doc, const ahd_act *act)
{
    if (act->about.count == 0 && act->content.len == 0)
        return;
    printf("%s ", ahd_names_act[act->type]);
    print(doc, act->trigger);
    for (uint32_t i = 0; i < act->about.count; i++)
        print_about(doc, &act->about.items[i]);
    if (act->content.len > 0) {
        printf(" | (");
        print(doc, act->content);
        printf(")");
    }
    printf("\n");
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
    for (uint32_t i = 0; i < doc->acts.count; i++)
        print_act(doc, &doc->acts.items[i]);
    printf("%u acts\n", (unsigned)doc->acts.count);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
