/* source.h - pages from files, containers, folders and standard input.
 *
 *     ahd_source_open("pages/", &source, &error);
 *     while (ahd_source_next(source, &page, &end, &error), !end)
 *         use(page.bytes);     pages/a.html, then pages/more/b.jsonl:1 ...
 *     ahd_source_close(source);
 *
 * A file is read as its name says (.txt .html .jsonl, each also with .gz or
 * .zst), or as its first bytes say. A file of text or HTML is one page, a line
 * of JSONL is one; containers (container.h) hold many. Folders are read to the
 * bottom in order of name; names that start with a dot are left out. One page
 * is held at a time. */
#ifndef AHD_SOURCE_SOURCE_H
#define AHD_SOURCE_SOURCE_H

#include "base/error.h"
#include "doc/page_in.h"

enum { AHD_SOURCE_LARGEST = 32 << 20 }; /* bytes of a page */

typedef struct ahd_page {
    const char *path; /* file, or "-" for standard input; with the place in a
                         container: "crawl.warc.gz:1043", "pages.zip:a.html" */
    size_t line;      /* of a JSONL record, from 1; else 0 */
    ahd_str bytes;
    ahd_format format;
    ahd_str url;     /* where its container says it was fetched; may be empty */
    ahd_str charset; /* what the HTTP header says; may be empty */
    ahd_str seen_at; /* when, "2020-10-26T08:30:00Z"; may be empty */
    ahd_str headers; /* of HTTP, or what stands for them; may be empty */
    const char *passed; /* why it is no page and was passed over, a few static
                           words ("an image"); bytes are empty then. Or NULL */
    const char *odd;    /* what is wrong with a page that is read all the same;
                           a sentence without its subject, or NULL */
    const char *odd_reason; /* a few static words to count that by */
} ahd_page;

typedef struct ahd_source ahd_source;

/* `path` is a file, a folder, or "-". Close what was opened. */
AHD_MUST_USE ahd_status ahd_source_open(const char *path, ahd_source **out,
                                        ahd_error *error);

/* The next page, valid until the next call; *end is true when there is none.
 * On failure `error` names the place, the cure, and the reason to count it by;
 * the next call goes on after it. */
AHD_MUST_USE ahd_status ahd_source_next(ahd_source *source, ahd_page *out,
                                        bool *end, ahd_error *error);

/* Bytes of the files read so far, packed ones as they lie. */
uint64_t ahd_source_bytes(const ahd_source *source);

void ahd_source_close(ahd_source *source); /* NULL is allowed */

#endif
