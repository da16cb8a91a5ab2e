#include "morph/letters.h"

#include "base/utf8.h"
#include "lang/fold.h"

static uint8_t mark_of(uint32_t c)
{
    if (c == 0x64B)
        return AHD_MARK_TANWIN_A;
    if (c == 0x64C || c == 0x64D)
        return AHD_MARK_TANWIN;
    if (c == 0x651)
        return AHD_MARK_SHADDA;
    return c >= 0x64E && c <= 0x652 ? AHD_MARK_VOWEL : 0;
}

bool ahd_letters_read(ahd_str word, ahd_letters *out)
{
    out->count = out->marks = 0;
    if (word.len > AHD_LETTERS_BYTES)
        return false;
    for (size_t at = 0; at < word.len;) {
        size_t start = at;
        uint32_t c = ahd_utf8_next(word, &at), fold = ahd_fold_char(c);
        if (fold == 0) {
            out->marks |= mark_of(c);
            continue;
        }
        if (out->count == AHD_LETTERS)
            return false;
        out->at[out->count] = (uint8_t)start;
        out->bare[out->count] = (uint16_t)c;
        out->fold[out->count++] = (uint16_t)fold;
    }
    out->at[0] = 0; /* a mark that no letter bears goes with the first */
    out->at[out->count] = (uint8_t)word.len;
    return out->count > 0;
}
