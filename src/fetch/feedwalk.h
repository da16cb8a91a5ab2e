/* feedwalk.h - the articles that a feed points at.
 *
 *     <item><link>http://x/1</link><pubDate>Mon, ...</pubDate></item>
 *         -> url "http://x/1", mark "Mon, ..."
 *
 * The reader of src/source does the reading; only what it says of each entry is
 * handed on. An entry that points nowhere on the web is left out. */
#ifndef AHD_FETCH_FEEDWALK_H
#define AHD_FETCH_FEEDWALK_H

#include "base/error.h"
#include "base/str.h"

enum { AHD_FEEDWALK_MOST = 1000 }; /* entries of a feed; the first count */

/* All is valid during the call. */
typedef struct ahd_feedwalk_entry {
    ahd_str url;  /* as target.h spells it */
    ahd_str mark; /* changes when the article does: the day it was updated, or
                     published; may be empty */
} ahd_feedwalk_entry;

typedef ahd_status ahd_feedwalk_fn(void *context,
                                   const ahd_feedwalk_entry *entry,
                                   ahd_error *error);

/* The answer of a server that was asked for a feed. `url` is where it stands;
 * `charset` what HTTP says, or "". */
typedef struct ahd_feedwalk_in {
    const char *url;
    ahd_str bytes, charset;
} ahd_feedwalk_in;

/* AHD_EFORMAT: it is no feed, or damaged; entries before the damage have been
 * handed on. A failure of `each` ends it. */
AHD_MUST_USE ahd_status ahd_feedwalk(const ahd_feedwalk_in *in,
                                     ahd_feedwalk_fn *each, void *context,
                                     ahd_error *error);

#endif
