/* fresh.h - whether a reader has an answer already (RFC 9110, section 13).
 *
 *     ahd_fresh_tag(body, tag)                  → "\"6f1c0a52e90b77d4\""
 *     ahd_fresh_is(AHD_STR("W/\"a\", \"b\""), AHD_STR("\"b\""))   → true
 *     ahd_fresh_date(AHD_STR("2020-10-26T08:30:00Z"), date)
 *                                      → "Mon, 26 Oct 2020 08:30:00 GMT" */
#ifndef AHD_HTTP_FRESH_H
#define AHD_HTTP_FRESH_H

#include "base/str.h"

enum { AHD_FRESH_TAG = 20, AHD_FRESH_DATE = 32 };

/* A strong ETag of these bytes, with a NUL. */
void ahd_fresh_tag(ahd_str body, char out[AHD_FRESH_TAG]);

/* Is one of If-None-Match this tag, or is it "*"? */
bool ahd_fresh_is(ahd_str if_none_match, ahd_str tag);

/* The time as HTTP writes it, with a NUL; "" when it is none. A day alone
 * begins at midnight. */
void ahd_fresh_date(ahd_str iso, char out[AHD_FRESH_DATE]);

#endif
