/* pipeline.h - a page from bytes to acts: every stage in its order. */
#ifndef AHD_ENGINE_PIPELINE_H
#define AHD_ENGINE_PIPELINE_H

#include "doc/doc.h"
#include "doc/page_in.h"
#include "kb/kb.h"

/* Reads `in` into `doc`; an article is understood (not with `article_only`),
 * all else only judged. `scratch` is rewound after each stage. */
void ahd_pipeline_run(const ahd_kb *kb, const ahd_page_in *in,
                      bool article_only, ahd_doc *doc, ahd_arena *scratch);

/* The stages of an article one by one, for who measures them: the name of
 * stage `i`, NULL past the last; and it, run over a document that has been
 * through those before. */
const char *ahd_pipeline_stage(size_t i);
void ahd_pipeline_step(const ahd_kb *kb, size_t i, ahd_doc *doc,
                       ahd_arena *scratch);

#endif
