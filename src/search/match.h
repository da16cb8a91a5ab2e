/* match.h - where the words of a query stand in a text.
 *
 *     اتفاق -قطر  in  «وقّع الطرفان الاتفاق.»  ->  [bytes 23, 37) of phrase 0
 *
 * The same words as an index would find, by the same terms: it is what tells
 * people why a document was found. */
#ifndef AHD_SEARCH_MATCH_H
#define AHD_SEARCH_MATCH_H

#include "search/query.h"

enum { AHD_MATCH_MOST = 500 };

typedef struct ahd_match {
    ahd_span at;
    uint32_t choice; /* of query->all */
} ahd_match;

typedef AHD_VEC(ahd_match) ahd_matches;

/* A part of a text, and at which of its bytes it begins. */
typedef struct ahd_match_part {
    ahd_str text;
    uint32_t from;
} ahd_match_part;

/* In order of place, without what is excluded. The first AHD_MATCH_MOST in all.
 */
void ahd_match_find(ahd_terms *terms, const ahd_query *query,
                    ahd_match_part part, ahd_arena *arena, ahd_matches *out);

#endif
