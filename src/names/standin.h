/* standin.h - short words for bodies and sides that the text has named.
 *
 *     «حركة النهضة … وقالت الحركة»   the same body again
 *     «السودان وتشاد … الطرفان»      either of the two: both are candidates */
#ifndef AHD_NAMES_STANDIN_H
#define AHD_NAMES_STANDIN_H

#include "names/head.h"

/* The mention before index `before` of doc->mentions that «الحركة», a noun of
 * this row, stands for; AHD_NONE when there is none. */
uint32_t ahd_standin_find(const ahd_reader *r, const ahd_head *row,
                          uint32_t before);

/* Fills same_as of bodies without id, and the candidates of sides. */
void ahd_standin_link(const ahd_reader *r);

#endif
