/* hints.h - what speaks for and against a word being a piece of a name: rows of
 * the weights (lang/name_weights.h). Training and reading share this file, so
 * that what was learned is what is read. */
#ifndef AHD_TAGGER_HINTS_H
#define AHD_TAGGER_HINTS_H

#include "tagger/looks.h"

enum { AHD_HINTS_MOST = 64 };

/* Of word `at` of `count`; how many, for every word as many. `looks` has two
 * empty ones before its start and two after its end. */
uint32_t ahd_hints_of(const ahd_look *word, uint32_t rows[AHD_HINTS_MOST]);

/* What the rest of the document says of it; one row. */
uint32_t ahd_hints_told(const ahd_look *word, uint32_t rows[AHD_HINTS_MOST]);

#endif
