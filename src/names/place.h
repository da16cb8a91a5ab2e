/* place.h - places, and which of several of one name is meant.
 *
 *     "في طرابلس اللبنانية"   the Tripoli of Lebanon, for it says so
 *     "في طرابلس"             that of the country the text is about
 *     "العاصمة القطرية"       Doha
 *     "مدينة المرج"           المرج is a meadow as well: the noun before
 *                             licenses it, or a text about its country
 *
 * Rows of data/places are trusted as they stand; those of the gazetteer are
 * many, and only trusted where the word is not a word of the language. */
#ifndef AHD_NAMES_PLACE_H
#define AHD_NAMES_PLACE_H

#include "names/cursor.h"

/* The place that starts at `token` and ends by `limit`. Others of that name
 * are ranked in `other`; `of` is the state whose capital it is. */
bool ahd_place_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out);

#endif
