/* feed_entry.h - what a feed says of one article, and the page made of it.
 *
 *     title "Truce", link "http://x/1", content "<p>They agreed ..."
 *         ->  <!doctype html><html><head><meta charset="utf-8">
 *             <title>Truce</title> ... <article><h1>Truce</h1><p>They agreed
 *
 * docs/decisions/0006-feed-entries-as-pages.md has the page; its bytes depend
 * on the entry, the title and the language of the feed, and nothing else. */
#ifndef AHD_SOURCE_FEED_ENTRY_H
#define AHD_SOURCE_FEED_ENTRY_H

#include "base/buf.h"

typedef enum ahd_feed_field {
    AHD_FEED_NONE,
    AHD_FEED_TITLE,
    AHD_FEED_LINK,
    AHD_FEED_GUID, /* an address as well, perhaps */
    AHD_FEED_PUBLISHED,
    AHD_FEED_UPDATED,
    AHD_FEED_AUTHOR,
    AHD_FEED_LANG,
    AHD_FEED_CONTENT,
    AHD_FEED_SUMMARY, /* may be all there is, and may be enough */
    AHD_FEED_FIELDS
} ahd_feed_field;

#define AHD_FEED_CUT_OFF "is cut off; get it again; what came before is read"

/* What reading on brought. */
typedef enum ahd_feed_got {
    AHD_FEED_END,   /* nothing: there is no more */
    AHD_FEED_ENTRY, /* an entry */
    AHD_FEED_BAD,   /* one that cannot be read; the next may be */
} ahd_feed_got;

typedef struct ahd_feed_entry {
    ahd_buf fields[AHD_FEED_FIELDS]; /* UTF-8 without controls */
    bool plain[AHD_FEED_FIELDS];     /* text; else it is HTML */
} ahd_feed_entry;

void ahd_feed_entry_init(ahd_feed_entry *entry);
void ahd_feed_entry_clear(ahd_feed_entry *entry);
void ahd_feed_entry_finish(ahd_feed_entry *entry);

/* The field, trimmed. */
ahd_str ahd_feed_entry_get(const ahd_feed_entry *entry, ahd_feed_field field);

bool ahd_feed_entry_is_large(const ahd_feed_entry *entry); /* over its limit */

/* Where the article is, when it is an address: the link, or the guid. */
ahd_str ahd_feed_entry_url(const ahd_feed_entry *entry);

/* The field with the text of the article: the content; a summary of 500
 * letters; or AHD_FEED_NONE, for a teaser. */
ahd_feed_field ahd_feed_entry_body(const ahd_feed_entry *entry);

/* The page of an entry that has a body. `feed` has title and language of the
 * feed. out->failed: it is too large. */
void ahd_feed_entry_page(const ahd_feed_entry *entry,
                         const ahd_feed_entry *feed, ahd_buf *out);

#endif
