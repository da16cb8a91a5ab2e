/* clitics.h - a token in the kb's words: its host alone; see tag.h. */
#ifndef AHD_MORPH_CLITICS_H
#define AHD_MORPH_CLITICS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* What the segments of a token take off its host. */
typedef struct ahd_cut {
    size_t proclitics; /* letters */
    size_t pronoun;    /* bytes at the end of the folded form */
} ahd_cut;

/* Fills t->reading, t->readings, t->sym and t->bare: first what `cut` leaves,
 * then what the kb knows with fewer proclitics taken off, or one more. */
void ahd_clitics_split(const ahd_kb *kb, ahd_cut cut, ahd_token *t,
                       ahd_arena *arena);

#endif
