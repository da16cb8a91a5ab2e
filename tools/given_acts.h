/* given_acts.h - acts that are given to a reading (doc->given), from the
 * standard input: number of the document from 0, first byte and length of the
 * trigger in its text, type of act; in order of the documents.
 *
 *     3 120 10 demand */
#ifndef AHD_GIVEN_ACTS_H
#define AHD_GIVEN_ACTS_H

#include "doc/doc.h"
#include "kb/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct given_act {
    unsigned doc, start, len;
    char type[32];
    bool some; /* false at the end */
} given_act;

static inline void given_act_next(given_act *g)
{
    g->some = scanf("%u %u %u %31s", &g->doc, &g->start, &g->len, g->type) == 4;
}

/* Stops the program when no act is called so. */
static inline ahd_given given_act_of(const given_act *g)
{
    uint32_t type = 0;

    while (ahd_names_act[type] && strcmp(ahd_names_act[type], g->type) != 0)
        type++;
    if (ahd_names_act[type] == NULL) {
        fprintf(stderr, "no act is called %s\n", g->type);
        exit(2);
    }
    return (ahd_given){{g->start, g->len}, type};
}

#endif
