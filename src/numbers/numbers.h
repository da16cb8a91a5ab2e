/* numbers.h - the stage that finds the numbers of a text.
 *
 *     «قتل ثلاثة وعشرون مدنيا»             CARDINAL 23
 *     «بنسبة ٥ في المئة»                  PERCENT 5, «٥ في المئة»
 *     «المادة الحادية عشرة»               ORDINAL 11
 *     «ثلثا الأعضاء»                      FRACTION 0.667
 *     «أحد الوزراء», «نصف النهائي», "one of them"   nothing
 *
 * Words are those of data/numbers; numeral.h says which digits are numbers,
 * count.h how words combine, ratio.h what fractions do. Months that are named
 * by ordinals (تشرين الثاني) and weekdays (الاثنين) are no numbers. */
#ifndef AHD_NUMBERS_NUMBERS_H
#define AHD_NUMBERS_NUMBERS_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Fills doc->numbers, in order. */
void ahd_numbers_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
