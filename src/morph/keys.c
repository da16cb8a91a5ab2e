#include "morph/keys.h"

#include "base/utf8.h"
#include "lang/fold.h"
#include "morph/clitics.h"

static void add(ahd_keys *keys, ahd_str stem)
{
    for (uint32_t i = 0; i < keys->count; i++)
        if (ahd_str_eq(keys->stems[i], stem))
            return;
    if (stem.len > 0 && keys->count < AHD_KEYS_STEMS)
        keys->stems[keys->count++] = stem;
}

static bool is_arabic(ahd_str word)
{
    size_t at = 0;

    return word.len > 0 && ahd_fold_is_arabic(ahd_utf8_next(word, &at)) &&
           !ahd_fold_is_digit((unsigned char)word.ptr[0]);
}

/* "Erdoğan" and "Erdogan" are one: of U+00E0 to U+017F what is under the
 * accents, '.' for what stands for two letters or none. */
static uint32_t without_accent(uint32_t c)
{
    static const char bases[] = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
                                "aaaaaaccccccccddddeeeeeeeeeegggg"
                                "gggghhhhiiiiiiiiii..jjkk.lllllll"
                                "lllnnnnnn...oooooo..rrrrrrssssss"
                                "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.";

    if (c < 0xE0 || c > 0x17F || bases[c - 0xE0] == '.')
        return c;
    return (unsigned char)bases[c - 0xE0];
}

static ahd_str strip_accents(ahd_arena *arena, ahd_str word)
{
    char *out = ahd_arena_alloc(arena, 1, word.len + 4);
    size_t len = 0;

    for (size_t at = 0; at < word.len;)
        len +=
            ahd_utf8_write(without_accent(ahd_utf8_next(word, &at)), out + len);
    return (ahd_str){out, len};
}

/* The hosts that the kb knows, and what stands where no doubt is left. */
static void add_hosts(const ahd_kb *kb, ahd_keys *keys, ahd_arena *arena)
{
    ahd_token token = {
        .form = keys->exact, .kind = AHD_TOKEN_WORD, .flags = AHD_TOKEN_ARABIC};

    ahd_clitics_split(kb, &token, arena);
    for (uint32_t i = 0; i < token.readings; i++) {
        ahd_str host = token.reading[i].host;
        if (ahd_str_starts(host, AHD_STR("ال")) && host.len > 8)
            host = (ahd_str){host.ptr + 4, host.len - 4};
        add(keys, host);
    }
}

void ahd_keys_make(const ahd_kb *kb, ahd_str word, ahd_arena *arena,
                   ahd_keys *out)
{
    *out = (ahd_keys){.exact = ahd_fold(arena, word)};
    if (is_arabic(out->exact))
        add_hosts(kb, out, arena);
    add(out, strip_accents(arena, out->exact));
}
