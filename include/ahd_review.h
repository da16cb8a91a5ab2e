/* ahd_review.h - what people decide about acts: a part of ahd.h, which includes
 * it.
 *
 *     const char *set[] = {"target=tr"};
 *     ahd_review review = {.document = id, .act = 3, .by = "Huda",
 *                          .set = set, .set_count = 1};
 *     ahd_record_review(record, &review, 1, told, context, &error);
 *
 * A review is kept for ever, anchored on the bytes and words of the page; a
 * later one supersedes it. Of each field three values are kept apart: what the
 * machine reads now, what a review said (with what the machine read then), and
 * what is current: the label of a standing review, else the machine's. Lists
 * show what is current. */
#ifndef AHD_REVIEW_H
#define AHD_REVIEW_H

#include "base/api.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ahd_engine ahd_engine;
typedef struct ahd_record ahd_record;

typedef struct ahd_review {
    const char *document;   /* its id, or the hash of its page */
    int64_t act;            /* its n in lists; 0: the document */
    const char *by;         /* a name of one's own choosing */
    const char *why, *note; /* NULL: none */
    bool confirm, reject;   /* all its fields are right; it is no act */
    const char *const *set; /* "source=ly-gna": what a field is instead */
    size_t set_count;
    const char *const *link; /* "alleged_breach=3", "denied_claim=DOC:3",
                                "agreement=ID", "implements=ID,ID" */
    size_t link_count;
    const char *merge; /* "act=3", "act=DOC:3", "actor=ID,ID", "agreement=…",
                          "story=DOC,DOC": the two are one */
    const char *split; /* the same: they are not; "": with `set`, an act more */
    bool undo;         /* takes back its newest review, or number `undoes` */
    int64_t undoes;
} ahd_review;

/* How one of several went. With `known` somebody of that name has said just
 * that before, and it stands: nothing was written. */
typedef struct ahd_reviewed {
    size_t at; /* of those that were given */
    int64_t number;
    bool known;
    const ahd_error *error; /* NULL when it is kept */
} ahd_reviewed;
typedef bool ahd_reviewed_fn(void *context, const ahd_reviewed *one);

/* Each is kept before it is told; one that is wrong is told and passed over.
 * The last status is that of the record itself. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_review(ahd_record *record, const ahd_review *reviews, size_t count,
                  ahd_reviewed_fn *each, void *context, ahd_error *error);

/* What to list. NULL or false means "any". */
typedef struct ahd_review_filter {
    const char *by, *document;
    const char *state; /* standing, superseded or undone */
    bool disagreeing;  /* a new reading, or another person, says otherwise */
    bool orphaned;     /* no act of the present reading is at its anchor */
    const char *after; /* behind all of the page of this row's key */
} ahd_review_filter;

typedef struct ahd_review_row {
    int64_t number, n; /* n of its act in lists; 0: the document */
    ahd_str document, by, at, decision, why, note, state, words;
    ahd_str change;    /* "source: qa → tr" */
    ahd_str disagrees; /* "reading: source; reviewers: act"; or empty */
    ahd_str key;       /* the same for all of a page */
    bool orphaned;
    ahd_str json; /* all of it as one line */
} ahd_review_row;
typedef bool ahd_review_fn(void *context, const ahd_review_row *row);

/* By page in order of coming, and by number. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_reviews(ahd_record *record, const ahd_review_filter *filter,
                   ahd_review_fn *each, void *context, ahd_error *error);

/* The acts of document `id` as they stand, as one JSON object: of each its
 * state, and machine, labelled and current values. */
AHD_API AHD_MUST_USE ahd_status ahd_record_current_json(ahd_record *record,
                                                        const char *id,
                                                        ahd_buf *out,
                                                        ahd_error *error);

/* Wait at most so long for others who write; and leave what follows of reviews
 * in all documents to ahd_record_settle, which may take a second. */
AHD_API void ahd_record_patience(ahd_record *record, uint32_t milliseconds);
AHD_API AHD_MUST_USE ahd_status ahd_record_settle(ahd_record *record,
                                                  ahd_error *error);

/* Acts to be decided, one after another. NULL and 0 mean "any". */
typedef struct ahd_queue {
    const char *state;       /* NULL: nobody decided, the least sure first; or
                                "reviewed", "disagreeing": the last review first */
    const char *by, *not_by; /* whose reviews; who made none of it */
    const char *agreement, *act;
    double below; /* confidence */
    bool back;    /* the one before */
} ahd_queue;

/* The act behind act n of `document`, which need not be in the queue, into
 * both; of an empty one the first. An empty one: there is no other. */
AHD_API AHD_MUST_USE ahd_status ahd_record_queue(ahd_record *record,
                                                 const ahd_queue *queue,
                                                 ahd_buf *document, int64_t *n,
                                                 ahd_error *error);
/* How many there are; they are counted up to `most`. */
AHD_API AHD_MUST_USE ahd_status ahd_record_queue_count(ahd_record *record,
                                                       const ahd_queue *queue,
                                                       int64_t most,
                                                       int64_t *out,
                                                       ahd_error *error);

/* Who reviewed acts, and how many of them, most first. */
typedef bool ahd_reviewer_fn(void *context, ahd_str name, int64_t acts);
AHD_API AHD_MUST_USE ahd_status ahd_record_reviewers(ahd_record *record,
                                                     ahd_reviewer_fn *each,
                                                     void *context,
                                                     ahd_error *error);

/* Who or what may be meant by the beginning of a name, of a word in it, or of
 * an id; those whose name or id it is come first, and are `exact`. */
typedef struct ahd_suggest {
    ahd_str text;
    bool agreements; /* else actors */
    int64_t most;    /* 0: 10 */
} ahd_suggest;
typedef struct ahd_suggested {
    ahd_str id, name_ar, name_en;
    bool exact;
} ahd_suggested;
typedef bool ahd_suggested_fn(void *context, const ahd_suggested *row);
AHD_API AHD_MUST_USE ahd_status ahd_record_suggest(ahd_record *record,
                                                   const ahd_suggest *what,
                                                   ahd_suggested_fn *each,
                                                   void *context,
                                                   ahd_error *error);

/* Why the acts of document `id` were read, and near ones were not, as
 * ahd_doc_explain has it: {"acts":[{"n","rule","frame","needs","for":[["what
 * depends on it",0.7]]}],"doubts":[{"act","trigger","sentence","confidence",
 * "against"}]}. The page is read again for it. */
AHD_API AHD_MUST_USE ahd_status ahd_record_explain_json(ahd_record *record,
                                                        ahd_engine *engine,
                                                        const char *id,
                                                        ahd_buf *out,
                                                        ahd_error *error);

#endif
