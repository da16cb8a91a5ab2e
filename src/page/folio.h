/* folio.h - an HTML page laid out: its blocks and lines, what it says of
 * itself, and what each line is like.
 *
 * Everything that the judgement of lines starts from (keep.h), also for the
 * program that trains it (tools/article_lines.c). Lives in reader->scratch. */
#ifndef AHD_PAGE_FOLIO_H
#define AHD_PAGE_FOLIO_H

#include "facts.h"
#include "feature.h"

typedef struct ahd_folio {
    const ahd_reader *reader;
    ahd_outline outline;
    ahd_meta meta;
    ahd_headline title;
    ahd_region region;
    bool says_article; /* the page's metadata */
    ahd_features *features;
} ahd_folio;

/* NULL never; `reader` must stay as long as the folio. */
ahd_folio *ahd_folio_read(const ahd_reader *reader);

#endif
