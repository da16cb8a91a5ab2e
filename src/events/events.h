/* events.h - violence, protest and the like, told as having happened.
 *
 *     "خطف مسلحون مجهولون ثلاثة مهندسين في عدن أمس"
 *     -> ASSAULT/abduct, by "مسلحون مجهولون", of "ثلاثة مهندسين", in Aden
 *
 * A trigger is a word of data/events; its rules say what stands around it, by
 * the links of the chunks. Who takes part may be anybody: a known actor, or
 * the phrase that names some people. What is denied, planned, feared or asked
 * is no event. Triggers that tell of one thing («قتل ثلاثة في هجوم شنه
 * مسلحون») make one event. */
#ifndef AHD_EVENTS_EVENTS_H
#define AHD_EVENTS_EVENTS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->events. */
void ahd_events_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
