#include "base/hashing.h"

#include <string.h>

void ahd_hashing_init(ahd_hashing *hashing)
{
    ahd_checksum_mix *fast = ahd_checksum_mix_fast(AHD_CHECKSUM_SHA256);

    *hashing = (ahd_hashing){.mix = fast ? fast : ahd_checksum_mix_sha256,
                             .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                       0xa54ff53a, 0x510e527f, 0x9b05688c,
                                       0x1f83d9ab, 0x5be0cd19}};
}

/* Fills the block that was begun; what is left of the bytes. */
static ahd_str fill(ahd_hashing *hashing, ahd_str bytes)
{
    size_t room = AHD_CHECKSUM_BLOCK - hashing->rest_len;
    size_t taken = bytes.len < room ? bytes.len : room;

    memcpy(hashing->rest + hashing->rest_len, bytes.ptr, taken);
    hashing->rest_len += taken;
    if (hashing->rest_len == AHD_CHECKSUM_BLOCK) {
        hashing->mix(hashing->state, hashing->rest, 1);
        hashing->rest_len = 0;
    }
    return (ahd_str){bytes.ptr + taken, bytes.len - taken};
}

void ahd_hashing_add(ahd_hashing *hashing, ahd_str bytes)
{
    hashing->length += bytes.len;
    if (bytes.len > 0 && hashing->rest_len > 0)
        bytes = fill(hashing, bytes);
    size_t blocks = bytes.len / AHD_CHECKSUM_BLOCK;
    hashing->mix(hashing->state, (const unsigned char *)bytes.ptr, blocks);
    bytes.ptr += blocks * AHD_CHECKSUM_BLOCK;
    bytes.len -= blocks * AHD_CHECKSUM_BLOCK;
    if (bytes.len > 0)
        (void)fill(hashing, bytes);
}

void ahd_hashing_hex(ahd_hashing *hashing, char out[AHD_SHA256_HEX])
{
    static const char zeroes[AHD_CHECKSUM_BLOCK];
    uint64_t bits = hashing->length * 8;
    char length[8];

    for (int i = 0; i < 8; i++)
        length[i] = (char)(bits >> (56 - 8 * i) & 0xFF);
    ahd_hashing_add(hashing, AHD_STR("\x80"));
    size_t before =
        (AHD_CHECKSUM_BLOCK + 56 - hashing->rest_len) % AHD_CHECKSUM_BLOCK;
    ahd_hashing_add(hashing, (ahd_str){zeroes, before});
    ahd_hashing_add(hashing, (ahd_str){length, sizeof length});
    for (int i = 0; i < AHD_SHA256_HEX; i++)
        out[i] =
            "0123456789abcdef"[hashing->state[i / 8] >> (28 - 4 * (i % 8)) &
                               15];
}
