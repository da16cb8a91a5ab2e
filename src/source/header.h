/* header.h - blocks of "Name: value" lines, as WARC, HTTP and MIME have them.
 *
 *     "Content-Type: text/html; charset=\"utf-8\"\r\nAge: 5\r\n\r\n<html>"
 *         field "content-type" -> "text/html; charset=\"utf-8\""
 *         its parameter "charset" -> "utf-8"
 *
 * Lines may end in LF alone. A line that begins with white space goes on the
 * one before it (RFC 9112, 5.2). All is borrowed. */
#ifndef AHD_SOURCE_HEADER_H
#define AHD_SOURCE_HEADER_H

#include "base/str.h"

/* Bytes up to and with the first empty line; 0 when none is there. */
size_t ahd_header_end(ahd_str bytes);

/* The next field that `rest` has; false at the end. Lines without a colon are
 * passed over, such as the one HTTP and WARC begin with. */
bool ahd_header_next(ahd_str *rest, ahd_str *name, ahd_str *value);

/* The value of the first field `name`; "" when there is none. */
ahd_str ahd_header_find(ahd_str block, ahd_str name);

/* A value before its first ";", without white space. */
ahd_str ahd_header_main(ahd_str value);

/* Parameter `name` of a value, without quotes; "" when there is none. */
ahd_str ahd_header_parameter(ahd_str value, ahd_str name);

#endif
