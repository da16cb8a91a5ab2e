/* named.h - names that only the learned tagger knows for names, doc->named.
 *
 *     «قال سالم الفلاني إن …»   a person, though no title says so
 *
 * Only spans it is sure of. Rules and the kb come first where they read as
 * much: what they say is checked, and says more. */
#ifndef AHD_NAMES_NAMED_H
#define AHD_NAMES_NAMED_H

#include "names/cursor.h"

/* The span of this kind that starts at `token` and is sure enough; NULL when
 * there is none. */
const ahd_named *ahd_named_at(const ahd_reader *r, uint32_t token,
                              uint32_t kind);

/* The person or organisation that starts at `token` and ends by `limit`. */
bool ahd_named_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out);

#endif
