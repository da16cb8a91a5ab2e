/* spoken.h - the words of numbers in a document, as the rules ask for them.
 *
 * «وعشرين» is the word TENS 20 behind AHD_PRO_WA. A token may be several words
 * at once: خمس is UNIT 5 and PART 5. */
#ifndef AHD_NUMBERS_SPOKEN_H
#define AHD_NUMBERS_SPOKEN_H

#include "doc/doc.h"
#include "kb/kb.h"

/* The word of that kind at `token`, with the fewest proclitics; NULL when
 * there is none, or a pronoun hangs on it. */
const ahd_hit *ahd_spoken_at(const ahd_doc *doc, uint32_t token,
                             ahd_number_word kind);

static inline int32_t ahd_spoken_value(const ahd_hit *hit)
{
    return (int32_t)hit->extra;
}

/* The proclitics of the word: of hit->pro no AHD_PRO_AL that is its own «أل»,
 * as in ألفين. */
uint16_t ahd_spoken_pro(const ahd_doc *doc, const ahd_hit *hit);

/* Is any word of numbers at the token? */
bool ahd_spoken_is_any(const ahd_doc *doc, uint32_t token);

/* Is the token written in Arabic letters? */
bool ahd_spoken_is_arabic(const ahd_doc *doc, uint32_t token);

/* Is the token one of these folded words? The list ends with NULL. */
bool ahd_spoken_is(const ahd_doc *doc, uint32_t token, const char *const *list);

/* Does the token stand with an article: «الخمسة»? */
bool ahd_spoken_is_definite(const ahd_doc *doc, uint32_t token);

/* Where the word of `hit` starts in the text, without its proclitics. */
uint32_t ahd_spoken_start(const ahd_doc *doc, const ahd_hit *hit);

#endif
