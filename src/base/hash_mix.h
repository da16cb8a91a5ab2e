/* hash_mix.h - what hash.c is made of: blocks of 64 bytes into a state.
 *
 * Each function takes `count` whole blocks. */
#ifndef AHD_BASE_HASH_MIX_H
#define AHD_BASE_HASH_MIX_H

#include "base/hash.h"

enum { AHD_HASH_BLOCK = 64 };

typedef void ahd_hash_mix(uint32_t *state, const unsigned char *blocks,
                          size_t count);

ahd_hash_mix ahd_hash_mix_md5, ahd_hash_mix_sha1, ahd_hash_mix_sha256;

/* By this processor's own instructions; NULL when it has none. */
ahd_hash_mix *ahd_hash_mix_fast(ahd_hash how);

/* The round constants of SHA-256. */
extern const uint32_t ahd_hash_mix_constants[64];

static inline uint32_t ahd_hash_mix_rotate(uint32_t x, int left)
{
    return x << left | x >> (32 - left);
}

#endif
