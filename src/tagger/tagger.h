/* tagger.h - names that nobody has listed, by what was learned of texts in
 * which names are marked.
 *
 *     «وصل المحلل ياسر هندي إلى سبها»  ->  ياسر هندي person, سبها place
 *
 * Arabic alone: sentences in English are passed by. It knows nothing of who is
 * meant; src/names decides that. */
#ifndef AHD_TAGGER_TAGGER_H
#define AHD_TAGGER_TAGGER_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "lang/name_weights.h"

/* Writes doc->named. */
void ahd_tagger_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

/* The same by weights that are not those of `kb` (training, tests). */

void ahd_tagger_read(const ahd_kb *kb, const ahd_name_weights *weights,
                     ahd_doc *doc, ahd_arena *scratch);

#endif
