/* chunks.h - who does what to whom, as far as grammar says: stage "chunks".
 *
 *     «اتهمت الحكومة المعارضة بخرق الهدنة»
 *     اتهمت: subject الحكومة, object المعارضة, oblique (ب) خرق الهدنة
 *
 * Reads the segments of each sentence and writes doc->chunks and doc->clauses.
 * One walk from left to right with a short stack of open clauses: linear in
 * the length of the text. See docs at ahd_chunk in doc/doc.h. */
#ifndef AHD_CHUNKS_CHUNKS_H
#define AHD_CHUNKS_CHUNKS_H

#include "doc/doc.h"
#include "kb/kb.h"

void ahd_chunks_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

/* The same with the words and weights of `lang`; `teacher` (strand.h) is asked
 * instead of the weights, NULL but in training. */
struct ahd_teacher;
void ahd_chunks_read(const ahd_lexica *lang, const struct ahd_teacher *teacher,
                     ahd_doc *doc, ahd_arena *scratch);

#endif
