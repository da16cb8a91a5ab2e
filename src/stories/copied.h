/* copied.h - what two texts have word for word.
 *
 *     "... قال الوزير إن الهدنة صامدة حتى الآن ..."  in both
 *         ->  {"قال ... الآن" in the first, the same in the second, 8 words}
 *
 * Spelling and clitics do not count (shingle.h), nor do marks between words.
 * Pieces are in order of the first text, do not overlap there, and are of six
 * words at least; of a piece that the second text has twice, the first counts.
 * Found when somebody asks for a pair: time grows with both texts. */
#ifndef AHD_STORIES_COPIED_H
#define AHD_STORIES_COPIED_H

#include "base/arena.h"
#include "base/vec.h"

enum { AHD_COPIED_WORDS = 6 };

typedef struct ahd_copied {
    ahd_span at[2]; /* bytes of the one, of the other */
    uint32_t words;
} ahd_copied;

typedef AHD_VEC(ahd_copied) ahd_copies;

void ahd_copied_find(ahd_str one, ahd_str other, ahd_arena *arena,
                     ahd_copies *out);

#endif
