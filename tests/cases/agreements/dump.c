/* The agreements of a page, a mention a line; then the clauses of its acts. The
 * day of the page stands in its first line, "-" for none; a line is a
 * paragraph. الهدنة الإنسانية | described ye-truce-2015-07-26 للاتفاق | anaphor
 * for «اتفاق هدنة في سبها», found 1 breach: 2 named */
#include "case_page.h"
#include "kb/names.h"
#include "output/enums.h"

#include <stdio.h>

enum { DAY = 32 };

static void print(ahd_str s)
{
    printf("%.*s", AHD_STR_ARG(s));
}

static void print_meant(const ahd_kb *kb, const ahd_agreement_ref *r)
{
    if (r->id != AHD_NONE) {
        printf(" | %s ", ahd_enums_how[r->how]);
        print(ahd_kb_str(kb, ahd_kb_agreement_at(kb, r->id)->id));
    } else if (r->resolution)
        printf(" | %s unscr-%u, in no registry", ahd_enums_how[r->how],
               (unsigned)r->resolution);
    else if (r->found != AHD_NONE)
        printf(" | found %u", (unsigned)r->found + 1);
    else
        printf(" | open");
}

static void print_mention(const ahd_kb *kb, const ahd_doc *doc,
                          const ahd_agreement_ref *r)
{
    print(ahd_doc_words(doc, r->at));
    print_meant(kb, r);
    if (r->fullest != AHD_NONE) {
        printf(", for «");
        print(ahd_doc_words(doc, doc->agreements.items[r->fullest].at));
        printf("»");
    }
    printf("\n");
}

static void print_clauses(const ahd_kb *kb, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->clauses.count; i++) {
        const ahd_provision *clause = &act->clauses.items[i];
        printf(i ? "," : "%s:", ahd_names_act[act->type]);
        printf(" ");
        if (clause->commitment == AHD_NONE)
            printf("%u", (unsigned)clause->number);
        else
            print(ahd_kb_str(kb,
                             ahd_kb_commitment_at(kb, clause->commitment)->n));
        printf(" %s", ahd_enums_how[clause->how]);
    }
    if (act->clauses.count > 0)
        printf("\n");
}

static void print_doc(const ahd_kb *kb, const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->agreements.count; i++)
        print_mention(kb, doc, &doc->agreements.items[i]);
    for (uint32_t i = 0; i < doc->acts.count; i++)
        print_clauses(kb, &doc->acts.items[i]);
    if (doc->agreements.count == 0)
        printf("no agreement\n");
}

int main(void)
{
    char day[DAY];

    if (scanf("%31[^\n]%*c", day) != 1)
        return 2;
    case_page page = case_read(day[0] == '-' ? NULL : day);
    print_doc(ahd_kb_embedded(), page.doc);
    case_end(&page);
    return 0;
}
