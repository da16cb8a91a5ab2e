/* hashing.h - SHA-256 of what comes piece by piece.
 *
 *     ahd_hashing hashing;
 *     ahd_hashing_init(&hashing);
 *     ahd_hashing_add(&hashing, AHD_STR("a"));
 *     ahd_hashing_add(&hashing, AHD_STR("bc"));
 *     ahd_hashing_hex(&hashing, hex);       as ahd_sha256_hex of "abc" */
#ifndef AHD_BASE_HASHING_H
#define AHD_BASE_HASHING_H

#include "base/checksum_mix.h"
#include "base/sha256.h"

typedef struct ahd_hashing {
    ahd_checksum_mix *mix;
    uint32_t state[8];
    unsigned char rest[AHD_CHECKSUM_BLOCK]; /* no whole block yet */
    size_t rest_len;
    uint64_t length;
} ahd_hashing;

void ahd_hashing_init(ahd_hashing *hashing);
void ahd_hashing_add(ahd_hashing *hashing, ahd_str bytes);

/* The hashing is used up. */
void ahd_hashing_hex(ahd_hashing *hashing, char out[AHD_SHA256_HEX]);

#endif
