/* provisional.h - ids of persons and organisations that no registry has.
 *
 *     "وزير الزراعة الليبي فلان الفلاني", "Fulan al-Fulani"   ~p-flnflnn-ly
 *     "لجنة المصالحة الوطنية الليبية" ~o-ljnh-almsalhh-alwtnyh-allybyh-ly
 *
 * Of a person the letters are the skeleton of the full name (lang/skeleton.h),
 * so that spellings of one name have one id in every document; of a body they
 * are those of its name. The country of the office, where one is said, follows;
 * a body without one has no id. Two people of one name have one id: it is a
 * name, and an analyst says later whose. */
#ifndef AHD_NAMES_PROVISIONAL_H
#define AHD_NAMES_PROVISIONAL_H

#include "names/cursor.h"

/* Sets `provisional` of the mentions of doc->mentions that have no actor, and
 * same_as of those that share it. */
void ahd_provisional_give(const ahd_reader *r);

#endif
