/* subject.h - what two tellings say an agreement is about.
 *
 *     "ترسيم حدود", "الحدود بريه"  -> fit: a word is the same
 *     "ترسيم حدود", "تعاون عسكري"  -> do not
 *     "ترسيم حدود", ""             -> fit: one does not say
 *
 * Words are folded, with spaces between; forms of one word that begin alike are
 * the same. */
#ifndef AHD_AGREEMENTS_SUBJECT_H
#define AHD_AGREEMENTS_SUBJECT_H

#include "base/str.h"

bool ahd_subject_fit(ahd_str one, ahd_str other);

/* How many words of `one` are in `other`. */
uint32_t ahd_subject_shared(ahd_str one, ahd_str other);

#endif
