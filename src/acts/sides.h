/* sides.h - «طرفا الصراع», «الجانبان»: whoever the agreement binds.
 *
 * A source or target that names the sides without names is replaced by the
 * parties of the agreement that its sentence is about, when the registry knows
 * them, else by the two that were last named together. */
#ifndef AHD_ACTS_SIDES_H
#define AHD_ACTS_SIDES_H

#include "doc/doc.h"
#include "kb/kb.h"

void ahd_sides_resolve(const ahd_kb *kb, ahd_doc *doc);

#endif
