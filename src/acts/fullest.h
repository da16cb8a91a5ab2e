/* fullest.h - who is meant, in the fullest words of the document.
 *
 * «ونفى فابيوس» names in full who «وزير الخارجية الفرنسي لوران فابيوس» is: an
 * argument that names a person short takes his fullest mention's words. */
#ifndef AHD_ACTS_FULLEST_H
#define AHD_ACTS_FULLEST_H

#include "doc/doc.h"

/* Rewrites the arguments of doc->acts. */
void ahd_fullest_names(ahd_doc *doc, ahd_arena *scratch);

#endif
