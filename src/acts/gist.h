/* gist.h - what a page is about, as far as it tells acts from other news:
 * clubs sign and reject as well as states do. */
#ifndef AHD_ACTS_GIST_H
#define AHD_ACTS_GIST_H

#include "doc/doc.h"
#include "kb/kb.h"

enum { AHD_GIST_TITLE = 40 };

/* Of 64 each. */
typedef struct ahd_gist {
    uint32_t words; /* of the title, at most AHD_GIST_TITLE; 0: it has none */
    uint64_t title[AHD_GIST_TITLE]; /* as ahd_symptom_word: all acts ask */
    uint8_t sport;                  /* tokens that are words of sport */
    uint8_t actors;                 /* mentions that are known actors */
    uint8_t states; /* mentions that are, or act for, a state or its bodies */
    uint8_t deals;  /* sentences that name an agreement */
} ahd_gist;

ahd_gist ahd_gist_of(const ahd_kb *kb, const ahd_doc *doc);

#endif
