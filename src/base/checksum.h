/* checksum.h - names bytes: MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4).
 *
 *     SHA-1 of "abc"  ->  20 bytes, a9 99 3e 36 47 ...
 *
 * MD5 and SHA-1 are there to check what others wrote; Ahd names by SHA-256.
 * The instructions that a processor has for them are used. */
#ifndef AHD_BASE_CHECKSUM_H
#define AHD_BASE_CHECKSUM_H

#include "base/str.h"

typedef enum ahd_checksum {
    AHD_CHECKSUM_MD5,
    AHD_CHECKSUM_SHA1,
    AHD_CHECKSUM_SHA256,
    AHD_CHECKSUMS
} ahd_checksum;

enum { AHD_CHECKSUM_MOST = 32 };

/* Writes the hash; its length. */
size_t ahd_checksum_bytes(ahd_checksum how, ahd_str bytes,
                          unsigned char out[AHD_CHECKSUM_MOST]);

/* The same without special instructions: slower, for comparison. */
size_t ahd_checksum_plainly(ahd_checksum how, ahd_str bytes,
                            unsigned char out[AHD_CHECKSUM_MOST]);

#endif
