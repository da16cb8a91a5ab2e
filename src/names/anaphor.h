/* anaphor.h - «المسؤول نفسه», «ورفض الأخير», "he said": words that stand for
 * somebody whom the text has told of.
 *
 * Only where one is meant without doubt: the one of the same noun, the last
 * who spoke, the nearest of that gender. Else there is no mention. */
#ifndef AHD_NAMES_ANAPHOR_H
#define AHD_NAMES_ANAPHOR_H

#include "names/cursor.h"

/* Adds them; their `how` is AHD_HOW_ANAPHOR, their name is empty, and of one
 * whom no registry has they are `same_as` his mention. */
void ahd_anaphor_find(const ahd_reader *r);

#endif
