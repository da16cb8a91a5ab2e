/* tongue.h - which language: of the reader, and of a piece of text.
 *
 *     ?lang=en                      → English, whatever the browser prefers
 *     Accept-Language: en-GB,ar     → English
 *     Accept-Language: fr, or none  → Arabic, which comes first here
 *     "حكومة الوفاق (GNA)"            → Arabic, by its first letter */
#ifndef AHD_WEB_TONGUE_H
#define AHD_WEB_TONGUE_H

#include "http/request.h"
#include "web/wording.h"

ahd_tongue ahd_tongue_of(const ahd_request *request);
ahd_tongue ahd_tongue_of_text(ahd_str text);

#endif
