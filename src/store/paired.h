/* paired.h - the ids of those whom an act names, each beside its name.
 *
 *     names  "Iran | the delegation | P5+1"    as the text has them
 *     ids    "ir\t | p5plus1\t"                as the record keeps them: by id
 *     →      "ir |  | p5plus1"                 a piece for each name
 *
 * Who is in no registry has a name of its own behind the tab; that is in the
 * words by which the text calls them. An id that no name is like comes last. */
#ifndef AHD_STORE_PAIRED_H
#define AHD_STORE_PAIRED_H

#include "base/buf.h"
#include "base/str.h"

/* Both write into `out`, which is emptied first, and answer that. */
ahd_str ahd_paired_ids(ahd_str names, ahd_str ids, ahd_buf *out);

/* What the registry calls them, in the same order: "Iran | P5+1"; an id that it
 * does not have stands for itself. */
ahd_str ahd_paired_names(ahd_str ids, bool arabic, ahd_buf *out);

#endif
