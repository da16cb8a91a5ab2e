/* record_queue.c - the review queue of a record, as ahd.h has it. */
#include "engine/record.h"
#include "engine/requeue.h"
#include "engine/settle.h"

enum { ARENA = 1 << 30 };

/* ----------------------------------------------------------------- asking */

static ahd_status take_state(const char *name, ahd_queue_state *out,
                             ahd_error *error)
{
    static const char *const names[AHD_QUEUE_STATES] = {"open", "reviewed",
                                                        "disagreeing"};

    *out = AHD_QUEUE_OPEN;
    if (name == NULL || *name == '\0')
        return AHD_OK;
    for (int i = 0; i < AHD_QUEUE_STATES; i++) {
        *out = (ahd_queue_state)i;
        if (ahd_str_eq(ahd_str_from(names[i]), ahd_str_from(name)))
            return AHD_OK;
    }
    return ahd_fail(error, AHD_EUSAGE,
                    "'%.40s' is no state of the queue; there are: open "
                    "reviewed disagreeing",
                    name);
}

static ahd_status take(const ahd_queue *queue, ahd_queue_of *out,
                       ahd_error *error)
{
    *out = (ahd_queue_of){.by = ahd_str_from(queue->by),
                          .not_by = ahd_str_from(queue->not_by),
                          .agreement = ahd_str_from(queue->agreement),
                          .act = ahd_str_from(queue->act),
                          .below = queue->below,
                          .back = queue->back};
    return take_state(queue->state, &out->state, error);
}

ahd_status ahd_record_queue(ahd_record *record, const ahd_queue *queue,
                            ahd_buf *document, int64_t *n, ahd_error *error)
{
    ahd_queue_item from = {.n = *n}, item;
    ahd_queue_of q;

    AHD_TRY(take(queue, &q, error));
    if (document->len > 0)
        AHD_TRY(ahd_store_page(record->store, ahd_buf_str(document), &from.page,
                               error));
    AHD_TRY(ahd_store_queue(record->store, &q, &from, &item, error));
    *n = item.n;
    return ahd_store_document_id(record->store, item.page, document, error);
}

ahd_status ahd_record_queue_count(ahd_record *record, const ahd_queue *queue,
                                  int64_t most, int64_t *out, ahd_error *error)
{
    ahd_queue_of q;

    AHD_TRY(take(queue, &q, error));
    return ahd_store_queue_count(record->store, &q, most, out, error);
}

ahd_status ahd_record_reviewers(ahd_record *record, ahd_reviewer_fn *each,
                                void *context, ahd_error *error)
{
    return ahd_store_reviewers(record->store, each, context, error);
}

void ahd_record_patience(ahd_record *record, uint32_t milliseconds)
{
    record->hurried = true;
    ahd_store_patience(record->store, milliseconds);
}

ahd_status ahd_record_settle(ahd_record *record, ahd_error *error)
{
    return ahd_settle_soon(record->store, ahd_kb_embedded(), error);
}

/* ------------------------------------------------------- older than it */

static ahd_status requeue_all(ahd_store *store, ahd_arena *arena,
                              ahd_error *error)
{
    jmp_buf trap;
    int64_t page;

    if (setjmp(trap))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_trap(arena, &trap);
    for (;;) {
        AHD_TRY(ahd_store_unqueued(store, &page, error));
        if (page == 0)
            return AHD_OK;
        ahd_arena_clear(arena);
        AHD_TRY(ahd_requeue_page(store, page, arena, error));
    }
}

static ahd_status catch_up(ahd_store *store, ahd_error *error)
{
    ahd_arena *arena = ahd_arena_new(ARENA);

    if (arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = ahd_store_begin(store, error);
    if (status == AHD_OK)
        status = requeue_all(store, arena, error);
    if (status == AHD_OK)
        status = ahd_store_commit(store, error);
    if (status != AHD_OK)
        ahd_store_undo(store);
    ahd_arena_free(arena);
    return status;
}

ahd_status ahd_record_catch_up(ahd_record *record, ahd_error *error)
{
    int64_t page;

    AHD_TRY(ahd_store_unqueued(record->store, &page, error));
    return page == 0 ? AHD_OK : catch_up(record->store, error);
}
