#include "base/checksum_mix.h"

enum { ROUNDS = 80 };

static void expand(const unsigned char *block, uint32_t w[ROUNDS])
{
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++)
        w[i] = ahd_checksum_mix_rotate(
            w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
}

/* The function and constant of round `i` (FIPS 180-4, 4.1.1 and 4.2.1). */
static uint32_t choose(int i, uint32_t b, uint32_t c, uint32_t d)
{
    switch (i / 20) {
    case 0:
        return ((b & c) | (~b & d)) + 0x5a827999;
    case 1:
        return (b ^ c ^ d) + 0x6ed9eba1;
    case 2:
        return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    default:
        return (b ^ c ^ d) + 0xca62c1d6;
    }
}

static void mix(uint32_t state[5], const unsigned char *block)
{
    uint32_t w[ROUNDS];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4];

    expand(block, w);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t next =
            ahd_checksum_mix_rotate(a, 5) + choose(i, b, c, d) + e + w[i];
        e = d, d = c, c = ahd_checksum_mix_rotate(b, 30), b = a, a = next;
    }
    const uint32_t add[5] = {a, b, c, d, e};
    for (int i = 0; i < 5; i++)
        state[i] += add[i];
}

void ahd_checksum_mix_sha1(uint32_t *state, const unsigned char *blocks,
                           size_t count)
{
    for (; count > 0; count--, blocks += AHD_CHECKSUM_BLOCK)
        mix(state, blocks);
}
