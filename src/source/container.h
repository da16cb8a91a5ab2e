/* container.h - kinds of files that hold pages, and what they hand out.
 *
 *     crawl.warc.gz      -> the page captured at byte 1043, an image, a page …
 *     pages.zip          -> dir/a.html, dir/feed.xml (again a container) …
 *
 * A kind is a row of the table in container.c with three functions. `next`
 * hands out items: a page's bytes; or a stream, which a kind or the page
 * reader is opened on; or why there is nothing to read (`passed`). A failure
 * of `next` is one place that could not be read, told and counted; the next
 * call goes on after it, and always ends.
 *
 * To add a kind, see docs/howto/add-an-input-format.md. */
#ifndef AHD_SOURCE_CONTAINER_H
#define AHD_SOURCE_CONTAINER_H

#include "source.h"
#include "stream.h"

/* One thing out of a file: the file itself, a record, a member, an entry. All
 * is borrowed from who hands it out, until its next `next` or `close`. */
typedef struct ahd_item {
    ahd_page page;      /* path and what else is known; bytes without stream */
    ahd_stream *stream; /* where the bytes are to be had; NULL: page.bytes */
    ahd_str type; /* its media type in small letters, "text/html"; or "" */
    bool whole;   /* it is a page whatever it looks like: format is set */
} ahd_item;

typedef struct ahd_container_kind {
    const char *name; /* for people: "a WARC file" */
    bool in_memory;   /* wants item->page.bytes; else item->stream */
    bool anywhere;    /* takes page.bytes where there is no stream */
    int deepest;      /* in so many other containers, at most */
    /* `head` is the start of the bytes. */
    bool (*fits)(const ahd_item *item, ahd_str head);
    /* `item` stays valid while the container is open. */
    ahd_status (*open)(const ahd_item *item, void **out, ahd_error *error);
    /* *end is true, and nothing handed out, at the end. */
    ahd_status (*next)(void *container, ahd_item *out, bool *end,
                       ahd_error *error);
    void (*close)(void *container);
} ahd_container_kind;

/* The first kind that fits, at `depth` containers; NULL: it is a page, or no
 * container that may stand there. */
const ahd_container_kind *ahd_container_find(const ahd_item *item, ahd_str head,
                                             int depth);

/* Is a member of this name left out, as in folders: what begins with a dot, and
 * what a Mac adds? */
bool ahd_container_hides(const char *name);

/* Each in the file of its name. */
extern const ahd_container_kind ahd_feed_kind;
extern const ahd_container_kind ahd_mhtml_kind;
extern const ahd_container_kind ahd_ndjson_kind;
extern const ahd_container_kind ahd_warc_kind;
extern const ahd_container_kind ahd_zip_kind;
extern const ahd_container_kind ahd_tar_kind;

#endif
