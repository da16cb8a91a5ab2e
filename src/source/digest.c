#include "digest.h"

#include "base/ascii.h"
#include "base/checksum.h"
#include "header.h"

#include <string.h>

static const struct {
    const char *name;
    ahd_checksum how;
    size_t len;
} ways[] = {
    {"sha1", AHD_CHECKSUM_SHA1, 20},     {"sha-1", AHD_CHECKSUM_SHA1, 20},
    {"sha256", AHD_CHECKSUM_SHA256, 32}, {"sha-256", AHD_CHECKSUM_SHA256, 32},
    {"md5", AHD_CHECKSUM_MD5, 16},
};

static const char *const alphabets[] = {
    [4] = "0123456789abcdef", [5] = "abcdefghijklmnopqrstuvwxyz234567"};

/* The first `bits` bits of each letter's value joined; false when there are
 * other letters or not as many as `len` bytes take. */
static bool decode(ahd_str text, size_t bits, unsigned char *out, size_t len)
{
    uint32_t held = 0;
    size_t have = 0, written = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        const char *at =
            strchr(alphabets[bits], c >= 'A' && c <= 'Z' ? c + 32 : c);
        if (at == NULL || c == 0)
            return false;
        held = held << bits | (uint32_t)(at - alphabets[bits]);
        have += bits;
        if (have < 8)
            continue;
        have -= 8;
        if (written == len)
            return false;
        out[written++] = (unsigned char)(held >> have);
    }
    return written == len;
}

static bool decode_any(ahd_str text, unsigned char *out, size_t len)
{
    while (text.len > 0 && text.ptr[text.len - 1] == '=')
        text.len--;
    return decode(text, text.len == 2 * len ? 4 : 5, out, len);
}

bool ahd_digest_fits(ahd_str digest, ahd_str bytes)
{
    unsigned char told[AHD_CHECKSUM_MOST], seen[AHD_CHECKSUM_MOST];
    ahd_str way = ahd_str_cut(&digest, ':');

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!ahd_ascii_same(way, ahd_str_from(ways[i].name)))
            continue;
        if (!decode_any(digest, told, ways[i].len))
            return true; /* not written in a way we know */
        ahd_checksum_bytes(ways[i].how, bytes, seen);
        return memcmp(told, seen, ways[i].len) == 0;
    }
    return true;
}
