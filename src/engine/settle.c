#include "engine/settle.h"

#include "disputes/dispute_card.h"
#include "engine/settle_agreements.h"
#include "engine/settle_stories.h"
#include "store/standing.h"

/* Bytes that all acts of a record may take, and the card of one dispute. */
#define MOST_ARENA ((size_t)8 << 30)
enum { MOST_PAGE = 1 << 30, MOST_CARD = 64 << 20 };

typedef struct settling {
    ahd_store *store;
    ahd_standing now;
    ahd_fulfilments fulfilments;
    ahd_sayings said;
    ahd_arena *scratch; /* of one page */
    ahd_buf card, id;
} settling;

/* ------------------------------------------------------------------ pure */

static void number_occurrences(ahd_standing *s)
{
    s->occurrence_of = ahd_new(s->arena, uint32_t, s->reports.count + 1);
    for (uint32_t i = 0; i < s->occurrences.count; i++)
        for (uint32_t k = 0; k < s->occurrences.items[i].tellings.count; k++)
            s->occurrence_of[s->occurrences.items[i].tellings.items[k]] = i;
}

static void find_all(settling *w)
{
    ahd_standing *s = &w->now;

    ahd_report_sort(&s->reports);
    ahd_settle_said_merge(&w->said, s);
    number_occurrences(s);
    ahd_dispute_find(s);
    ahd_fulfilment_find(s, &w->fulfilments);
}

/* --------------------------------------------------------------- keeping */

static ahd_status made(const settling *w, ahd_error *error)
{
    return w->card.failed || w->id.failed
               ? ahd_fail(error, AHD_ELIMIT,
                          "a dispute has more claims than can be kept")
               : AHD_OK;
}

static ahd_status keep_occurrences(settling *w, ahd_error *error)
{
    for (uint32_t i = 0; i < w->now.occurrences.count; i++) {
        ahd_buf_clear(&w->id);
        ahd_dispute_card_occurrence(&w->now, i, &w->id);
        AHD_TRY(made(w, error));
        AHD_TRY(ahd_store_put_occurrence(w->store, &w->now, i,
                                         ahd_buf_str(&w->id), error));
    }
    return AHD_OK;
}

static ahd_status keep_disputes(settling *w, ahd_error *error)
{
    for (uint32_t i = 0; i < w->now.disputes.count; i++) {
        const ahd_dispute *d = &w->now.disputes.items[i];
        ahd_buf_clear(&w->id);
        ahd_buf_clear(&w->card);
        ahd_dispute_card_id(d, &w->id);
        ahd_dispute_card_write(&w->now, d, &w->card);
        AHD_TRY(made(w, error));
        AHD_TRY(ahd_store_put_dispute(w->store, d, ahd_buf_str(&w->id),
                                      ahd_buf_str(&w->card), error));
    }
    return AHD_OK;
}

static ahd_status keep_fulfilments(settling *w, ahd_error *error)
{
    for (uint32_t i = 0; i < w->fulfilments.count; i++) {
        ahd_buf_clear(&w->card);
        ahd_dispute_card_commitment(&w->now, &w->fulfilments.items[i],
                                    &w->card);
        AHD_TRY(made(w, error));
        AHD_TRY(ahd_store_put_fulfilment(w->store, w->now.kb,
                                         &w->fulfilments.items[i],
                                         ahd_buf_str(&w->card), error));
    }
    return AHD_OK;
}

static ahd_status settle_all(settling *w, ahd_error *error)
{
    AHD_TRY(
        ahd_settle_said(w->store, w->now.arena, w->scratch, &w->said, error));
    AHD_TRY(ahd_settle_agreements(w->store, w->now.kb, w->now.arena, error));
    AHD_TRY(ahd_settle_stories(w->store, &w->said, error));
    AHD_TRY(ahd_store_reports(w->store, w->now.kb, w->now.arena,
                              &w->now.reports, error));
    find_all(w);
    AHD_TRY(ahd_store_unsettle(w->store, error));
    AHD_TRY(keep_occurrences(w, error));
    AHD_TRY(keep_disputes(w, error));
    AHD_TRY(keep_fulfilments(w, error));
    AHD_TRY(ahd_settle_said_keep(w->store, &w->said, AHD_SAYING_ACT, error));
    AHD_TRY(ahd_settle_said_keep(w->store, &w->said, AHD_SAYING_LINK, error));
    AHD_TRY(ahd_store_count(w->store, error));
    return ahd_store_mark_settled(w->store, error);
}

/* ------------------------------------------------------------------ once */

/* The arenas jump back here at their limit. */
static ahd_status settle_trapped(settling *w, ahd_error *error)
{
    jmp_buf trap;
    ahd_status status;

    ahd_arena_trap(w->now.arena, &trap);
    ahd_arena_trap(w->scratch, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM,
                          "all acts of the record together take more memory "
                          "than there is");
    else
        status = settle_all(w, error);
    ahd_arena_trap(w->now.arena, NULL);
    return status;
}

static ahd_status settle_in_transaction(settling *w, ahd_error *error)
{
    AHD_TRY(ahd_store_begin(w->store, error));
    ahd_status status = settle_trapped(w, error);
    if (status == AHD_OK)
        return ahd_store_commit(w->store, error);
    ahd_store_undo(w->store);
    return status;
}

typedef ahd_status settle_fn(settling *w, ahd_error *error);

static ahd_status settle_by(settle_fn *way, ahd_store *store, const ahd_kb *kb,
                            ahd_error *error)
{
    settling w = {.store = store,
                  .now = {.kb = kb},
                  .card = AHD_BUF(MOST_CARD),
                  .id = AHD_BUF(1 << 16)};

    w.now.arena = ahd_arena_new(MOST_ARENA);
    w.scratch = ahd_arena_new(MOST_PAGE);
    ahd_status status = w.now.arena && w.scratch
                            ? way(&w, error)
                            : ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_free(w.now.arena);
    ahd_arena_free(w.scratch);
    ahd_buf_finish(&w.card);
    ahd_buf_finish(&w.id);
    return status;
}

ahd_status ahd_settle(ahd_store *store, const ahd_kb *kb, ahd_error *error)
{
    bool settled;

    AHD_TRY(ahd_store_is_settled(store, &settled, error));
    return settled ? AHD_OK
                   : settle_by(settle_in_transaction, store, kb, error);
}

ahd_status ahd_settle_anew(ahd_store *store, const ahd_kb *kb, ahd_error *error)
{
    return settle_by(settle_trapped, store, kb, error);
}

ahd_status ahd_settle_soon(ahd_store *store, const ahd_kb *kb, ahd_error *error)
{
    enum { MOST_ACTS = 50000 }; /* about a second */
    bool more;

    AHD_TRY(ahd_store_has_acts(store, MOST_ACTS, &more, error));
    return more ? AHD_OK : ahd_settle(store, kb, error);
}
