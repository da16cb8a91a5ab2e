/* review.c - a review is kept, and what follows from it, in one transaction. */
#include "engine/review.h"

#include "engine/record.h"
#include "engine/review_alias.h"
#include "engine/settle.h"

#include <time.h>

enum {
    ARENA = 1 << 30,
    BODY_BYTES = 8 << 20,
    NOW = sizeof "2020-10-26T08:30:00Z"
};

typedef struct keeping {
    ahd_record *record;
    ahd_arena *arena;
    ahd_reviewing now; /* the review at hand */
    ahd_buf body, other;
    int64_t number;
    bool known;
    ahd_reviewed_fn *each; /* NULL: nobody is told */
    void *context;
} keeping;

static ahd_str moment(char out[NOW])
{
    time_t seconds = time(NULL);
    struct tm utc;

    gmtime_r(&seconds, &utc);
    return (ahd_str){out, strftime(out, NOW, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

/* -------------------------------------------------------- said before? */

/* Would the new one change nothing? Notes may be repeated by nobody either. */
static bool is_known(keeping *k)
{
    const ahd_reviewing *r = &k->now;

    ahd_buf_clear(&k->body);
    ahd_review_body_write(&r->review, &r->words, true, &k->body);
    for (uint32_t i = 0; i < r->page.reviews.count; i++) {
        const ahd_decided_review *old = &r->page.reviews.items[i];
        if (old->decision != r->review.decision ||
            old->at.trigger.start != r->review.at.trigger.start ||
            !ahd_str_eq(old->by, r->review.by) ||
            !ahd_decided_stands(&r->page.in, &r->page.decided, i))
            continue;
        ahd_buf_clear(&k->other);
        ahd_review_body_write(old, &r->page.words.items[i], true, &k->other);
        if (ahd_str_eq(ahd_buf_str(&k->body), ahd_buf_str(&k->other))) {
            k->number = old->number;
            return true;
        }
    }
    return false;
}

/* --------------------------------------------------------------- keeping */

/* Into the log: the review, and the page's rows as it has made them. */
static ahd_status log_review(const keeping *k, ahd_error *error)
{
    ahd_store *store = k->record->store;

    AHD_TRY(ahd_store_log_review(store, k->number, error));
    return ahd_store_log_reading(store, k->now.page.page, error);
}

/* What it says of several documents is settled, and what it takes back. */
static ahd_status reopen(const keeping *k, ahd_error *error)
{
    const ahd_current *page = &k->now.page;
    const ahd_decided_review *r = &k->now.review;

    for (uint32_t i = page->reviews.count; i-- > 0 && r->undoes != 0;)
        if (page->reviews.items[i].number == r->undoes)
            r = &page->reviews.items[i];
    if (r->pair.what.len == 0 && r->links.count == 0)
        return AHD_OK;
    return ahd_store_reopen(k->record->store,
                            ahd_str_eq(r->pair.what, AHD_STR("story")), error);
}

static ahd_status put(keeping *k, ahd_error *error)
{
    ahd_reviewing *r = &k->now;
    ahd_store *store = k->record->store;
    const ahd_decided shown = r->page.decided;
    char now[NOW];

    AHD_TRY(ahd_store_next_review(store, &k->number, error));
    r->review.number = k->number;
    if (r->review.item == 0)
        r->review.item = k->number;
    r->words.at = moment(now);
    ahd_buf_clear(&k->body);
    ahd_review_body_write(&r->review, &r->words, false, &k->body);
    if (k->body.failed)
        return ahd_fail(error, AHD_ELIMIT, "the review is too large to keep");
    const ahd_review_kept kept = {k->number, r->review.item, r->review.by,
                                  ahd_buf_str(&k->body)};
    AHD_TRY(ahd_store_put_review(store, r->page.page, &kept, error));
    *ahd_vec_push(k->arena, &r->page.reviews) = r->review;
    *ahd_vec_push(k->arena, &r->page.words) = r->words;
    ahd_current_decide(&r->page);
    AHD_TRY(ahd_review_alias_settle(store, &r->page, error));
    r->page.shown = &shown;
    ahd_status status = ahd_current_refresh(store, &r->page, error);
    r->page.shown = NULL;
    AHD_TRY(status);
    AHD_TRY(reopen(k, error));
    return log_review(k, error);
}

static ahd_status load(keeping *k, const ahd_review *in, ahd_error *error)
{
    ahd_store *store = k->record->store;
    int64_t page;

    k->now = (ahd_reviewing){
        .checker = {.kb = ahd_kb_embedded(), .store = store, .arena = k->arena},
        .in = in,
        .page = {.arena = k->arena}};
    AHD_TRY(ahd_store_page(store, ahd_str_from(in->document), &page, error));
    if (page == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no document '%s'; 'ahd list documents' "
                        "shows all",
                        in->document ? in->document : "");
    return ahd_current_load(store, page, AHD_STR(""), &k->now.page, error);
}

static ahd_status keep(keeping *k, const ahd_review *in, ahd_error *error)
{
    AHD_TRY(load(k, in, error));
    AHD_TRY(ahd_review_make(&k->now, error));
    k->known = is_known(k);
    return k->known ? AHD_OK : put(k, error);
}

/* The arena jumps back here at its limit. */
static ahd_status keep_trapped(keeping *k, const ahd_review *in,
                               ahd_error *error)
{
    jmp_buf trap;
    ahd_status status;

    ahd_arena_clear(k->arena);
    ahd_arena_trap(k->arena, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = keep(k, in, error);
    ahd_arena_trap(k->arena, NULL);
    return status;
}

static ahd_status keep_whole(keeping *k, const ahd_review *in, ahd_error *error)
{
    ahd_store *store = k->record->store;

    k->known = false;
    AHD_TRY(ahd_store_begin(store, error));
    ahd_status status = keep_trapped(k, in, error);
    if (status == AHD_OK)
        status = ahd_store_commit(store, error);
    if (status != AHD_OK)
        ahd_store_undo(store);
    return status;
}

/* What is wrong with one is told, and no reason to leave out the others. */
static ahd_status keep_all(keeping *k, const ahd_review *reviews, size_t count,
                           ahd_error *error)
{
    bool more = true;

    for (size_t i = 0; more && i < count; i++) {
        ahd_error why = {0};
        ahd_status status = keep_whole(k, &reviews[i], &why);
        if (status != AHD_OK && status != AHD_EUSAGE) {
            if (error)
                *error = why;
            return status;
        }
        const ahd_reviewed one = {i, status == AHD_OK ? k->number : 0, k->known,
                                  status == AHD_OK ? NULL : &why};
        more = k->each == NULL || k->each(k->context, &one);
    }
    if (k->record->hurried)
        return AHD_OK;
    return ahd_settle_soon(k->record->store, ahd_kb_embedded(), error);
}

/* NOLINTNEXTLINE(readability-function-size): what ahd.h gives it. */
ahd_status ahd_record_review(ahd_record *record, const ahd_review *reviews,
                             size_t count, ahd_reviewed_fn *each, void *context,
                             ahd_error *error)
{
    keeping k = {.record = record,
                 .arena = ahd_arena_new(ARENA),
                 .body = AHD_BUF(BODY_BYTES),
                 .other = AHD_BUF(BODY_BYTES),
                 .each = each,
                 .context = context};

    if (k.arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = keep_all(&k, reviews, count, error);
    ahd_arena_free(k.arena);
    ahd_buf_finish(&k.body);
    ahd_buf_finish(&k.other);
    return status;
}
