/* condition.h - signs that a machine has been at the text.
 *
 *     «قال ، إن الهدنة .. “انتهت“ .»  (and so on all through the text)
 *         ->  {"machine_translated", "9 of 10 commas stand after a space; …"}
 */
#ifndef AHD_PAGE_CONDITION_H
#define AHD_PAGE_CONDITION_H

#include "doc/doc.h"

/* Adds to doc->conditions. `english_lines`: dropped lines of English furniture
 * around an Arabic text. */
void ahd_condition_find(ahd_doc *doc, uint32_t english_lines);

#endif
