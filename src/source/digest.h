/* digest.h - does a record say its own hash right?
 *
 *     "sha1:VXT4AF5BBZVHDYKNYQJXVMQ4PIHHTGUL" of its block -> right
 *
 * SHA-1, SHA-256 and MD5, in hexadecimal or base 32 (WARC 1.1, 5.8). */
#ifndef AHD_SOURCE_DIGEST_H
#define AHD_SOURCE_DIGEST_H

#include "base/str.h"

/* False only when it is known to be wrong: not when the way is unknown. */
bool ahd_digest_fits(ahd_str digest, ahd_str bytes);

#endif
