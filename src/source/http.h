/* http.h - an HTTP response as a crawl keeps it.
 *
 *     "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8\r\n\r\n<p>…"
 *         -> status 200, type "text/html", charset "utf-8", body "<p>…"
 *
 * The body is as it was sent; payload.h undoes its codings. */
#ifndef AHD_SOURCE_HTTP_H
#define AHD_SOURCE_HTTP_H

#include "base/str.h"

enum { AHD_HTTP_TYPE = 80, AHD_HTTP_HEAD = 64 << 10 };

typedef struct ahd_http {
    int status;
    ahd_str head; /* status line and fields, without the empty line */
    ahd_str body; /* as much of it as there was */
    ahd_str charset;
    ahd_str transfer, coding; /* Transfer-Encoding, Content-Encoding */
    char type[AHD_HTTP_TYPE]; /* small letters; a longer one is cut */
    size_t type_len;
} ahd_http;

/* False when it is no HTTP response, or its head is above AHD_HTTP_HEAD. */
bool ahd_http_read(ahd_str message, ahd_http *out);

/* Sets type and charset from the value of a Content-Type. */
void ahd_http_set_type(ahd_http *http, ahd_str value);

/* The charset that a kept head tells; "" when it does not. */
ahd_str ahd_http_charset(ahd_str head);

static inline ahd_str ahd_http_type(const ahd_http *http)
{
    return (ahd_str){http->type, http->type_len};
}

#endif
