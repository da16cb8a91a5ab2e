/* The events of a body told on 2020-10-26, a Monday; one line an event:
 *     ASSAULT/abduct gunmen -> three engineers | in Aden | yesterday */
#include "case_page.h"

#include <stdio.h>

static void print_event(const ahd_kb *kb, const ahd_doc *doc,
                        const ahd_event *event)
{
    ahd_str mode = ahd_kb_str(kb, ahd_kb_event_rule_at(kb, event->rule)->mode);

    printf("%s", ahd_names_event[event->type]);
    if (mode.len > 0)
        printf("/%.*s", AHD_STR_ARG(mode));
    case_print_args(doc, &event->source);
    if (event->target.count > 0) {
        printf(" ->");
        case_print_args(doc, &event->target);
    }
    if (event->has_place) {
        printf(" | in ");
        case_print(ahd_doc_words(doc, event->place.at));
    }
    if (event->time != AHD_NONE) {
        printf(" | ");
        case_print(ahd_doc_words(doc, doc->times.items[event->time].at));
    }
    case_print_modality(event->modality);
    printf("%s\n", event->confidence < 0.5f ? " | unsure" : "");
}

int main(void)
{
    case_page page = case_read("2020-10-26");

    for (uint32_t i = 0; i < page.doc->events.count; i++)
        print_event(ahd_kb_embedded(), page.doc, &page.doc->events.items[i]);
    if (page.doc->events.count == 0)
        printf("no event\n");
    case_end(&page);
    return 0;
}
