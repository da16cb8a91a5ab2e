/* matter.h - the words of what is demanded, pledged, denied, alleged.
 *
 *     «طالبت قطر، في بيان، الطرفين بوقف القتال، مؤكدة …»    بوقف القتال
 *     "denied those charges and said …"                    those charges
 *
 * From the preposition, the «that» or the object that the act's word takes, to
 * the end of its sentence or to where something else is said. Writes the
 * content of an act that has none, and puts right how far it goes of one whose
 * words are not a quotation's own. */
#ifndef AHD_ACTS_MATTER_H
#define AHD_ACTS_MATTER_H

#include "doc/doc.h"
#include "kb/kb.h"

void ahd_matter_find(ahd_doc *doc, ahd_act *act);

#endif
