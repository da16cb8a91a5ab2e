/* stream.h - bytes in order, unpacked on the way; never more held than asked.
 *
 *     ahd_stream_open_file("crawl.warc.gz", &stream, &error);
 *     ahd_stream_need(stream, 5, &error);      at least 5 bytes at hand
 *     ahd_stream_have(stream)             ->   "WARC/1.0\r\n..."
 *     ahd_stream_take(stream, 10);             those are done with
 *
 * gzip and zstd are recognised by their first bytes, and unpacked; all else is
 * passed on as it is. Packed files are made of members (RFC 1952, 2.2; frames
 * in RFC 8878), which matter in two ways: a crawl has each record in a member
 * of its own, so a record is found by where its member lies in the file; and
 * after damage the next member can be read.
 *
 * What unpacks to more than 200 times its size is refused: a member after its
 * first MiB, a file after its first 16 MiB. */
#ifndef AHD_SOURCE_STREAM_H
#define AHD_SOURCE_STREAM_H

#include "base/error.h"
#include "base/str.h"

/* Bytes that may be at hand at once: the largest page and its headers. */
enum { AHD_STREAM_MOST = 40 << 20 };

typedef struct ahd_stream ahd_stream;

/* Where the bytes come from, such as a member of an archive. `read` gives up to
 * `size` bytes, none at the end. */
typedef struct ahd_stream_feed {
    void *context;
    ahd_status (*read)(void *context, char *to, size_t size, size_t *got,
                       ahd_error *error);
} ahd_stream_feed;

/* A file, or "-" for standard input. */
AHD_MUST_USE ahd_status ahd_stream_open_file(const char *path, ahd_stream **out,
                                             ahd_error *error);
/* `name` is for messages. */
AHD_MUST_USE ahd_status ahd_stream_open_feed(const char *name,
                                             ahd_stream_feed feed,
                                             ahd_stream **out,
                                             ahd_error *error);
void ahd_stream_close(ahd_stream *stream);

/* Bytes come to hand until there are `want` of them, at most AHD_STREAM_MOST,
 * or no more. Fails for damaged data, a bomb, or without memory; what is at
 * hand stays, and it fails again until ahd_stream_mend. */
AHD_MUST_USE ahd_status ahd_stream_need(ahd_stream *stream, size_t want,
                                        ahd_error *error);

/* The same, but of one member only, and without failing while anything is at
 * hand: enough to tell what the stream is. */
AHD_MUST_USE ahd_status ahd_stream_peek(ahd_stream *stream, size_t want,
                                        ahd_error *error);

/* What is at hand; valid until the next call of need, skip or mend. */
ahd_str ahd_stream_have(const ahd_stream *stream);
void ahd_stream_take(ahd_stream *stream, size_t len); /* of what is at hand */

/* Pass over *len bytes, at hand or not; *len is then what was not there. */
AHD_MUST_USE ahd_status ahd_stream_skip(ahd_stream *stream, uint64_t *len,
                                        ahd_error *error);
/* The same, but at most to the end of the member that the first byte at hand is
 * in. */
AHD_MUST_USE ahd_status ahd_stream_skip_inside(ahd_stream *stream,
                                               uint64_t *len, ahd_error *error);

/* After damage: drop what is at hand, and stand at the start of the next
 * member. False when there is none; the stream is at its end then. */
bool ahd_stream_mend(ahd_stream *stream);

/* Where the first byte at hand stands: in the file when a member begins there,
 * or nothing is packed; else in what the file unpacks to. */
uint64_t ahd_stream_place(const ahd_stream *stream);
bool ahd_stream_at_member(const ahd_stream *stream); /* one begins there */
bool ahd_stream_is_packed(const ahd_stream *stream);

/* Bytes taken from the file so far, and how many it has (0: not known). */
uint64_t ahd_stream_raw(const ahd_stream *stream);
uint64_t ahd_stream_size(const ahd_stream *stream);

/* Files that are not packed only: stand at byte `at` of the file. */
bool ahd_stream_seek(ahd_stream *stream, uint64_t at);

#endif
