/* payload.h - the body of an HTTP response without its codings.
 *
 *     "5\r\nhello\r\n0\r\n\r\n", chunked      -> "hello"
 *     gzip, deflate, br, zstd, also several  -> what was packed
 *
 * Crawlers often keep a body unpacked with the header of the packed one; so a
 * body that is not in the coding it claims is taken as it is when it is text.
 */
#ifndef AHD_SOURCE_PAYLOAD_H
#define AHD_SOURCE_PAYLOAD_H

#include "base/buf.h"
#include "http.h"
#include "refusal.h"
#include "unpack.h"

/* The tools, kept from one body to the next. */
typedef struct ahd_payload {
    ahd_unpacker *unpackers[AHD_CODINGS]; /* made when needed */
    ahd_buf bufs[2];
    int used; /* of the two, the one with the bytes */
} ahd_payload;

void ahd_payload_init(ahd_payload *body);
void ahd_payload_finish(ahd_payload *body);

/* Chunks joined: AHD_REFUSAL_NONE and the bytes in `out`, which last until the
 * next call; `raw` itself when it is not chunked. */
ahd_refusal ahd_payload_join(ahd_payload *body, const ahd_http *http,
                             ahd_str raw, ahd_str *out);

/* The same for what was joined: content codings undone. `packed` is how many
 * bytes of the file it takes: above 200 times as many is a bomb. */
ahd_refusal ahd_payload_unpack(ahd_payload *body, const ahd_http *http,
                               ahd_str joined, uint64_t packed, ahd_str *out);

#endif
