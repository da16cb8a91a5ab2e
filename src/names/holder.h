/* holder.h - an office without name or country, in a text about one country.
 *
 *     "وزير الداخلية", in a text about Tunisia: Tunisia's, and who was it then
 *
 * After names/recall.h has looked for a holder that the text names. */
#ifndef AHD_NAMES_HOLDER_H
#define AHD_NAMES_HOLDER_H

#include "names/cursor.h"

/* Resolves such offices of doc->mentions to their only holder on that day. */
void ahd_holder_find(const ahd_reader *r);

#endif
