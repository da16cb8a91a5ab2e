/* checksum_mix.h - what checksum.c is made of: blocks of 64 bytes into a state.
 *
 * Each function takes `count` whole blocks. */
#ifndef AHD_BASE_CHECKSUM_MIX_H
#define AHD_BASE_CHECKSUM_MIX_H

#include "base/checksum.h"

enum { AHD_CHECKSUM_BLOCK = 64 };

typedef void ahd_checksum_mix(uint32_t *state, const unsigned char *blocks,
                              size_t count);

ahd_checksum_mix ahd_checksum_mix_md5, ahd_checksum_mix_sha1,
    ahd_checksum_mix_sha256;

/* By this processor's own instructions; NULL when it has none. */
ahd_checksum_mix *ahd_checksum_mix_fast(ahd_checksum how);

/* The round constants of SHA-256. */
extern const uint32_t ahd_checksum_mix_constants[64];

static inline uint32_t ahd_checksum_mix_rotate(uint32_t x, int left)
{
    return x << left | x >> (32 - left);
}

#endif
