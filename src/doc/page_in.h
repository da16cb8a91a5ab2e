/* page_in.h - what the page reader is given: the bytes, and how to take them.
 *
 * Source makes the bytes, page reads them, engine carries them across; so the
 * types stand here, below all three. */
#ifndef AHD_DOC_PAGE_IN_H
#define AHD_DOC_PAGE_IN_H

#include "base/str.h"

typedef enum ahd_format {
    AHD_FORMAT_TEXT, /* scraped or typed text: the title is its first line */
    AHD_FORMAT_HTML,
    AHD_FORMAT_JSONL, /* one record: id url outlet title date text */
} ahd_format;

/* A phrase that the furniture of a site is known by: a row of data/furniture.
 * `form` is written in small letters; `kind` is a name of page/furniture.c,
 * such as "more_from". Rows of unknown kind are passed over. `key` is that of
 * page/furniture.h where the rows are sorted by it. */
typedef struct ahd_furniture {
    ahd_str kind, form;
    uint32_t key;
} ahd_furniture;

/* A word that tells a day: a row of data/credits, its form folded as it is
 * there. `kind` is a name of page/creditword.c, such as "month", value then 1
 * to 12. */
typedef struct ahd_credit_word {
    ahd_str kind, form;
    uint32_t value;
} ahd_credit_word;

typedef struct ahd_page_in {
    ahd_str bytes; /* the file, or the line of a JSONL file */
    ahd_format format;
    ahd_str path;    /* for people: "pages/a.html", or "-" */
    size_t line;     /* of a JSONL record, from 1; else 0 */
    ahd_str url;     /* where its container says it was fetched; may be empty */
    ahd_str charset; /* what the HTTP header says; may be empty */
    const ahd_furniture *furniture; /* may be NULL */
    size_t furniture_count;
    bool furniture_sorted; /* by key: few rows are looked at for a line */
    const ahd_credit_word *credit_words; /* in order of form; may be NULL */
    size_t credit_word_count;
} ahd_page_in;

#endif
