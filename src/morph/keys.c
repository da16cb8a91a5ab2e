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

/* The hosts that the kb knows, and what stands where no doubt is left. */
static void add_hosts(const ahd_kb *kb, ahd_keys *keys, ahd_arena *arena)
{
    ahd_token token = {.form = keys->exact,
                       .kind = AHD_TOKEN_WORD,
                       .flags = AHD_TOKEN_ARABIC};

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
    add(out, out->exact);
}
