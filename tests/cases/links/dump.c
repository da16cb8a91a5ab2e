/* What each act is about, of a body told on 2020-10-26; one line an act that
 * is about something or has words:
 *     deny نفت | denied_claim: accuse اتهمت | (خرق الهدنة) */
#include "case_page.h"
#include "kb/names.h"

#include <stdio.h>

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
    case_page page = case_read("2020-10-26");

    for (uint32_t i = 0; i < page.doc->acts.count; i++)
        print_act(page.doc, &page.doc->acts.items[i]);
    printf("%u acts\n", (unsigned)page.doc->acts.count);
    case_end(&page);
    return 0;
}
