/* case_page.h - the text of a case, from the standard input, read as a page;
 * for the dumps of tests/cases whose cases are whole readings.
 *
 *     case_page page = case_read("2020-10-26");
 *     ... page.doc ...
 *     case_end(&page);
 *
 * A line is a paragraph. The day may be NULL: the page tells none. */
#ifndef AHD_TESTS_CASE_PAGE_H
#define AHD_TESTS_CASE_PAGE_H

#include "engine/pipeline.h"
#include "kb/names.h"

#include <stdio.h>

enum { CASE_MOST = 1 << 16, CASE_ARENA = 64 << 20, CASE_END = 8 };

typedef struct case_page {
    ahd_arena *arena, *scratch;
    ahd_doc *doc;
} case_page;

static inline case_page case_read(const char *day)
{
    static char record[CASE_MOST];
    case_page page = {.arena = ahd_arena_new(CASE_ARENA),
                      .scratch = ahd_arena_new(CASE_ARENA)};
    int len =
        day == NULL
            ? snprintf(record, CASE_MOST, "{\"id\":\"case\",\"text\":\"")
            : snprintf(record, CASE_MOST,
                       "{\"id\":\"case\",\"date\":\"%s\",\"text\":\"", day);

    for (int c; (c = getchar()) != EOF && len < CASE_MOST - CASE_END;) {
        if (c == '"' || c == '\n')
            record[len++] = '\\';
        record[len++] = c == '\n' ? 'n' : (char)c;
    }
    len += snprintf(record + len, CASE_MOST - (size_t)len, "\"}");
    ahd_page_in in = {.bytes = {record, (size_t)len},
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("case"),
                      .line = 1};
    page.doc = ahd_doc_new(page.arena);
    ahd_pipeline_run(ahd_kb_embedded(), &in, false, page.doc, page.scratch);
    return page;
}

static inline void case_end(case_page *page)
{
    ahd_arena_free(page->arena);
    ahd_arena_free(page->scratch);
}

/* ------------------------------------------------- what dumps have in common
 */

static inline void case_print(ahd_str s)
{
    printf("%.*s", AHD_STR_ARG(s));
}

/* The actor, else the words. */
static inline void case_print_arg(const ahd_doc *doc, const ahd_arg *a)
{
    const ahd_kb *kb = ahd_kb_embedded();

    case_print(a->id != AHD_NONE
                   ? ahd_kb_str(kb, ahd_kb_actor_at(kb, a->id)->id)
                   : ahd_doc_words(doc, a->at));
}

static inline void case_print_args(const ahd_doc *doc, const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        printf("%s", i ? " + " : " ");
        case_print_arg(doc, &args->items[i]);
    }
}

/* Nothing of what happened. */
static inline void case_print_modality(unsigned modality)
{
    static const char *const names[] = {"", "planned", "possible", "negated",
                                        "conditional"};

    if (modality)
        printf(" | %s", names[modality]);
}

#endif
