#include "engine/verify.h"

#include "engine/audit.h"
#include "engine/backing.h"
#include "engine/check.h"
#include "engine/read.h"

/* The arena holds the text of one reading, and what its stretches decode to. */
enum { ARENA = 1 << 30, JSON_BYTES = 1 << 30 };

typedef struct verifying {
    ahd_engine *engine; /* reads pages, or counts those that are kept */
    ahd_store *store;   /* of pages that are kept */
    const ahd_verify_hooks *hooks;
    ahd_arena *arena; /* of one page */
    ahd_buf json;
    ahd_buf rows; /* that are kept of the page; none when it is read */
    ahd_buf scratch;
    ahd_audit audit;
} verifying;

static ahd_status tell(const verifying *v, const ahd_page_in *in,
                       const ahd_check *check, ahd_error *error)
{
    const ahd_verified page = {.path = in->path,
                               .line = in->line,
                               .sha256 = check->sha256,
                               .article = check->article,
                               .outdated = check->outdated,
                               .characters = check->characters,
                               .failures = check->failures,
                               .faults = check->faults,
                               .fault_count = check->fault_count};

    if (v->store != NULL) {
        v->engine->counts.pages++;
        v->engine->counts.articles += check->article;
        v->engine->counts.refused += !check->article;
    }
    return v->hooks->page(v->hooks->context, &page, error);
}

/* `sha256` is the name the page is kept under; "" when it is not kept. */
static ahd_status check_page(verifying *v, const ahd_page_in *in,
                             ahd_str sha256, ahd_error *error)
{
    ahd_check check = {.failures = 0};
    jmp_buf trap;

    ahd_arena_clear(v->arena);
    ahd_arena_trap(v->arena, &trap);
    if (setjmp(trap)) {
        ahd_arena_trap(v->arena, NULL);
        return ahd_fail_at(error, AHD_ENOMEM, in->path.ptr, in->line,
                           "verifying it takes more memory than is allowed");
    }
    if (sha256.len > 0)
        ahd_check_name(&check, in, sha256, v->arena);
    ahd_check_reading(&check, in, ahd_buf_str(&v->json), v->arena);
    ahd_backing_check(&check, ahd_buf_str(&v->json), v->store ? &v->rows : NULL,
                      &v->scratch, v->arena);
    ahd_arena_trap(v->arena, NULL);
    return tell(v, in, &check, error);
}

static ahd_status begin(verifying *v, ahd_error *error)
{
    v->json = v->rows = v->scratch = AHD_BUF(JSON_BYTES);
    v->arena = ahd_arena_new(ARENA);
    return v->arena ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

static ahd_status finish(verifying *v, ahd_status status)
{
    ahd_arena_free(v->arena);
    ahd_buf_finish(&v->json);
    ahd_buf_finish(&v->rows);
    ahd_buf_finish(&v->scratch);
    return status;
}

/* ----------------------------------------------------- pages that are read */

static ahd_status take_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    verifying *v = context;

    ahd_buf_clear(&v->json);
    ahd_doc_json(v->engine, doc, &v->json);
    if (v->json.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return check_page(v, v->engine->origin.in, AHD_STR(""), error);
}

static void skip(void *context, const ahd_error *why)
{
    const verifying *v = context;

    if (v->hooks->skipped)
        v->hooks->skipped(v->hooks->context, why);
}

ahd_status ahd_verify(ahd_engine *engine, const char *const *paths,
                      size_t count, const ahd_verify_hooks *hooks,
                      ahd_error *error)
{
    verifying v = {.engine = engine, .hooks = hooks};
    const ahd_hooks read = {&v, take_page, skip};

    AHD_TRY(begin(&v, error));
    return finish(&v, ahd_read(engine, paths, count, &read, error));
}

/* ----------------------------------------------------- pages that are kept */

/* What cannot be unpacked has failed, and the others are verified. */
static ahd_status tell_lost(const verifying *v, const ahd_sighting *seen,
                            const char *what, ahd_error *error)
{
    const ahd_page_in in = {.path = seen->path, .line = seen->line};
    ahd_check check = {.sha256 = seen->sha256};

    ahd_check_fail(&check, (ahd_fault){what, -1, -1, {"", 0}, {"", 0}});
    return tell(v, &in, &check, error);
}

static ahd_status check_kept(verifying *v, const ahd_sighting *seen,
                             int64_t page, ahd_error *error)
{
    const ahd_page_in in = {.bytes = seen->bytes,
                            .format = seen->format,
                            .path = seen->path,
                            .line = seen->line};
    bool found;

    v->engine->counts.bytes += seen->bytes.len;
    AHD_TRY(ahd_store_reading(v->store, page, &v->json, &found, error));
    AHD_TRY(ahd_audit_reading(&v->audit, page, ahd_buf_str(&v->json), error));
    AHD_TRY(ahd_store_evidence(v->store, page, &v->rows, error));
    if (!found)
        return tell_lost(v, seen, "no reading is kept; ahd rebuild makes one",
                         error);
    return check_page(v, &in, seen->sha256, error);
}

/* Its reading is looked at when the page is whole again. */
static ahd_status tell_damaged(verifying *v, const ahd_sighting *seen,
                               int64_t page, ahd_error *error)
{
    AHD_TRY(ahd_audit_reading(&v->audit, page, AHD_STR(""), error));
    return tell_lost(
        v, seen, "the page is damaged; restore a copy of the record", error);
}

static ahd_status check_all_kept(verifying *v, ahd_error *error)
{
    ahd_sighting seen = {.line = 0};
    ahd_error why = {0};
    int64_t page = 0;

    for (;;) {
        ahd_status status = ahd_store_next(v->store, page, &page, &seen, &why);
        if (status == AHD_OK && page == 0)
            return AHD_OK;
        if (status == AHD_OK)
            AHD_TRY(check_kept(v, &seen, page, error));
        else if (page != 0)
            AHD_TRY(tell_damaged(v, &seen, page, error));
        else {
            if (error)
                *error = why;
            return status;
        }
    }
}

/* All of it as it is at one moment, whoever writes meanwhile. */
static ahd_status check_store(verifying *v, const ahd_outside *outside,
                              ahd_error *error)
{
    AHD_TRY(ahd_store_freeze(v->store, error));
    ahd_status status =
        ahd_audit_begin(&v->audit, v->store, outside, v->hooks, error);
    if (status == AHD_OK)
        status = check_all_kept(v, error);
    if (status == AHD_OK)
        status = ahd_audit_end(&v->audit, error);
    ahd_audit_finish(&v->audit);
    ahd_store_undo(v->store);
    return status;
}

ahd_status ahd_verify_store(ahd_store *store, ahd_engine *engine,
                            const ahd_outside *outside,
                            const ahd_verify_hooks *hooks, ahd_error *error)
{
    verifying v = {.store = store, .engine = engine, .hooks = hooks};

    engine->counts = (ahd_counts){0};
    engine->reasons = (ahd_tally){0};
    AHD_TRY(begin(&v, error));
    return finish(&v, check_store(&v, outside, error));
}
