/* brief.h - a document for a person: its facts, then each act.
 *
 *     Title of the page
 *     outlet · 2020-10-26 (inferred: the text calls today Monday …)
 *
 *      1  accuse     Ahmed al-Mismari (for LNA) → Qatar
 *                    2020-10-26 · Geneva ceasefire (named)
 *                    the sentence, its trigger underlined
 *
 * `explain` adds to each act the rule and the words that made it and what spoke
 * for it, and then the words that were nearly an act and what spoke against. */
#ifndef AHD_OUTPUT_BRIEF_H
#define AHD_OUTPUT_BRIEF_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "output/paper.h"

void ahd_brief_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_paper paper);
void ahd_explain_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_paper paper);

#endif
