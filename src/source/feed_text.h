/* feed_text.h - the bytes of a feed as UTF-8, a window at a time.
 *
 *     "\xEF\xBB\xBF<?xml ..."  ->  "<?xml ..."
 *     "<?xml version='1.0' encoding='windows-1256'?>\xE3..."  ->  "...م..."
 *
 * The charset is told by a byte order mark, the HTTP header or the XML
 * declaration; without one it is UTF-8. What cannot be decoded becomes U+FFFD;
 * UTF-8 is passed on unchecked, for ahd_utf8_next to read. */
#ifndef AHD_SOURCE_FEED_TEXT_H
#define AHD_SOURCE_FEED_TEXT_H

#include "base/buf.h"
#include "stream.h"

enum { AHD_FEED_AHEAD = 512 }; /* bytes in sight, but at the end */

typedef struct ahd_feed_text {
    ahd_stream *stream;
    void *convert; /* an iconv_t; NULL for UTF-8 */
    ahd_buf raw;   /* not yet decoded */
    ahd_buf text;  /* decoded, of which `at` bytes are done with */
    size_t at;
    size_t line;   /* where `at` is, from 1 */
    bool at_end;   /* of the stream */
    ahd_error why; /* it failed: the text ends there; status AHD_OK if not */
} ahd_feed_text;

/* The start of the stream is read at once. `charset` is what the HTTP header
 * says; it may be empty. */
void ahd_feed_text_init(ahd_feed_text *text, ahd_stream *stream,
                        ahd_str charset);
void ahd_feed_text_finish(ahd_feed_text *text);

/* What comes next: AHD_FEED_AHEAD bytes or more, less at the end, "" there. */
ahd_str ahd_feed_text_ahead(ahd_feed_text *text);

void ahd_feed_text_skip(ahd_feed_text *text, size_t bytes); /* in sight */

#endif
