/* read.c - files, folders and standard input through the ring. */
#include "engine/ring.h"

typedef struct reading {
    ahd_engine *engine;
    const ahd_hooks *hooks;
    const char *const *paths;
    size_t count;
} reading;

static void skip(const reading *r, const ahd_error *why)
{
    ahd_tally_add(&r->engine->reasons, why->reason ? ahd_str_from(why->reason)
                                                   : AHD_STR("cannot be read"));
    r->engine->counts.skipped += why->status != AHD_OK;
    if (r->hooks->skipped)
        r->hooks->skipped(r->hooks->context, why);
}

static void tell_odd(const reading *r, const ahd_page *page)
{
    ahd_error what = {0};

    (void)ahd_fail_at(&what, AHD_OK, page->path, page->line, "%s", page->odd);
    what.reason = page->odd_reason;
    skip(r, &what);
}

static ahd_status take_page(const reading *r, ahd_ring *ring,
                            const ahd_page *page)
{
    if (page->passed != NULL) {
        r->engine->counts.passed++;
        ahd_tally_add(&r->engine->reasons, ahd_str_from(page->passed));
        return AHD_OK;
    }
    if (page->odd != NULL)
        tell_odd(r, page);
    return ahd_ring_put(ring, page, 0);
}

static ahd_status read_pages(const reading *r, ahd_source *source,
                             ahd_ring *ring)
{
    ahd_status status = AHD_OK;
    ahd_error why = {0};
    ahd_page page;
    uint64_t before = r->engine->counts.bytes;
    bool end = false;

    while (status == AHD_OK && !end) {
        if (ahd_source_next(source, &page, &end, &why) != AHD_OK)
            skip(r, &why);
        else if (!end)
            status = take_page(r, ring, &page);
        r->engine->counts.bytes = before + ahd_source_bytes(source);
    }
    return status;
}

/* What cannot be opened is skipped: the batch goes on. */
static ahd_status read_path(const reading *r, const char *path, ahd_ring *ring)
{
    ahd_source *source = NULL;
    ahd_status status = AHD_OK;
    ahd_error why = {0};

    if (ahd_source_open(path, &source, &why) == AHD_OK)
        status = read_pages(r, source, ring);
    else
        skip(r, &why);
    ahd_source_close(source);
    return status;
}

static ahd_status read_all(void *context, ahd_ring *ring, ahd_error *error)
{
    const reading *r = context;

    (void)error; /* the ring fills it */
    for (size_t i = 0; i < r->count; i++)
        AHD_TRY(read_path(r, r->paths[i], ring));
    return AHD_OK;
}

ahd_status ahd_read(ahd_engine *engine, const char *const *paths, size_t count,
                    const ahd_hooks *hooks, ahd_error *error)
{
    reading r = {engine, hooks, paths, count};

    return ahd_ring_run(engine, read_all, &r, hooks, error);
}
