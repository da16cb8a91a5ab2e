/* clitics.h - the ways to split an Arabic word; see tag.h. */
#ifndef AHD_MORPH_CLITICS_H
#define AHD_MORPH_CLITICS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Fills t->reading, t->readings, t->sym and t->bare. */
void ahd_clitics_split(const ahd_kb *kb, ahd_token *t, ahd_arena *arena);

#endif
