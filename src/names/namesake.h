/* namesake.h - what bears somebody's name and is not he.
 *
 *     «كأس الملك», «مستشفى الحريري», "the Carter Center"   a cup, a hospital
 *     "Carol Jordan"                                       no country */
#ifndef AHD_NAMES_NAMESAKE_H
#define AHD_NAMES_NAMESAKE_H

#include "names/cursor.h"

/* Is the mention only part of the name of something or somebody else? */
bool ahd_namesake_is(const ahd_reader *r, const ahd_mention *m);

#endif
