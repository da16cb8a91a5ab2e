/* words.h - the tables that wording.c looks into, each of one subject.
 *
 *     words_agreement.c: an agreement over time, the pane, citations
 *     words_overview.c: today, the map, the actor's page, tellings compared
 *     words_pairing.c: acts and documents beside others
 *     words_review.c: the review queue
 *     words_said.c: what errors say
 *     words_search.c: searches, stories, feeds, the codebook
 *
 * To add a table: a file like that one, and a place in wording.c. */
#ifndef AHD_WEB_WORDS_H
#define AHD_WEB_WORDS_H

#include "web/wording.h"

#include <stddef.h>

typedef struct ahd_words {
    const ahd_wording_row *rows; /* in byte order of the keys */
    size_t count;
} ahd_words;

extern const ahd_words ahd_words_agreement;
extern const ahd_words ahd_words_overview;
extern const ahd_words ahd_words_pairing;
extern const ahd_words ahd_words_review;
extern const ahd_words ahd_words_said;
extern const ahd_words ahd_words_search;

#endif
