#include "stories/shingle.h"

#include "base/utf8.h"

/* Alef, waw, fa, ba, lam, kaf, sin: و ف ب ل ك س and ال. */
static bool is_clitic(uint32_t c)
{
    switch (c) {
    case 0x627:
    case 0x648:
    case 0x641:
    case 0x628:
    case 0x644:
    case 0x643:
    case 0x633:
        return true;
    default:
        return false;
    }
}

uint64_t ahd_shingle_mix(uint64_t x)
{
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    return x ^ x >> 32;
}

uint64_t ahd_shingle_word(ahd_str folded)
{
    size_t left = ahd_utf8_count(folded), at = 0, next = 0;
    uint64_t hash = 0xCBF29CE484222325ull;

    while (left > 3 && is_clitic(ahd_utf8_next(folded, &next))) {
        at = next;
        left--;
    }
    for (; at < folded.len; at++)
        hash = (hash ^ (unsigned char)folded.ptr[at]) * 0x100000001B3ull;
    return ahd_shingle_mix(hash);
}

uint64_t ahd_shingle_row(const uint64_t *words)
{
    uint64_t hash = 0;

    for (int i = 0; i < AHD_SHINGLE_WORDS; i++)
        hash = ahd_shingle_mix(hash * 3 + words[i]);
    return hash;
}
