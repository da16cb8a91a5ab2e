/* verdict.h - which agreement each mention means, once all is read.
 *
 *     "اتفاق وقف إطلاق نار دائم", Libya, Geneva, a Friday
 *       -> ly-ceasefire-2020-10-23, described, 0.86
 *
 * A name of the registry is taken where its country and day fit; a name that
 * several share, or a description, is decided by country, parties, place, day
 * and words, or left open with the ranked candidates. «الاتفاق» is the one
 * named before. An undated document may be dated by an agreement it tells as
 * news. A signing of what no registry knows makes a provisional agreement. */
#ifndef AHD_AGREEMENTS_VERDICT_H
#define AHD_AGREEMENTS_VERDICT_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes id, score, others and because of doc->agreements, and published when
 * it was unknown. */
void ahd_agreements_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

/* After the acts are settled: doc->found, and the clauses of doc->acts. */
void ahd_agreements_conclude(const ahd_kb *kb, ahd_doc *doc,
                             ahd_arena *scratch);

#endif
