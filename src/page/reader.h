/* reader.h - the three ways from a decoded page to the text of a document.
 *
 * Each writes title, body, map, paragraphs and what metadata there is; page.h
 * does what is common to all. `scratch` is the caller's to rewind. */
#ifndef AHD_PAGE_READER_H
#define AHD_PAGE_READER_H

#include "doc/decoded.h"
#include "doc/page_in.h"
#include "draft.h"

typedef struct ahd_reader {
    const ahd_page_in *in;
    ahd_doc *doc;
    const ahd_decoded *decoded;
    ahd_arena *scratch;
    uint32_t *english_lines; /* of furniture, dropped */
} ahd_reader;

void ahd_lines_read(const ahd_reader *reader);   /* lines.c: plain text */
void ahd_article_read(const ahd_reader *reader); /* article.c: HTML */
void ahd_record_read(const ahd_reader *reader);  /* record.c: JSONL */

/* Say that the page is no article, in words made of two parts. */
void ahd_reader_refuse(const ahd_reader *reader, ahd_kind kind, ahd_str why,
                       ahd_str more);

/* The day a date of the metadata tells; `from` names where it stood. */
void ahd_reader_date(const ahd_reader *reader, ahd_str date, const char *from);

/* The day of the page, by `words` that stood at `from`. */
void ahd_reader_dated(const ahd_reader *reader, ahd_day day, const char *from,
                      ahd_str words);

/* Where a field of the metadata was found; nothing for an empty value. Both
 * names are literals. */
void ahd_reader_note(const ahd_reader *reader, const char *field, ahd_str value,
                     const char *from);

/* The title was written: the newline, and its paragraph. */
void ahd_reader_end_title(const ahd_reader *reader, ahd_draft *draft);
/* A paragraph was written, from `start` on. Nothing for an empty one. */
void ahd_reader_end_paragraph(const ahd_reader *reader, const ahd_draft *draft,
                              size_t start);

/* Parts joined, in the document's arena. */
ahd_str ahd_reader_join(const ahd_reader *reader, const ahd_str *parts,
                        size_t count);

#endif
