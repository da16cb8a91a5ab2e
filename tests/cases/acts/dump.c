/* The acts of a body told on 2020-10-26, a Monday; one line an act:
 *     sign  qa + ly-gna | about MoU: words (how) | 2020-10-26 | planned */
#include "base/day.h"
#include "case_page.h"
#include "kb/names.h"

#include <stdio.h>

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
    case_page page = case_read("2020-10-26");

    for (uint32_t i = 0; i < page.doc->acts.count; i++)
        print_act(ahd_kb_embedded(), page.doc, &page.doc->acts.items[i]);
    if (page.doc->acts.count == 0)
        printf("no act\n");
    case_end(&page);
    return 0;
}
