/* passes.h - a document is read for names twice: the second time it is known
 * what it says of the same words elsewhere (tagger/echo.h). */
#ifndef AHD_TAGGER_PASSES_H
#define AHD_TAGGER_PASSES_H

#include "tagger/labels.h"
#include "tagger/looks.h"

/* What is kept of a token from the first time to the second. */
typedef struct ahd_first_look {
    uint64_t bare;
    ahd_label_scores scores;
    uint8_t pos, label;
} ahd_first_look;

/* Tokens that are read together: a sentence, or a part of a long one. */
typedef void ahd_pass_fn(ahd_span tokens, void *user);

/* Calls `part` with every part of the document that is in Arabic. */
void ahd_pass_parts(const ahd_doc *doc, ahd_pass_fn *part, void *user);

/* One for each token; those of sentences in other languages stay empty. */
ahd_first_look *ahd_pass_first(const ahd_kb *kb,
                               const ahd_name_weights *weights,
                               const ahd_doc *doc, ahd_arena *scratch);

#endif
