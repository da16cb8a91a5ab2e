/* both.h - «الطرفان», «البلدان», "both sides": which two.
 *
 * The nearest two that are named together, else the only two of their sort in
 * the sentences just before; left open when there are three. */
#ifndef AHD_NAMES_BOTH_H
#define AHD_NAMES_BOTH_H

#include "names/cursor.h"

/* Gives every such mention its two candidates, in `other`. */
void ahd_both_link(const ahd_reader *r);

#endif
