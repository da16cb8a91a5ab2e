#include "base/checksum.h"

#include "base/checksum_mix.h"

#include <string.h>

static const struct {
    ahd_checksum_mix *mix;
    bool little; /* end first, in the length and the hash */
    uint32_t words, start[8];
} hashes[AHD_CHECKSUMS] = {
    [AHD_CHECKSUM_MD5] = {ahd_checksum_mix_md5,
                          true,
                          4,
                          {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}},
    [AHD_CHECKSUM_SHA1] = {ahd_checksum_mix_sha1,
                           false,
                           5,
                           {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
                            0xc3d2e1f0}},
    [AHD_CHECKSUM_SHA256] = {ahd_checksum_mix_sha256,
                             false,
                             8,
                             {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}},
};

/* What is left after the whole blocks, then a 1 bit, zeroes and the length. */
static size_t make_tail(ahd_str rest, uint64_t length, bool little,
                        unsigned char tail[2 * AHD_CHECKSUM_BLOCK])
{
    size_t blocks = rest.len + 9 > AHD_CHECKSUM_BLOCK ? 2 : 1;

    memset(tail, 0, 2 * (size_t)AHD_CHECKSUM_BLOCK);
    if (rest.len > 0)
        memcpy(tail, rest.ptr, rest.len);
    tail[rest.len] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[blocks * AHD_CHECKSUM_BLOCK - 1 - i] =
            (unsigned char)(length * 8 >> 8 * (little ? 7 - i : i));
    return blocks;
}

static size_t run(ahd_checksum how, ahd_checksum_mix *mix, ahd_str bytes,
                  unsigned char *out)
{
    unsigned char tail[2 * AHD_CHECKSUM_BLOCK];
    uint32_t state[8];
    size_t count = bytes.len / AHD_CHECKSUM_BLOCK,
           whole = count * AHD_CHECKSUM_BLOCK;

    memcpy(state, hashes[how].start, sizeof state);
    mix(state, (const unsigned char *)bytes.ptr, count);
    ahd_str rest = {bytes.ptr + whole, bytes.len - whole};
    mix(state, tail, make_tail(rest, bytes.len, hashes[how].little, tail));
    for (size_t i = 0; i < 4 * (size_t)hashes[how].words; i++) {
        size_t shift = 8 * (hashes[how].little ? i % 4 : 3 - i % 4);
        out[i] = (unsigned char)(state[i / 4] >> shift);
    }
    return 4 * (size_t)hashes[how].words;
}

size_t ahd_checksum_bytes(ahd_checksum how, ahd_str bytes,
                          unsigned char out[AHD_CHECKSUM_MOST])
{
    ahd_checksum_mix *fast = ahd_checksum_mix_fast(how);

    return run(how, fast ? fast : hashes[how].mix, bytes, out);
}

size_t ahd_checksum_plainly(ahd_checksum how, ahd_str bytes,
                            unsigned char out[AHD_CHECKSUM_MOST])
{
    return run(how, hashes[how].mix, bytes, out);
}
