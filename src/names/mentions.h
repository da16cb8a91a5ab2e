/* mentions.h - who is named: persons, offices, organisations, states, places.
 *
 *     "وصل وزير الخارجية القطري محمد بن عبد الرحمن إلى الدوحة"
 *     a person: its office of the Qatari foreign ministry, its name and id;
 *     and a place
 *
 * First every name is read where it stands; then the document decides what
 * short forms, near spellings and bare offices refer to. */
#ifndef AHD_NAMES_MENTIONS_H
#define AHD_NAMES_MENTIONS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->mentions, doc->outlet_actor and, for a page that is full of
 * near-misses, a condition. */
void ahd_names_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
