/* link.h - acts point at each other: an accusation at the act that it calls a
 * breach, a denial at the claim, a demand at what is demanded. */
#ifndef AHD_ACTS_LINK_H
#define AHD_ACTS_LINK_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes `about` of doc->acts. */
void ahd_link_acts(const ahd_kb *kb, ahd_doc *doc);

#endif
