/* writer.h - JSON into a buffer: commas, quotes and escapes are its care.
 *
 *     ahd_writer w = {.out = &buf};
 *     ahd_writer_open(&w, '{');
 *     ahd_writer_key(&w, "name");
 *     ahd_writer_str(&w, name);
 *     ahd_writer_close(&w, '}');            {"name":"…"}
 *
 * Output is ASCII-safe for lines: control characters, U+2028 and U+2029 are
 * escaped, all other text is UTF-8 as it is. */
#ifndef AHD_OUTPUT_WRITER_H
#define AHD_OUTPUT_WRITER_H

#include "base/buf.h"

typedef struct ahd_writer {
    ahd_buf *out;
    bool comma; /* the next value needs a comma before it */
} ahd_writer;

void ahd_writer_open(ahd_writer *w, char bracket);
void ahd_writer_close(ahd_writer *w, char bracket);
void ahd_writer_key(ahd_writer *w, const char *key);
void ahd_writer_str(ahd_writer *w, ahd_str s);
void ahd_writer_int(ahd_writer *w, int64_t n);
void ahd_writer_score(ahd_writer *w, double n); /* two decimals; not below 0 */
void ahd_writer_bool(ahd_writer *w, bool b);
void ahd_writer_null(ahd_writer *w);

/* A key with a text; null when the text is empty. */
void ahd_writer_field(ahd_writer *w, const char *key, ahd_str s);

/* A key with an ISO date; null for AHD_NO_DAY (INT32_MIN). */
void ahd_writer_day(ahd_writer *w, const char *key, int32_t day);

#endif
