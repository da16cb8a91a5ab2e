/* act_feed.h - acts as a feed that readers and programs subscribe to: Atom (RFC
 * 4287) or JSON Feed 1.1.
 *
 *     ahd_act_feed feed = {.as = AHD_FEED_ATOM, .title = …, .self = …, .out =
 * &out}; ahd_act_feed_open(&feed); ahd_act_feed_entry(&feed, &row); each act,
 * the latest first ahd_act_feed_close(&feed);
 *
 * An entry's id follows from its document and sentence, so that it stays the
 * same entry; `updated` is when the record got it or a person decided on it. */
#ifndef AHD_WEB_ACT_FEED_H
#define AHD_WEB_ACT_FEED_H

#include "ahd.h"
#include "web/wording.h"

typedef struct ahd_act_feed {
    enum { AHD_FEED_ATOM, AHD_FEED_JSON } as;
    ahd_tongue tongue;
    ahd_str title;
    ahd_str base;    /* "http://127.0.0.1:8320", for addresses */
    ahd_str query;   /* "?lang=ar&act=deny", what is asked for */
    ahd_str updated; /* of the newest entry; empty when there is none */
    ahd_buf *out;
    ahd_buf *made; /* room of its own */
    int64_t entries;
} ahd_act_feed;

void ahd_act_feed_open(ahd_act_feed *feed);
void ahd_act_feed_entry(ahd_act_feed *feed, const ahd_act_row *row);
void ahd_act_feed_close(ahd_act_feed *feed);

/* Text in XML: what XML 1.0 cannot hold becomes U+FFFD. */
void ahd_act_feed_xml(ahd_buf *out, ahd_str text);

#endif
