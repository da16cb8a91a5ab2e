/* gender.h - «قالت الوزيرة», "Mrs", «هيلاري»: what a pronoun may stand for. */
#ifndef AHD_NAMES_GENDER_H
#define AHD_NAMES_GENDER_H

#include "names/cursor.h"

/* AHD_MASCULINE, AHD_FEMININE, or 0 when nothing tells. */
unsigned ahd_gender_of(const ahd_reader *r, const ahd_mention *m);

#endif
