/* warc_head.h - the head of a record of a crawl (ISO 28500, 5).
 *
 *     "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 12\r\n…\r\n\r\n"
 *         -> type RESPONSE, length 12, and the fields that matter */
#ifndef AHD_SOURCE_WARC_HEAD_H
#define AHD_SOURCE_WARC_HEAD_H

#include "base/str.h"
#include "refusal.h"

/* Bytes by which the start of a record is known. */
enum { AHD_WARC_HEAD_START = 6 };

typedef enum ahd_warc_type {
    AHD_WARC_OTHER,
    AHD_WARC_RESPONSE,
    AHD_WARC_RESOURCE,
    AHD_WARC_CONVERSION,
    AHD_WARC_REVISIT,
    AHD_WARC_REQUEST,
    AHD_WARC_CONTINUATION,
} ahd_warc_type;

typedef enum ahd_warc_field {
    AHD_WARC_TYPE,
    AHD_WARC_LENGTH,
    AHD_WARC_URI,
    AHD_WARC_DATE,
    AHD_WARC_CONTENT,
    AHD_WARC_BLOCK_DIGEST,
    AHD_WARC_PAYLOAD_DIGEST,
    AHD_WARC_SEGMENT,
    AHD_WARC_FIELDS
} ahd_warc_field;

typedef struct ahd_warc_head {
    ahd_str fields[AHD_WARC_FIELDS]; /* as written; "" when missing */
    size_t size;                     /* of the head, with the empty line */
    uint64_t length;                 /* of the block */
    ahd_warc_type type;
    ahd_refusal passed; /* why it is no capture; NONE: it may be a page */
} ahd_warc_head;

/* Does a record seem to begin here? */
bool ahd_warc_head_starts(ahd_str s);

/* Where one seems to, from `from` on; the length when nowhere. */
size_t ahd_warc_head_find(ahd_str s, size_t from);

/* `head` is whole, with the empty line. False without a length. */
bool ahd_warc_head_read(ahd_str head, ahd_warc_head *out);

/* The time of the capture as it is written; "" when it is none. */
ahd_str ahd_warc_head_date(const ahd_warc_head *head);

/* The address. */
ahd_str ahd_warc_head_uri(const ahd_warc_head *head);

#endif
