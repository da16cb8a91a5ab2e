/* decided.h - what stands of a page's acts when people have reviewed them.
 *
 *     machine: 1 accuse, source qa     reviews: 7 "the source is tr" (of act 1)
 *       -> 1 accuse, source tr, corrected, by review 7
 *
 * Reviews of one act form an item, by the number of the first of them. The
 * newest that is not undone decides each field; what none decides is the
 * machine's. An item that no act of the present reading fits is an orphan: what
 * people said of it stands, as an act of theirs, and the rest is as it was read
 * then. Everything is a function of acts and reviews: in any order of calls,
 * after any rebuild, the same comes out. */
#ifndef AHD_REVIEWS_DECIDED_H
#define AHD_REVIEWS_DECIDED_H

#include "base/vec.h"
#include "reviews/alias.h"
#include "reviews/anchor.h"

typedef enum ahd_decision {
    AHD_DECISION_CONFIRM,
    AHD_DECISION_CORRECT,
    AHD_DECISION_REJECT,
    AHD_DECISION_MERGE,
    AHD_DECISION_SPLIT,
    AHD_DECISION_LINK,
    AHD_DECISION_NOTE,
    AHD_DECISION_UNDO,
    AHD_DECISIONS
} ahd_decision;

extern const char *const ahd_decision_names[AHD_DECISIONS];

/* AHD_DECISIONS when none has that name. */
ahd_decision ahd_decision_find(ahd_str name);

/* An act as a reading has it. */
typedef struct ahd_decided_act {
    uint32_t n; /* its id in the JSON, from 1 */
    ahd_anchor at;
    ahd_labels machine; /* all fields */
} ahd_decided_act;

/* What one act is to another, here or in another document: {"alleged_breach",
 * its anchor}. `sha256` is the page of the other. */
typedef struct ahd_decided_link {
    ahd_str role, sha256;
    ahd_anchor at;
} ahd_decided_link;

/* Two of a kind that are one (merge) or not (split): {"actor", "a", "b"}; of
 * acts `at` and `sha256` say the other. `found`, of two documents: what they
 * were found to be when it was said, "one" or "two"; empty when not known. */
typedef struct ahd_decided_pair {
    ahd_str what, one, other, sha256, found;
    ahd_anchor at;
} ahd_decided_pair;

/* A review of something in this page. */
typedef struct ahd_decided_review {
    int64_t number, item, undoes;
    ahd_decision decision;
    ahd_str by;
    ahd_anchor at;
    ahd_labels then; /* what the machine said when it was made */
    ahd_labels set;  /* what it says */
    ahd_decided_pair pair;
    AHD_VEC(ahd_decided_link) links;
} ahd_decided_review;

typedef struct ahd_decided_in {
    ahd_str sha256; /* of the page */
    const ahd_decided_act *acts;
    uint32_t act_count;
    const ahd_decided_review *reviews; /* in order of number */
    uint32_t review_count;
    ahd_aliases aliases; /* ids that are told as others, in order of id */
} ahd_decided_in;

#define AHD_DECIDED_NONE UINT32_MAX

/* Acts of persons are numbered from here on: this + the item. */
enum { AHD_DECIDED_ADDED = 1000000 };

/* An item: an act that was reviewed, or one of the machine that was not. */
typedef struct ahd_decided_item {
    int64_t item;      /* 0: nobody reviewed it */
    int64_t n;         /* the number it has in lists */
    uint32_t act;      /* index of the machine's act, or AHD_DECIDED_NONE */
    bool gone;         /* rejected, or merged into another */
    bool orphan;       /* reviewed, and no act of the reading fits */
    bool about_all;    /* of the document, not of an act */
    int64_t into;      /* n of the act that it was merged into, or 0 */
    const char *state; /* "" "confirmed" "corrected" "rejected" "merged" … */
    ahd_anchor at;
    ahd_labels machine;     /* of the reading; of an orphan has is 0 */
    ahd_labels then;        /* the same; of an orphan, of when it was one */
    ahd_labels labelled;    /* what standing reviews say */
    ahd_labels current;     /* all fields */
    int64_t by[AHD_LABELS]; /* the review that decides the field, or 0 */
    uint32_t disagrees;     /* fields that a new reading reads otherwise */
    uint32_t contested;     /* fields that two people decided differently */
    bool contested_whole;   /* whether it is an act at all */
    int64_t decided;        /* the review that says whether it is one, or 0 */
    AHD_VEC(ahd_decided_link) links;
} ahd_decided_item;

typedef struct ahd_decided {
    AHD_VEC(ahd_decided_item) items; /* the acts in order, then the others */
    uint32_t *item_of;               /* by review: its item */
    bool *undone;                    /* by review */
    uint32_t *by_place;              /* acts by the start of their trigger */
} ahd_decided;

/* Slices point into what came in; the rest is in the arena. */
ahd_decided ahd_decided_make(const ahd_decided_in *in, ahd_arena *arena);

/* Does the review still decide anything? A note always stands. */
bool ahd_decided_stands(const ahd_decided_in *in, const ahd_decided *standing,
                        uint32_t review);

/* The act that the anchor is at, by index; or AHD_DECIDED_NONE. */
uint32_t ahd_decided_find(const ahd_decided_in *in, const ahd_decided *standing,
                          const ahd_anchor *at);

#endif
