/* query.h - what a person asks for, as terms of an index.
 *
 *     اتفاق "وقف إطلاق النار" -قطر (حوث* OR exact:"أنصار الله")
 *       -> all of: [اتفاق]  [وقف إطلاق النار]  not [قطر]  [حوث* | أنصار الله]
 *
 * Words stand for all that has their stem; what is written together with signs
 * between («5+5», al-Sisi) is a phrase. Quotation marks of any kind make a
 * phrase of stems, `exact:` or = before a word or a phrase compares the words
 * as they are spelt (folded), - before it excludes, OR or | joins it with the
 * one before, * after two letters or more stands for any ending. Other signs
 * are nothing. */
#ifndef AHD_SEARCH_QUERY_H
#define AHD_SEARCH_QUERY_H

#include "base/error.h"
#include "search/terms.h"

enum { AHD_QUERY_WORDS = 64, AHD_QUERY_BYTES = 4096 };

/* A word of a text is this one when it has one of the terms; with `prefix`,
 * one that begins so. */
typedef struct ahd_query_word {
    AHD_VEC(ahd_str) terms;
    bool prefix;
} ahd_query_word;

typedef struct ahd_query_phrase {
    AHD_VEC(ahd_query_word) words; /* one after the other; never empty */
} ahd_query_phrase;

typedef struct ahd_query_choice {
    AHD_VEC(ahd_query_phrase) any;
    bool excluded; /* then it is one phrase */
} ahd_query_choice;

typedef struct ahd_query {
    AHD_VEC(ahd_query_choice) all; /* empty when nothing was asked */
    uint32_t wanted, words;        /* choices that are not excluded; words */
} ahd_query;

/* AHD_EUSAGE names the place in code points, from 1. Any bytes may come. The
 * query lives in `arena`. */
AHD_MUST_USE ahd_status ahd_query_parse(ahd_terms *terms, ahd_str text,
                                        ahd_arena *arena, ahd_query *out,
                                        ahd_error *error);

/* Is a word of these terms (ahd_terms_of) this one? */
bool ahd_query_word_is(const ahd_query_word *word, ahd_str terms);

#endif
