/* derive.h - the characters that bytes of a page stand for, found anew.
 *
 *     windows-1256 "\xE5\xCF\xE4\xC9"  ->  "هدنة"     HTML "&amp;"  ->  "&"
 *     JSON "\u0647"  ->  "ه"                          HTML "\n   "  ->  " "
 *
 * For ahd verify: bytes are decoded by themselves, and by nothing of what the
 * page reader did. Of a charset that is no state between characters, that is
 * all there is to know; where there is, the escape before says it. */
#ifndef AHD_ENGINE_DERIVE_H
#define AHD_ENGINE_DERIVE_H

#include "base/arena.h"
#include "base/vec.h"
#include "charset/encoding.h"
#include "doc/page_in.h"

/* From byte `at` on, bytes mean what `escape` says; "": ASCII. */
typedef struct ahd_derive_state {
    uint32_t at;
    ahd_str escape;
} ahd_derive_state;

typedef struct ahd_derive {
    ahd_str page;
    ahd_format format;
    const ahd_encoding *encoding;
    ahd_arena *arena;
    uint32_t table[256]; /* of a charset of one byte a character */
    AHD_VEC(ahd_derive_state) states;
} ahd_derive;

void ahd_derive_init(ahd_derive *derive, const ahd_page_in *in,
                     const ahd_encoding *encoding, ahd_arena *arena);

/* The bytes as UTF-8, in the arena; what is outside of the page is left out. */
ahd_str ahd_derive_decode(const ahd_derive *derive, ahd_span bytes);

/* Do the bytes stand for `text`? `decoded` is what they are as UTF-8. */
bool ahd_derive_holds(const ahd_derive *derive, ahd_str text, ahd_str decoded);

/* Is `words` what the HTML `decoded` shows? */
bool ahd_derive_shows(const ahd_derive *derive, ahd_str words, ahd_str decoded);

#endif
