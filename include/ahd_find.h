/* ahd_find.h - searching the words of a record: a part of ahd.h, which includes
 * it.
 *
 *     ahd_find what = {.query = AHD_STR("هدنة -قطر"), .act = "accuse"};
 *     ahd_find_hooks hooks = {.row = found};
 *     ahd_record_find(record, &what, &hooks, &error);   each document → found
 */
#ifndef AHD_FIND_H
#define AHD_FIND_H

#include "base/api.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ahd_record ahd_record;
typedef struct ahd_act_row ahd_act_row; /* of the lists in ahd.h */
typedef bool ahd_act_fn(void *context, const ahd_act_row *row);

/* Which documents: those with the words of `query` that pass every filter.
 *
 *     اتفاق "وقف إطلاق النار" -قطر          all words, a phrase, not a word
 *     حوثي OR exact:"أنصار الله" سعود*       one of two; as spelt; beginnings
 *
 * A word finds its inflections. An empty query lists by day what passes the
 * filters, of which NULL means "any". The filters about acts hold of one act
 * together: whom it is about as `role`, which needs `actor`. */
typedef struct ahd_find {
    ahd_str query;
    const char *agreement, *actor; /* ids */
    const char *act, *role;        /* a type; "source", "target", "speaker" */
    const char *outlet, *lang;     /* of the document; "ar", "en" */
    const char *from, *to;         /* its day, inclusive */
    const char *review;            /* of the act: "any", "none", or "confirmed",
                                      "corrected", "added", "reviewed" */
    const char *sure;              /* of the act: "likely" or "sure", from a
                                      confidence of .6 or .8 on, or reviewed */
    int64_t offset, limit;         /* limit 0: 20 */
    int64_t most; /* rank, count and look through about so many; 0: all */
    /* Of acts only. */
    const char *names;    /* "ar" for names in Arabic; else English */
    const char *document; /* its id */
    const char *after;    /* the key of the act before the first */
    bool once;            /* of its tellings the one that stands for an act */
    bool by_arrival;      /* the last to come first, else the latest day */
} ahd_find;

typedef struct ahd_find_match {
    int64_t start, end; /* code points of the text */
    ahd_span at;        /* bytes of the snippet; len 0: elsewhere */
} ahd_find_match;

/* A document that was found, with the sentence that has most of the query's
 * words. The text begins with the title, so its matches are those before
 * ahd_utf8_count(title). Strings are valid during the call. */
typedef struct ahd_find_row {
    ahd_str id, title, outlet, url, published, lang, snippet;
    int64_t n;                          /* its rank, from 1 */
    int64_t snippet_start, snippet_end; /* code points of the text */
    const ahd_find_match *matches;      /* in order; the first 500 */
    size_t match_count;
    double score; /* bm25, higher is better; 0 without a query */
} ahd_find_row;

typedef enum ahd_facet {
    AHD_FACET_MONTH, /* "2015-07", the first first; all others most first */
    AHD_FACET_ACT,
    AHD_FACET_OUTLET,
    AHD_FACET_ACTOR, /* this and what follows is counted with `most` only */
    AHD_FACET_AGREEMENT,
    AHD_FACET_LANG,
    AHD_FACET_REVIEW, /* "none": nobody decided */
    AHD_FACET_SURE,   /* "likely" has the sure ones too */
    AHD_FACETS
} ahd_facet;

typedef struct ahd_find_count {
    ahd_str what, name_ar, name_en; /* names: of actors and agreements */
    int64_t count;
} ahd_find_count;

/* How many documents (or acts) were found in all, and how many by each. */
typedef struct ahd_find_facets {
    int64_t found;
    int64_t unindexed; /* articles that only a rebuild lets be found */
    bool cut;          /* there are more: only about `most` were looked at */
    struct {
        const ahd_find_count *items;
        size_t count;
    } by[AHD_FACETS];
} ahd_find_facets;

typedef struct ahd_find_hooks {
    void *context;
    /* Called once, before the rows; may be NULL. */
    void (*facets)(void *context, const ahd_find_facets *facets);
    /* The best first, of as good ones the latest; false ends. A row must not
     * start another search. */
    bool (*row)(void *context, const ahd_find_row *row);
    /* Instead of rows: the acts that pass, in documents with the words; `from`
     * and `to` are of their days, and they are counted. */
    ahd_act_fn *act;
} ahd_find_hooks;

/* AHD_EUSAGE names the place in the query, or the filter, that is wrong. */
AHD_API AHD_MUST_USE ahd_status ahd_record_find(ahd_record *record,
                                                const ahd_find *what,
                                                const ahd_find_hooks *hooks,
                                                ahd_error *error);

/* What the id of an actor or agreement is called, added to names[0] in Arabic
 * and names[1] in English; nothing when it has no name. */
AHD_API AHD_MUST_USE ahd_status ahd_record_names(ahd_record *record,
                                                 ahd_facet facet,
                                                 const char *id,
                                                 ahd_buf names[2],
                                                 ahd_error *error);

#endif
