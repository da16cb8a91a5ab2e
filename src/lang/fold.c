#include "lang/fold.h"

#include "base/utf8.h"
#include "lang/letter.h"
#include "lang/normal.h"

uint32_t ahd_fold_char(uint32_t c)
{
    const ahd_letter *l = ahd_letter_of(c);

    return l->flags & AHD_LETTER_DROPPED ? 0 : ahd_letter_fold(l, c);
}

/* Is it its own fold? Most words are; broken bytes are not. */
static bool is_folded(ahd_str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = ahd_utf8_next(s, &at);
        const ahd_letter *l = ahd_letter_of(c);
        if (l->fold != 0 || c == 0xFFFD ||
            l->flags & (AHD_LETTER_DROPPED | AHD_LETTER_EXPANDS))
            return false;
    }
    return true;
}

ahd_str ahd_fold(ahd_arena *arena, ahd_str s)
{
    if (is_folded(s))
        return s;
    size_t len = ahd_normal_spell(s, AHD_NORMAL_LETTERS, NULL);
    char *out = ahd_arena_alloc(arena, 1, len + 1);
    return (ahd_str){out, ahd_normal_spell(s, AHD_NORMAL_LETTERS, out)};
}

bool ahd_fold_is_space(uint32_t c)
{
    return ahd_letter_of(c)->kind == AHD_LETTER_SPACE;
}

bool ahd_fold_is_digit(uint32_t c)
{
    return ahd_letter_of(c)->kind == AHD_LETTER_DIGIT;
}

bool ahd_fold_is_arabic(uint32_t c)
{
    const ahd_letter *l = ahd_letter_of(c);

    return l->kind == AHD_LETTER_ARABIC ||
           (l->kind == AHD_LETTER_MARK && c >= 0x600 && c < 0x900);
}

bool ahd_fold_is_word(uint32_t c)
{
    return ahd_letter_in(ahd_letter_of(c),
                         AHD_LETTER_WORDS | AHD_LETTER_SET(MARK));
}
