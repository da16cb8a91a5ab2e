/* quotes.h - what somebody said: speaker, cue, words, relay.
 *
 *     وقال المتحدث باسم الجيش في بيان إن التوقيع ينتهك الاتفاق
 *     cue "وقال", speaker "المتحدث باسم الجيش", medium statement,
 *     content "التوقيع ينتهك الاتفاق"
 *
 * A cue is a verb or phrase of data/cues. Its words follow «that» or a colon,
 * or stand in quotation marks; a quotation whose closing mark is missing or
 * wrong ends with its sentence. An agency that says is a relay (`via`), not
 * a speaker. */
#ifndef AHD_QUOTES_QUOTES_H
#define AHD_QUOTES_QUOTES_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes doc->quotes. */
void ahd_quotes_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
