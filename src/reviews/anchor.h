/* anchor.h - where in the bytes of its page an act stands, and by which words.
 *
 *     review: bytes 812+7 of the page, «وقعت»   then a `sign`
 *     the new reading's acts: 3 at 812+7 «وقعت»  -> 1010, it is that one
 *                             4 at 930+8 «وقعتا» ->    0, another
 *
 * Pages never change, so bytes and words say what is meant whatever the reading
 * calls it. Where a new reading takes other words of the same sentence for the
 * same act, the sentence and the type tell. */
#ifndef AHD_REVIEWS_ANCHOR_H
#define AHD_REVIEWS_ANCHOR_H

#include "reviews/label.h"

typedef struct ahd_anchor {
    ahd_span trigger, sentence; /* bytes of the page; len 0: of the document */
    ahd_str words, sentence_words;
    ahd_str act; /* the type it was read as; may be empty */
} ahd_anchor;

/* 0 when they are not the same act; else more for what is more alike. */
int ahd_anchor_likeness(const ahd_anchor *a, const ahd_anchor *b);

/* Do the triggers share a byte? */
bool ahd_anchor_meets(ahd_span a, ahd_span b);

#endif
