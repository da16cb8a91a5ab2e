/* gzip.h - answers, packed for those who can unpack them.
 *
 *     Accept-Encoding: gzip, deflate, br    → gzip
 *     Accept-Encoding: gzip;q=0, or none    → as it is
 *
 * Only what shrinks is packed: text of a kilobyte and more, not faces of type,
 * which are packed already. */
#ifndef AHD_HTTP_GZIP_H
#define AHD_HTTP_GZIP_H

#include "http/request.h"

/* May an answer to this Accept-Encoding header be gzip? */
bool ahd_gzip_may(ahd_str accept_encoding);

/* Packs the body of the reply; false when it stays as it is. */
bool ahd_gzip(ahd_reply *reply);

#endif
