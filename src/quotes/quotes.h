/* quotes.h - what somebody said: speaker, cue, words, relay.
 *
 *     وقال المتحدث باسم الجيش في بيان إن التوقيع ينتهك الاتفاق
 *     cue "وقال", speaker "المتحدث باسم الجيش", medium statement,
 *     content "التوقيع ينتهك الاتفاق"
 *
 * A cue (cue.h) is a verb or phrase of data/cues. Who is named with it is
 * speaker.h, whoever goes on without a name resume.h; which words are said,
 * extent.h; through whom they came, relay.h; titles with a colon, headline.h.
 * An agency or an outlet that says is a relay (`via`), not a speaker. */
#ifndef AHD_QUOTES_QUOTES_H
#define AHD_QUOTES_QUOTES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->quotes. */
void ahd_quotes_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
