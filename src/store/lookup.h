/* lookup.h - what a store keeps so that documents are found by their words,
 * and what it answers.
 *
 *     ahd_store_index(store, page, &words, &error);     with ahd_store_write
 *     ahd_store_find(store, &what, &query, &taker, &error);
 *
 * A document is indexed by the terms of search/terms.h, word by word, so that
 * phrases are found; which kind of index a database makes of them is its own
 * affair. What is indexed of a page is replaced, and leaves nothing behind,
 * whatever version of the terms put it there. */
#ifndef AHD_STORE_LOOKUP_H
#define AHD_STORE_LOOKUP_H

#include "ahd.h"
#include "search/query.h"
#include "store/entry.h"

typedef struct ahd_store ahd_store;

/* The words of one document, as ahd_terms_write lays them out. */
typedef struct ahd_lookup_words {
    ahd_str title, text;
    uint32_t title_count, text_count; /* words */
} ahd_lookup_words;

/* Replaces what is indexed of the page; no words: it is no longer found. */
AHD_MUST_USE ahd_status ahd_store_index(ahd_store *store, int64_t page,
                                        const ahd_entry *entry,
                                        const ahd_lookup_words *words,
                                        ahd_error *error);

/* A document that was found; `score` is higher for what fits better. */
typedef struct ahd_lookup_hit {
    int64_t page;
    ahd_str id, title, outlet, url, published, lang;
    double score;
} ahd_lookup_hit;

/* First the counts, then the hits from what->offset on; false ends them. */
typedef struct ahd_lookup_taker {
    void *context;
    void (*facets)(void *context, const ahd_find_facets *facets);
    bool (*hit)(void *context, const ahd_lookup_hit *hit);
    ahd_act_fn *act; /* instead of hits: their acts */
} ahd_lookup_taker;

/* Documents that pass the filters of `what` and have what the query wants; an
 * empty query wants nothing, and its hits are listed by day. The hits' strings
 * are valid during the call; no other search may be started in it. */
AHD_MUST_USE ahd_status ahd_store_find(ahd_store *store, const ahd_find *what,
                                       const ahd_query *query,
                                       const ahd_lookup_taker *taker,
                                       ahd_error *error);

/* The names that the record itself has of an actor or agreement that no
 * registry knows, in Arabic and in English; empty when it has none. */
typedef struct ahd_lookup_named {
    ahd_facet facet;
    ahd_str id, ar, en; /* ar, en: put in the arena */
    ahd_arena *arena;
} ahd_lookup_named;
AHD_MUST_USE ahd_status ahd_store_names(ahd_store *store, ahd_lookup_named *of,
                                        ahd_error *error);

#endif
