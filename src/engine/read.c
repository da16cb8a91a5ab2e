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
    r->engine->counts.skipped++;
    if (r->hooks->skipped)
        r->hooks->skipped(r->hooks->context, why);
}

static ahd_status read_pages(const reading *r, ahd_source *source,
                             ahd_ring *ring)
{
    ahd_status status = AHD_OK;
    ahd_error why = {0};
    ahd_page page;
    bool end = false;

    while (status == AHD_OK) {
        if (ahd_source_next(source, &page, &end, &why) != AHD_OK)
            skip(r, &why);
        else if (end)
            break;
        else
            status = ahd_ring_put(ring, &page, 0);
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
