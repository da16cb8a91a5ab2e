#include "charset.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "convert.h"
#include "declared.h"
#include "guess.h"

#include <string.h>

/* What the page, or who served it, says of it. */
static const ahd_encoding *said(const ahd_page_in *in)
{
    const ahd_encoding *found = ahd_encoding_find(in->charset);

    if (found == NULL && in->format == AHD_FORMAT_HTML)
        found = ahd_declared_meta(in->bytes);
    return found;
}

/* Anything but ASCII? */
static bool has_high(ahd_str page)
{
    uint64_t eight[4], any = 0;
    size_t i = 0;

    for (; any == 0 && page.len - i >= sizeof eight; i += sizeof eight) {
        memcpy(eight, page.ptr + i, sizeof eight);
        any = (eight[0] | eight[1] | eight[2] | eight[3]) & 0x8080808080808080u;
    }
    for (; any == 0 && i < page.len; i++)
        any = (unsigned char)page.ptr[i] & 0x80;
    return any != 0;
}

/* Of ASCII alone, all charsets but one are the same. */
static bool has_escape(ahd_str page)
{
    return page.len > 0 && memchr(page.ptr, 0x1B, page.len) != NULL;
}

static const ahd_encoding *choose(const ahd_page_in *in, bool valid, bool nuls)
{
    const ahd_encoding *wide = nuls ? ahd_guess_wide(in->bytes) : NULL;
    ahd_guess guess;

    if (wide != NULL)
        return wide;
    bool escapes = has_escape(in->bytes);
    if (valid && !escapes && has_high(in->bytes))
        return ahd_encoding_get("utf-8");
    const ahd_encoding *found = said(in);
    if (found != NULL && found->kind == AHD_ENCODING_STATES && escapes)
        return found;
    if (valid)
        return found && !has_high(in->bytes) && found->converter
                   ? found
                   : ahd_encoding_get("utf-8");
    ahd_guess_init(&guess, in->bytes);
    if (found != NULL && ahd_guess_allows(&guess, found))
        return found;
    return ahd_guess_encoding(&guess);
}

/* The page as it is, from `at` on. */
static void borrow(ahd_str page, size_t at, ahd_arena *arena, ahd_decoded *out)
{
    uint32_t len = (uint32_t)(page.len - at);

    out->text = (ahd_str){page.ptr + at, len};
    *ahd_vec_push(arena, &out->map) = (ahd_stretch){0, len, (uint32_t)at, len};
}

void ahd_charset_decode(const ahd_page_in *in, ahd_arena *arena,
                        ahd_decoded *out)
{
    ahd_str page = in->bytes;
    size_t mark;
    const ahd_encoding *encoding = ahd_declared_mark(page, &mark);
    bool valid = ahd_utf8_valid(page);
    bool nuls = page.len > 0 && memchr(page.ptr, 0, page.len) != NULL;

    if (encoding == NULL)
        encoding = choose(in, valid, nuls);
    *out = (ahd_decoded){.charset = ahd_str_from(encoding->name)};
    bool states = encoding->kind == AHD_ENCODING_STATES && has_escape(page);
    if (valid && !nuls && !states)
        borrow(page, mark, arena, out);
    else
        ahd_convert_page(encoding, page, mark, arena, out);
}
