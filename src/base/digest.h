/* digest.h - SHA-256 of what comes piece by piece.
 *
 *     ahd_digest digest;
 *     ahd_digest_init(&digest);
 *     ahd_digest_add(&digest, AHD_STR("a"));
 *     ahd_digest_add(&digest, AHD_STR("bc"));
 *     ahd_digest_hex(&digest, hex);       as ahd_sha256_hex of "abc" */
#ifndef AHD_BASE_DIGEST_H
#define AHD_BASE_DIGEST_H

#include "base/checksum_mix.h"
#include "base/sha256.h"

typedef struct ahd_digest {
    ahd_checksum_mix *mix;
    uint32_t state[8];
    unsigned char rest[AHD_CHECKSUM_BLOCK]; /* no whole block yet */
    size_t rest_len;
    uint64_t length;
} ahd_digest;

void ahd_digest_init(ahd_digest *digest);
void ahd_digest_add(ahd_digest *digest, ahd_str bytes);

/* The digest is used up. */
void ahd_digest_hex(ahd_digest *digest, char out[AHD_SHA256_HEX]);

#endif
