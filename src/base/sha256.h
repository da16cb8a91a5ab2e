/* sha256.h - names bytes: FIPS 180-4.
 *
 *     "abc"  ->  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9c..." */
#ifndef AHD_BASE_SHA256_H
#define AHD_BASE_SHA256_H

#include "base/str.h"

enum { AHD_SHA256_HEX = 64 };

/* Writes 64 small hex digits, without a NUL. */
void ahd_sha256_hex(ahd_str bytes, char out[AHD_SHA256_HEX]);

#endif
