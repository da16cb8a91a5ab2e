/* queue.h - the review queue: acts to be decided, one after another.
 *
 *     ahd_store_queue(store, &queue, &from, &item, &error);
 *         → the act behind `from`, its document and number
 *
 * Acts that nobody decided come by confidence, the least sure first; those that
 * somebody did by their newest review, the last first. Each step is one look
 * into an index, wherever the queue is entered. Part of store.h. */
#ifndef AHD_STORE_QUEUE_H
#define AHD_STORE_QUEUE_H

#include "store/store.h"

typedef enum ahd_queue_state {
    AHD_QUEUE_OPEN, /* nobody decided */
    AHD_QUEUE_REVIEWED,
    AHD_QUEUE_DISAGREEING, /* people, or a person and a new reading */
    AHD_QUEUE_STATES
} ahd_queue_state;

/* As ahd_queue of ahd.h. */
typedef struct ahd_queue_of {
    ahd_queue_state state;
    ahd_str by, not_by, agreement, act;
    double below; /* confidence; 0: any */
    bool back;
} ahd_queue_of;

typedef struct ahd_queue_item {
    int64_t page, n; /* page 0: there is none */
    double confidence;
    int64_t review; /* the newest; 0 of one that nobody decided */
} ahd_queue_item;

/* The first item, or the one behind item n of `page`, which may be anything
 * that the record has. */
AHD_MUST_USE ahd_status ahd_store_queue(ahd_store *store,
                                        const ahd_queue_of *queue,
                                        const ahd_queue_item *from,
                                        ahd_queue_item *out, ahd_error *error);

/* How many there are; at most `most`. */
AHD_MUST_USE ahd_status ahd_store_queue_count(ahd_store *store,
                                              const ahd_queue_of *queue,
                                              int64_t most, int64_t *out,
                                              ahd_error *error);

/* The id of the document of a page, into `out`; empty when there is none. */
AHD_MUST_USE ahd_status ahd_store_document_id(ahd_store *store, int64_t page,
                                              ahd_buf *out, ahd_error *error);

/* Who decided anything, and of how many acts. */
AHD_MUST_USE ahd_status ahd_store_reviewers(ahd_store *store,
                                            ahd_reviewer_fn *each,
                                            void *context, ahd_error *error);

/* ------------------------------------------------- acts that are reviewed */

typedef struct ahd_reviewed_act {
    int64_t n, review;
    ahd_str reviewer, act, agreements; /* agreements: " | " between ids */
    bool newest, contested;
} ahd_reviewed_act;

/* Takes away those of a page; and puts one, the newest of a reviewer first. */
AHD_MUST_USE ahd_status ahd_store_drop_reviewed(ahd_store *store, int64_t page,
                                                ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_put_reviewed(ahd_store *store, int64_t page,
                                               const ahd_reviewed_act *act,
                                               ahd_error *error);

/* A page whose reviews were made before there was a queue; 0 for none. It is
 * none any more once its reviews are dropped and put. */
AHD_MUST_USE ahd_status ahd_store_unqueued(ahd_store *store, int64_t *page,
                                           ahd_error *error);

#endif
