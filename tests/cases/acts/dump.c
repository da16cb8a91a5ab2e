/* The acts of a body told on 2020-10-26, a Monday; one line an act:
 *     sign  qa + ly-gna | about MoU: words (how) | 2020-10-26 | planned */
#include "base/day.h"
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

static void print_act(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *act)
{
    printf("%s", ahd_names_act[act->type]);
    print_args(kb, doc, &act->source);
    if (act->target.count > 0) {
        printf(" ->");
        print_args(kb, doc, &act->target);
    }
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &doc->agreements.items[act->agreements.items[i]];
        printf(" | ");
        print(r->id == AHD_NONE
                  ? ahd_doc_words(doc, r->at)
                  : ahd_kb_str(kb, ahd_kb_agreement_at(kb, r->id)->id));
    }
    if (act->has_speaker) {
        printf(" | said by ");
        print_arg(kb, doc, &act->speaker);
    }
    if (act->has_via) {
        printf(" | via ");
        print_arg(kb, doc, &act->via);
    }
    if (act->modality)
        printf(" | %s", modalities[act->modality]);
    if (act->tellings.count > 0)
        printf(" | told %u times", (unsigned)act->tellings.count + 1);
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
        print_act(kb, doc, &doc->acts.items[i]);
    if (doc->acts.count == 0)
        printf("no act\n");
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
