#include "base/digest.h"

#include <string.h>

void ahd_digest_init(ahd_digest *digest)
{
    ahd_checksum_mix *fast = ahd_checksum_mix_fast(AHD_CHECKSUM_SHA256);

    *digest =
        (ahd_digest){.mix = fast ? fast : ahd_checksum_mix_sha256,
                     .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

/* Fills the block that was begun; what is left of the bytes. */
static ahd_str fill(ahd_digest *digest, ahd_str bytes)
{
    size_t room = AHD_CHECKSUM_BLOCK - digest->rest_len;
    size_t taken = bytes.len < room ? bytes.len : room;

    memcpy(digest->rest + digest->rest_len, bytes.ptr, taken);
    digest->rest_len += taken;
    if (digest->rest_len == AHD_CHECKSUM_BLOCK) {
        digest->mix(digest->state, digest->rest, 1);
        digest->rest_len = 0;
    }
    return (ahd_str){bytes.ptr + taken, bytes.len - taken};
}

void ahd_digest_add(ahd_digest *digest, ahd_str bytes)
{
    digest->length += bytes.len;
    if (bytes.len > 0 && digest->rest_len > 0)
        bytes = fill(digest, bytes);
    size_t blocks = bytes.len / AHD_CHECKSUM_BLOCK;
    digest->mix(digest->state, (const unsigned char *)bytes.ptr, blocks);
    bytes.ptr += blocks * AHD_CHECKSUM_BLOCK;
    bytes.len -= blocks * AHD_CHECKSUM_BLOCK;
    if (bytes.len > 0)
        (void)fill(digest, bytes);
}

void ahd_digest_hex(ahd_digest *digest, char out[AHD_SHA256_HEX])
{
    static const char zeroes[AHD_CHECKSUM_BLOCK];
    uint64_t bits = digest->length * 8;
    char length[8];

    for (int i = 0; i < 8; i++)
        length[i] = (char)(bits >> (56 - 8 * i) & 0xFF);
    ahd_digest_add(digest, AHD_STR("\x80"));
    size_t before =
        (AHD_CHECKSUM_BLOCK + 56 - digest->rest_len) % AHD_CHECKSUM_BLOCK;
    ahd_digest_add(digest, (ahd_str){zeroes, before});
    ahd_digest_add(digest, (ahd_str){length, sizeof length});
    for (int i = 0; i < AHD_SHA256_HEX; i++)
        out[i] =
            "0123456789abcdef"[digest->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
}
