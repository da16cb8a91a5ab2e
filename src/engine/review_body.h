/* review_body.h - a review as the line of JSON that is kept and logged.
 *
 *     {"review":7,"item":7,"at":"2026-11-28T12:00:00Z","schema":1,"by":"Huda",
 *      "decision":"correct","why":"…","note":null,"undoes":0,"sha256":"…",
 *      "trigger":[812,819],"sentence":[800,990],"words":"…","sentence_words":
 *      "…","read_as":"sign","then":{…},"set":{"source":"ly-gna"},"pair":null,
 *      "links":[]}
 *
 * The number stands first, for the log (audit). Spans are bytes of the page.
 * `then` is what the machine said of the act when the review was made. */
#ifndef AHD_ENGINE_REVIEW_BODY_H
#define AHD_ENGINE_REVIEW_BODY_H

#include "output/writer.h"
#include "reviews/decided.h"

/* What of a review only people ask for. */
typedef struct ahd_review_words {
    ahd_str at, why, note, sha256;
} ahd_review_words;

/* With neither number nor time when `core`: what two reviews that say the same
 * have alike. */
void ahd_review_body_write(const ahd_decided_review *review,
                           const ahd_review_words *words, bool core,
                           ahd_buf *out);

/* False when it is damaged. */
bool ahd_review_body_read(ahd_str json, ahd_arena *arena,
                          ahd_decided_review *review, ahd_review_words *words);

/* {"act":"sign","source":null,…}: the fields that it has. */
void ahd_review_body_labels(ahd_writer *w, const char *key,
                            const ahd_labels *labels);

/* "trigger":[s,e],"sentence":[s,e],"words":…,"sentence_words":…,"read_as":… */
void ahd_review_body_anchor(ahd_writer *w, const ahd_anchor *at);

#endif
