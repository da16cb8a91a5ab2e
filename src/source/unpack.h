/* unpack.h - a packed member back to its bytes, piece by piece.
 *
 *     ahd_unpacker *u = ahd_unpacker_new(AHD_CODING_GZIP);
 *     while (ahd_unpacker_step(u, &in, &out) == AHD_UNPACKED_MORE)
 *         give more of `in`, or more room in `out`
 *
 * The codings of HTTP (RFC 9110, 8.4.1; br: RFC 7932; zstd: RFC 8878) and of
 * files. How much may come out is for the caller to watch. */
#ifndef AHD_SOURCE_UNPACK_H
#define AHD_SOURCE_UNPACK_H

#include "base/str.h"

typedef enum ahd_coding {
    AHD_CODING_PLAIN,
    AHD_CODING_GZIP,
    AHD_CODING_ZLIB,
    AHD_CODING_DEFLATE, /* without zlib's wrapping, as some servers send it */
    AHD_CODING_BROTLI,
    AHD_CODING_ZSTD,
    AHD_CODINGS
} ahd_coding;

typedef enum ahd_unpacked {
    AHD_UNPACKED_MORE, /* wants more bytes, or more room */
    AHD_UNPACKED_END,  /* of the member; what follows was not touched */
    AHD_UNPACKED_DAMAGED,
    AHD_UNPACKED_MEMORY,
} ahd_unpacked;

typedef struct ahd_unpacker ahd_unpacker;

/* Room that is written to. */
typedef struct ahd_room {
    char *ptr;
    size_t len;
} ahd_room;

/* "gzip", for people. */
const char *ahd_unpack_name(ahd_coding coding);

/* By the first bytes: GZIP, ZSTD or PLAIN. */
ahd_coding ahd_unpack_sniff(ahd_str head);

ahd_unpacker *ahd_unpacker_new(ahd_coding coding); /* NULL without memory */
void ahd_unpacker_free(ahd_unpacker *unpacker);

/* Both arguments move past what was read and written. */
ahd_unpacked ahd_unpacker_step(ahd_unpacker *unpacker, ahd_str *in,
                               ahd_room *out);

/* Ready for the start of a member, whatever was before. */
bool ahd_unpacker_reset(ahd_unpacker *unpacker);

/* gzip only, at the start of a member, several times as fast: the member whole.
 * False, with nothing moved, when it is cut, damaged or does not fit. */
bool ahd_unpacker_whole(ahd_unpacker *unpacker, ahd_str *in, ahd_room *out);

/* zstd only: what members refer to, itself packed or not. */
bool ahd_unpacker_learn(ahd_unpacker *unpacker, ahd_str dictionary);

#endif
