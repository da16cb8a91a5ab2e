/* origin.h - the dateline: where a report was written.
 *
 *     "القاهرة، مصر (CNN) -- قال …"   القاهرة
 *     "ANKARA (Reuters) - The …"      Ankara
 */
#ifndef AHD_NAMES_ORIGIN_H
#define AHD_NAMES_ORIGIN_H

#include "names/cursor.h"

/* Writes doc->dateline_mention, and doc->dateline where the page told none. */
void ahd_origin_find(const ahd_reader *r);

#endif
