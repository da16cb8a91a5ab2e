/* sender.h - did a page of ours send this?
 *
 *     Origin: http://127.0.0.1:8320    Host: 127.0.0.1:8320      → yes
 *     Origin: https://evil.example     Host: 127.0.0.1:8320      → no
 *     Sec-Fetch-Site: cross-site                                 → no
 *
 * A page of some web site can make the reader's browser send us a form. The
 * browser then says where the form came from, in one header or both; who says
 * nothing is no browser, and refused as well. */
#ifndef AHD_HTTP_SENDER_H
#define AHD_HTTP_SENDER_H

#include "base/str.h"

#include <stdbool.h>

/* The headers Origin, Sec-Fetch-Site and Host; empty when not sent. */
bool ahd_sender_is_ours(ahd_str origin, ahd_str site, ahd_str host);

#endif
