/* feed_xml.h - RSS 0.9x, 1.0 and 2.0, and Atom, an entry at a time.
 *
 *     ahd_feed_xml_open(&text, &xml);
 *     while (ahd_feed_xml_next(xml, &feed, &entry) == AHD_FEED_ENTRY) ...
 *     ahd_feed_xml_close(xml);
 *
 * libxml2 reads what feed_mend.h makes of the feed: no network, no entities,
 * no more than the element at hand in memory. */
#ifndef AHD_SOURCE_FEED_XML_H
#define AHD_SOURCE_FEED_XML_H

#include "feed_entry.h"
#include "feed_text.h"

typedef struct ahd_feed_xml ahd_feed_xml;

ahd_feed_xml *ahd_feed_xml_open(ahd_feed_text *text); /* NULL: no memory */
void ahd_feed_xml_close(ahd_feed_xml *xml);

/* The next entry into `entry`, and into `feed` what is said of the feed before
 * it. */
ahd_feed_got ahd_feed_xml_next(ahd_feed_xml *xml, ahd_feed_entry *feed,
                               ahd_feed_entry *entry);

/* Why there is no more: NULL when the feed came to its end; else a sentence
 * without its subject, and the cure. */
const char *ahd_feed_xml_why(const ahd_feed_xml *xml);
bool ahd_feed_xml_is_hostile(const ahd_feed_xml *xml); /* no slip, that is */

#endif
