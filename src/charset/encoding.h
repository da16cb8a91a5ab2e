/* encoding.h - the charsets of the WHATWG Encoding standard by their labels.
 *
 *     " CP1256 " -> windows-1256     "latin1" -> windows-1252     "utf-7" ->
 * none
 */
#ifndef AHD_CHARSET_ENCODING_H
#define AHD_CHARSET_ENCODING_H

#include "base/str.h"

typedef enum ahd_encoding_kind {
    AHD_ENCODING_UTF8,
    AHD_ENCODING_UTF16LE,
    AHD_ENCODING_UTF16BE,
    AHD_ENCODING_BYTES,  /* a byte is a character, ASCII is itself */
    AHD_ENCODING_MANY,   /* one to four bytes, ASCII is itself */
    AHD_ENCODING_STATES, /* bytes mean what an escape before them says */
} ahd_encoding_kind;

typedef struct ahd_encoding {
    const char *name;
    const char *converter; /* ICU's name; NULL for UTF-8 and UTF-16 */
    ahd_encoding_kind kind;
    const char *labels; /* other than the name, each followed by a space */
} ahd_encoding;

/* The encoding of a label, in letters of either size; NULL for none. */
const ahd_encoding *ahd_encoding_find(ahd_str label);

/* The one of that name, which there must be. */
const ahd_encoding *ahd_encoding_get(const char *name);

#endif
