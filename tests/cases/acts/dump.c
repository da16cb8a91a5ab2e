/* The acts of a body told on 2020-10-26, a Monday; one line an act:
 *     sign  qa + ly-gna | about MoU: words (how) | 2020-10-26 | planned */
#include "base/day.h"
#include "case_page.h"

#include <stdio.h>

static void print_act(const ahd_kb *kb, const ahd_doc *doc, const ahd_act *act)
{
    printf("%s", ahd_names_act[act->type]);
    case_print_args(doc, &act->source);
    if (act->target.count > 0) {
        printf(" ->");
        case_print_args(doc, &act->target);
    }
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &doc->agreements.items[act->agreements.items[i]];
        printf(" | ");
        case_print(r->id == AHD_NONE
                       ? ahd_doc_words(doc, r->at)
                       : ahd_kb_str(kb, ahd_kb_agreement_at(kb, r->id)->id));
    }
    if (act->has_speaker) {
        printf(" | said by ");
        case_print_arg(doc, &act->speaker);
    }
    if (act->has_via) {
        printf(" | via ");
        case_print_arg(doc, &act->via);
    }
    case_print_modality(act->modality);
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
