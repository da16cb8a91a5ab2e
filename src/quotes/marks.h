/* marks.h - quotation marks as they are really used: « » “ ” " and mixed. */
#ifndef AHD_QUOTES_MARKS_H
#define AHD_QUOTES_MARKS_H

#include "doc/doc.h"

/* Does a quotation open at this token? A straight mark opens when a space
 * stands before it and none after. */
bool ahd_marks_opens(const ahd_doc *doc, uint32_t token);

/* The token that closes the quotation opened at `open`. A wrong mark closes
 * it too (“ used for ”). Each paragraph of a long one opens anew; without any
 * closing mark it ends with its sentence, or after some fifteen hundred
 * words. Nested quotations stay inside. */
uint32_t ahd_marks_close(const ahd_doc *doc, uint32_t open);

/* Could a quotation be closed by this token? */
bool ahd_marks_closes(const ahd_doc *doc, uint32_t token);

#endif
