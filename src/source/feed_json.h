/* feed_json.h - JSON Feed 1.0 and 1.1, an entry at a time.
 *
 *     {"version": "https://jsonfeed.org/version/1.1", "title": "The Outlet",
 *      "items": [{"url": "http://x/1", "content_html": "<p>..."}, ...]}
 *
 * Used as feed_xml.h is. Only the entry at hand is held; what is said of the
 * feed after its entries comes too late for them. */
#ifndef AHD_SOURCE_FEED_JSON_H
#define AHD_SOURCE_FEED_JSON_H

#include "feed_entry.h"
#include "feed_text.h"

typedef struct ahd_feed_json ahd_feed_json;

/* Does a file begin as a JSON Feed? */
bool ahd_feed_json_fits(ahd_str head);

ahd_feed_json *ahd_feed_json_open(ahd_feed_text *text); /* NULL: no memory */
void ahd_feed_json_close(ahd_feed_json *json);
ahd_feed_got ahd_feed_json_next(ahd_feed_json *json, ahd_feed_entry *feed,
                                ahd_feed_entry *entry);

/* Why an entry was bad, or there is no more: a sentence without its subject,
 * and the cure; NULL when the feed came to its end. */
const char *ahd_feed_json_why(const ahd_feed_json *json);

#endif
