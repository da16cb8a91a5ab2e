/* hints.h - what speaks for and against a word being a piece of a name: rows of
 * the weights (lang/name_weights.h). Training and reading share this file, so
 * that what was learned is what is read. */
#ifndef AHD_TAGGER_HINTS_H
#define AHD_TAGGER_HINTS_H

#include "tagger/looks.h"

enum { AHD_HINTS_MOST = 72, AHD_HINTS_TOLD = 2 };

/* How many; as many for every word. Two words stand before it and behind it,
 * empty ones beyond the sentence. */
uint32_t ahd_hints_of(const ahd_look *word, uint32_t rows[AHD_HINTS_MOST]);

/* What the rest of the document says of it, `told` (tagger/echo.h). */
void ahd_hints_told(uint32_t pos, uint32_t told, uint32_t rows[AHD_HINTS_TOLD]);

#endif
