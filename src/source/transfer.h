/* transfer.h - the transfer codings of MIME (RFC 2045, 6), line by line.
 *
 *     quoted-printable   "caf=C3=A9 =\r\nau lait\r\n"  ->  "café au lait\r\n"
 *     base64             "Y2Fm\r\nw6k=\r\n"            ->  "café"
 *
 * What is no coding is passed over or taken as it is: pages are seldom worth
 * less for it. */
#ifndef AHD_SOURCE_TRANSFER_H
#define AHD_SOURCE_TRANSFER_H

#include "base/buf.h"

typedef enum ahd_transfer_kind {
    AHD_TRANSFER_PLAIN, /* 7bit, 8bit, binary, and what nobody knows */
    AHD_TRANSFER_QUOTED,
    AHD_TRANSFER_BASE64,
} ahd_transfer_kind;

typedef struct ahd_transfer {
    ahd_transfer_kind kind;
    uint32_t bits, count; /* BASE64: of a group of four, so far */
} ahd_transfer;

/* The value of a Content-Transfer-Encoding; "" is plain. */
ahd_transfer ahd_transfer_of(ahd_str name);

/* One line, with its end if it has one, or a piece of one. */
void ahd_transfer_add(ahd_transfer *transfer, ahd_str line, ahd_buf *out);

#endif
