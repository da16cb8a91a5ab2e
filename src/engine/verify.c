#include "engine/verify.h"

#include "engine/audit.h"
#include "engine/backing.h"
#include "engine/check.h"
#include "engine/read.h"
#include "engine/record.h"
#include "store/standing.h"

#include <stdio.h>

/* The arena holds the text of one reading, and what its stretches decode to. */
enum { ARENA = 1 << 30, JSON_BYTES = 1 << 30 };

static ahd_status tell(ahd_verifying *v, const ahd_page_in *in,
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

    v->failures += check->failures;
    v->outdated |= check->outdated;
    if (v->counts) {
        v->engine->counts.pages++;
        v->engine->counts.articles += check->article;
        v->engine->counts.refused += !check->article;
    }
    return v->hooks->page(v->hooks->context, &page, error);
}

ahd_status ahd_verifying_page(ahd_verifying *v, const ahd_page_in *in,
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
    ahd_backing_check(&check, ahd_buf_str(&v->json), &v->rows, &v->scratch,
                      v->arena);
    ahd_arena_trap(v->arena, NULL);
    return tell(v, in, &check, error);
}

ahd_status ahd_verifying_begin(ahd_verifying *v, ahd_error *error)
{
    v->json = v->rows = v->scratch = AHD_BUF(JSON_BYTES);
    v->arena = ahd_arena_new(ARENA);
    return v->arena ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

ahd_status ahd_verifying_finish(ahd_verifying *v, ahd_status status)
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
    ahd_verifying *v = context;

    ahd_buf_clear(&v->json);
    ahd_doc_json(v->engine, doc, &v->json);
    if (v->json.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return ahd_verifying_page(v, v->engine->origin.in, AHD_STR(""), error);
}

static void skip(void *context, const ahd_error *why)
{
    const ahd_verifying *v = context;

    if (v->hooks->skipped)
        v->hooks->skipped(v->hooks->context, why);
}

ahd_status ahd_verify(ahd_engine *engine, const char *const *paths,
                      size_t count, const ahd_verify_hooks *hooks,
                      ahd_error *error)
{
    ahd_verifying v = {.engine = engine, .hooks = hooks};
    const ahd_hooks read = {&v, take_page, skip};

    AHD_TRY(ahd_verifying_begin(&v, error));
    return ahd_verifying_finish(&v,
                                ahd_read(engine, paths, count, &read, error));
}

/* ----------------------------------------------------- pages that are kept */

/* What cannot be unpacked has failed, and the others are verified. */
ahd_status ahd_verifying_lost(ahd_verifying *v, const ahd_page_in *in,
                              ahd_str sha256, const char *what,
                              ahd_error *error)
{
    ahd_check check = {.sha256 = sha256};

    ahd_check_fail(&check, (ahd_fault){what, -1, -1, {"", 0}, {"", 0}});
    return tell(v, in, &check, error);
}

/* A store that is looked at. */
typedef struct look {
    ahd_store *store;
    ahd_verifying v;
    ahd_audit audit;
} look;

static ahd_status check_kept(look *l, const ahd_sighting *seen, int64_t page,
                             ahd_error *error)
{
    const ahd_page_in in = {.bytes = seen->bytes,
                            .format = seen->format,
                            .path = seen->path,
                            .line = seen->line};
    ahd_verifying *v = &l->v;
    bool found;

    v->engine->counts.bytes += seen->bytes.len;
    AHD_TRY(ahd_store_reading(l->store, page, &v->json, &found, error));
    AHD_TRY(ahd_audit_reading(&l->audit, page, ahd_buf_str(&v->json), error));
    AHD_TRY(ahd_store_evidence(l->store, page, &v->rows, error));
    if (!found)
        return ahd_verifying_lost(v, &in, seen->sha256,
                                  "no reading is kept; ahd rebuild makes one",
                                  error);
    return ahd_verifying_page(v, &in, seen->sha256, error);
}

/* Its reading is looked at when the page is whole again. */
static ahd_status tell_damaged(look *l, const ahd_sighting *seen, int64_t page,
                               ahd_error *error)
{
    const ahd_page_in in = {.path = seen->path, .line = seen->line};

    AHD_TRY(ahd_audit_reading(&l->audit, page, AHD_STR(""), error));
    return ahd_verifying_lost(
        &l->v, &in, seen->sha256,
        "the page is damaged; restore a copy of the record", error);
}

static ahd_status check_all_kept(look *l, ahd_error *error)
{
    ahd_sighting seen = {.line = 0};
    ahd_error why = {0};
    int64_t page = 0;

    for (;;) {
        ahd_status status = ahd_store_next(l->store, page, &page, &seen, &why);
        if (status == AHD_OK && page == 0)
            return AHD_OK;
        if (status == AHD_OK)
            AHD_TRY(check_kept(l, &seen, page, error));
        else if (page != 0)
            AHD_TRY(tell_damaged(l, &seen, page, error));
        else {
            if (error)
                *error = why;
            return status;
        }
    }
}

/* Why what was settled is not compared; NULL when it is. Of what is damaged
 * something else follows, and it is told already. */
static ahd_status why_not_settled(const look *l, const char **why,
                                  ahd_error *error)
{
    bool settled;

    AHD_TRY(ahd_store_is_settled(l->store, &settled, error));
    *why = l->v.failures + l->audit.faults > 0 ? ""
           : l->v.outdated
               ? "occurrences, disputes and stories are not compared: another "
                 "version or data read some pages; ahd rebuild reads anew"
           : !settled ? "occurrences, disputes and stories are not compared: "
                        "something was added since they were found; ahd "
                        "rebuild finds them"
                      : NULL;
    return AHD_OK;
}

static ahd_status check_settled(look *l, ahd_error *error)
{
    const ahd_verify_hooks *hooks = l->v.hooks;
    ahd_error note = {.status = AHD_OK};
    const char *why;

    AHD_TRY(why_not_settled(l, &why, error));
    if (why == NULL)
        return ahd_audit_settled(&l->audit, ahd_kb_embedded(), error);
    snprintf(note.message, sizeof note.message, "%s", why);
    if (hooks->skipped && *why)
        hooks->skipped(hooks->context, &note);
    return AHD_OK;
}

/* All of it as it is at one moment, whoever writes meanwhile. */
static ahd_status check_store(look *l, const ahd_outside *outside,
                              ahd_error *error)
{
    AHD_TRY(ahd_store_freeze(l->store, error));
    ahd_status status =
        ahd_audit_begin(&l->audit, l->store, outside, l->v.hooks, error);
    if (status == AHD_OK)
        status = check_all_kept(l, error);
    if (status == AHD_OK)
        status = ahd_audit_end(&l->audit, error);
    if (status == AHD_OK)
        status = check_settled(l, error);
    ahd_audit_finish(&l->audit);
    ahd_store_undo(l->store);
    return status;
}

ahd_status ahd_record_verify(ahd_record *record, ahd_engine *engine,
                             const ahd_outside *outside,
                             const ahd_verify_hooks *hooks, ahd_error *error)
{
    look l = {.store = record->store,
              .v = {.engine = engine, .hooks = hooks, .counts = true}};

    engine->counts = (ahd_counts){0};
    engine->reasons = (ahd_tally){0};
    AHD_TRY(ahd_verifying_begin(&l.v, error));
    return ahd_verifying_finish(&l.v, check_store(&l, outside, error));
}
