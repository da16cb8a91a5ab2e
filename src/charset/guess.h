/* guess.h - the charset that the letters of a page speak for.
 *
 *     "\xE5\xCF\xE4\xC9": هدنة in windows-1256, «نّنة» with signs between in
 *     ISO-8859-6  ->  windows-1256
 *
 * Arabic and Cyrillic charsets of one byte are told by how common the letters
 * would be, others by ICU's detector; none: windows-1252, the Latin of the web.
 */
#ifndef AHD_CHARSET_GUESS_H
#define AHD_CHARSET_GUESS_H

#include "encoding.h"

/* Bytes of a page by what they would be. */
typedef struct ahd_guess {
    ahd_str page;
    size_t sequences, broken; /* as UTF-8, beyond ASCII */
    size_t high, beside;  /* bytes above 0x7F; those next to an ASCII letter */
    uint32_t counts[128]; /* of each of those bytes */
} ahd_guess;

void ahd_guess_init(ahd_guess *guess, ahd_str page);

/* Is it UTF-8 but for a few places? */
bool ahd_guess_is_utf8(const ahd_guess *guess);
/* Is it UTF-16 without a mark? NULL when it is not. */
const ahd_encoding *ahd_guess_wide(ahd_str page);
/* Could a page that says it is in `encoding` be so? */
bool ahd_guess_allows(const ahd_guess *guess, const ahd_encoding *encoding);

const ahd_encoding *ahd_guess_encoding(const ahd_guess *guess);

#endif
