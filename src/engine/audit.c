#include "engine/audit.h"

#include "engine/head_file.h"
#include "engine/settle.h"
#include "store/standing.h"

#include <inttypes.h>
#include <stdio.h>

enum { LONGEST = 1 << 30, NUMBER = 24 };

#define RESTORE "; restore a copy of the record"

static void tell(ahd_audit *a, const ahd_log_fault *fault)
{
    a->faults++;
    if (a->status == AHD_OK && a->hooks->fault)
        a->status = a->hooks->fault(a->hooks->context, fault, a->error);
}

static void tell_place(ahd_audit *a, const char *where, int64_t number,
                       const char *what)
{
    const ahd_log_fault fault = {
        .where = ahd_str_from(where), .number = number, .what = what};

    tell(a, &fault);
}

/* ---------------------------------------------------------- line by line */

static ahd_status take_line(void *context, const ahd_log_line *line,
                            ahd_error *error)
{
    ahd_audit *a = context;
    ahd_hash hash;

    if (line->seq != a->last + 1)
        tell_place(a, "log", line->seq,
                   "lines are missing before this one" RESTORE);
    a->last = line->seq;
    if (!ahd_ledger_add(a->ledger, line->kind, line->body, &hash))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    if (!ahd_str_eq(ahd_hash_str(&hash), line->leaf)) {
        const ahd_log_fault fault = {
            .where = AHD_STR("log"),
            .number = line->seq,
            .what = "the line has another hash: it was changed" RESTORE,
            .found = line->body};
        tell(a, &fault);
    }
    const ahd_frontier *f = ahd_ledger_frontier(a->ledger);
    if (a->has_head && f->size == a->head.size)
        a->then = ahd_frontier_root(f);
    return a->status;
}

/* The frontier that is kept, against the one of the lines. */
static void check_frontier(ahd_audit *a)
{
    const ahd_frontier *lines = ahd_ledger_frontier(a->ledger);
    ahd_frontier kept;

    if (ahd_store_frontier(a->store, &kept, NULL) != AHD_OK) {
        tell_place(a, "log", 0, "its frontier is damaged" RESTORE);
        return;
    }
    ahd_hash one = ahd_frontier_root(&kept), other = ahd_frontier_root(lines);
    if (kept.size != lines->size)
        tell_place(a, "log", 0,
                   kept.size > lines->size
                       ? "it is shorter than its frontier says: lines were "
                         "taken away" RESTORE
                       : "it is longer than its frontier says: lines were "
                         "added by other hands" RESTORE);
    else if (!ahd_hash_eq(&one, &other))
        tell_place(a, "log", 0,
                   "its frontier is not that of its lines" RESTORE);
}

/* -------------------------------------------------------------- the head */

bool ahd_audit_head_holds(const ahd_log_head *head, const char *signer,
                          const char **why)
{
    ahd_hash key;

    *why = NULL;
    if (!ahd_log_head_signature_fits(head))
        *why = "its signature does not fit: it was changed; use a head that "
               "was kept as it was";
    else if (signer && !head->is_signed)
        *why = "it is not signed; use a head that was made with --key";
    else if (signer && (!ahd_hash_read(ahd_str_from(signer), &key) ||
                        !ahd_hash_eq(&key, &head->key)))
        *why = "it is signed with another key than that of --signer";
    return *why == NULL;
}

static void tell_root(ahd_audit *a, const ahd_hash *now)
{
    char told[AHD_HASH_HEX], found[AHD_HASH_HEX];

    ahd_hash_hex(a->head.root, told);
    ahd_hash_hex(*now, found);
    const ahd_log_fault fault = {
        .where = AHD_STR("head"),
        .what = "the log does not begin with the lines of the head: something "
                "before it was changed" RESTORE,
        .told = {told, sizeof told},
        .found = {found, sizeof found}};
    tell(a, &fault);
}

static void tell_shorter(ahd_audit *a, uint64_t lines)
{
    char told[NUMBER], found[NUMBER];
    int told_len = snprintf(told, sizeof told, "%" PRIu64, a->head.size);
    int found_len = snprintf(found, sizeof found, "%" PRIu64, lines);
    const ahd_log_fault fault = {
        .where = AHD_STR("head"),
        .what = "the log is shorter than the head says: lines were taken "
                "away" RESTORE,
        .told = {told, (size_t)told_len},
        .found = {found, (size_t)found_len}};

    tell(a, &fault);
}

static void check_head(ahd_audit *a, const char *signer)
{
    const ahd_frontier *lines = ahd_ledger_frontier(a->ledger);
    const char *why;

    if (!ahd_audit_head_holds(&a->head, signer, &why))
        tell_place(a, "head", 0, why);
    if (a->head.size == 0)
        a->then = ahd_hash_of(AHD_STR(""));
    if (a->head.size > lines->size)
        tell_shorter(a, lines->size);
    else if (!ahd_hash_eq(&a->then, &a->head.root))
        tell_root(a, &a->then);
}

/* ----------------------------------------------------------------- rows */

static void tell_twice(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    const ahd_log_fault fault = {.where = kind,
                                 .number = row,
                                 .what =
                                     "the log tells of this row twice" RESTORE};

    (void)seq;
    tell(context, &fault);
}

/* What was understood can be understood anew; what was published cannot. */
static const char *why(ahd_str kind, ahd_told told)
{
    if (told == AHD_TOLD_NOT)
        return "the log does not tell of it: it was added by other "
               "hands" RESTORE;
    return ahd_str_eq(kind, AHD_STR("reading"))
               ? "it, or a row made of it, is not what the log tells: it was "
                 "changed; ahd rebuild makes it anew"
               : "it is not what the log tells: it was changed" RESTORE;
}

/* What the log tells of the row, and what the row is. */
static ahd_status check_row(void *context, ahd_str kind, int64_t number,
                            ahd_str body, ahd_error *error)
{
    ahd_audit *a = context;
    uint64_t seq;
    ahd_told told = ahd_ledger_claim(a->ledger, kind, number, body, &seq);

    if (told == AHD_TOLD_SO)
        return AHD_OK;
    ahd_buf_clear(&a->line);
    if (told == AHD_TOLD_OTHERWISE)
        AHD_TRY(ahd_store_line(a->store, (int64_t)seq, &a->line, error));
    const ahd_log_fault fault = {.where = kind,
                                 .number = number,
                                 .what = why(kind, told),
                                 .told = ahd_buf_str(&a->line),
                                 .found = body};
    tell(a, &fault);
    return a->status;
}

ahd_status ahd_audit_reading(ahd_audit *a, int64_t page, ahd_str json,
                             ahd_error *error)
{
    uint64_t seq;

    AHD_TRY(ahd_store_tell_reading(a->store, page, json, &a->body, error));
    ahd_str body = ahd_buf_str(&a->body);
    if (json.len > 0)
        return check_row(a, AHD_STR("reading"), page, body, error);
    (void)ahd_ledger_claim(a->ledger, AHD_STR("reading"), page, body, &seq);
    return AHD_OK;
}

static void tell_gone(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    ahd_audit *a = context;

    ahd_buf_clear(&a->line);
    if (ahd_store_line(a->store, (int64_t)seq, &a->line, NULL) != AHD_OK)
        ahd_buf_clear(&a->line);
    const ahd_log_fault fault = {
        .where = kind,
        .number = row,
        .what = "the log tells of it, and it is gone" RESTORE,
        .told = ahd_buf_str(&a->line)};
    tell(a, &fault);
}

static void tell_orphan(void *context, ahd_str table, int64_t row)
{
    const ahd_log_fault fault = {
        .where = table,
        .number = row,
        .what = "it does not fit the rows it belongs to" RESTORE};

    tell(context, &fault);
}

/* ------------------------------------------------------------- in all */

static ahd_status read_head(ahd_audit *a, const ahd_outside *outside,
                            ahd_error *error)
{
    a->has_head = outside && outside->head;
    return a->has_head ? ahd_head_file_read(outside->head, &a->head, error)
                       : AHD_OK;
}

ahd_status ahd_audit_begin(ahd_audit *a, ahd_store *store,
                           const ahd_outside *outside,
                           const ahd_verify_hooks *hooks, ahd_error *error)
{
    *a = (ahd_audit){.store = store,
                     .hooks = hooks,
                     .ledger = ahd_ledger_new(),
                     .body = AHD_BUF(LONGEST),
                     .line = AHD_BUF(LONGEST),
                     .error = error};
    if (a->ledger == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    AHD_TRY(read_head(a, outside, error));
    AHD_TRY(ahd_store_lines(store, take_line, a, error));
    check_frontier(a);
    if (a->has_head)
        check_head(a, outside->signer);
    ahd_ledger_settle(a->ledger, tell_twice, a);
    AHD_TRY(a->status);
    return ahd_store_rows(store, check_row, a, error);
}

ahd_status ahd_audit_end(ahd_audit *a, ahd_error *error)
{
    a->error = error;
    ahd_ledger_rest(a->ledger, tell_gone, a);
    AHD_TRY(ahd_store_orphans(a->store, tell_orphan, a, error));
    return a->status;
}

/* ------------------------------------------------------ what was settled */

static ahd_status tell_differing(void *context, ahd_str table, ahd_str kept,
                                 ahd_str found, ahd_error *error)
{
    ahd_audit *a = context;
    const ahd_log_fault fault = {
        .where = table,
        .what = kept.len == 0
                    ? "a row that follows from the record is gone; ahd rebuild "
                      "settles it anew"
                : found.len == 0
                    ? "a row does not follow from the record; ahd rebuild "
                      "settles it anew"
                    : "a row is not what follows from the record; ahd rebuild "
                      "settles it anew",
        .told = kept,
        .found = found};

    a->error = error;
    tell(a, &fault);
    return a->status;
}

ahd_status ahd_audit_settled(ahd_audit *a, const ahd_kb *kb, ahd_error *error)
{
    ahd_status status = ahd_store_anew_begin(a->store, error);

    if (status == AHD_OK)
        status = ahd_settle_anew(a->store, kb, error);
    if (status == AHD_OK)
        status = ahd_store_anew_compare(a->store, tell_differing, a, error);
    ahd_store_anew_end(a->store);
    return status;
}

void ahd_audit_finish(ahd_audit *a)
{
    ahd_ledger_free(a->ledger);
    ahd_buf_finish(&a->body);
    ahd_buf_finish(&a->line);
}
