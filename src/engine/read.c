/* read.c - pages in, documents out, in the order of the input.
 *
 * One thread reads pages into a ring of jobs and hands finished documents on;
 * the others understand. A job's arenas stay with its place in the ring, so
 * memory is bounded by the ring and not by the batch. */
#include "engine/read.h"

#include "engine/pipeline.h"
#include "source/source.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { JOBS_A_THREAD = 4, SMALLEST_BATCH = 1 };

typedef enum job_state { JOB_FREE, JOB_READY, JOB_TAKEN, JOB_DONE } job_state;

typedef struct job {
    job_state state;
    ahd_page_in in;
    char *path, *bytes; /* copies that `in` points to */
    size_t path_room, bytes_room;
    ahd_arena *arena, *scratch;
    ahd_doc *doc;
} job;

/* ------------------------------------------------------------- one page */

static ahd_doc *blank_doc(job *j)
{
    ahd_arena_clear(j->arena);
    ahd_arena_clear(j->scratch);
    return ahd_doc_new(j->arena);
}

/* The arena is full: keep the page's name and hash, and say why. */
static void refuse_large(job *j, ahd_doc *doc)
{
    ahd_str id = doc->id, sha256 = doc->sha256;

    memset(doc, 0, sizeof *doc);
    doc->arena = j->arena;
    doc->published = doc->updated = AHD_NO_DAY;
    doc->outlet_actor = AHD_NONE;
    doc->id = id;
    doc->sha256 = sha256;
    doc->kind = AHD_KIND_ERROR;
    doc->path = j->in.path;
    doc->page = j->in.bytes;
    doc->refused = AHD_STR("understanding it takes more memory than a document "
                           "may have");
}

static void understand(const ahd_engine *engine, job *j)
{
    jmp_buf trap;

    j->doc = blank_doc(j);
    ahd_arena_trap(j->arena, &trap);
    ahd_arena_trap(j->scratch, &trap);
    if (setjmp(trap) == 0)
        ahd_pipeline_run(&engine->kb, &j->in, j->doc, j->scratch);
    else
        refuse_large(j, j->doc);
    ahd_arena_trap(j->arena, NULL);
    ahd_arena_trap(j->scratch, NULL);
}

static bool init_job(job *j, size_t doc_bytes)
{
    *j = (job){.arena = ahd_arena_new(doc_bytes),
               .scratch = ahd_arena_new(doc_bytes)};
    return j->arena && j->scratch;
}

static void finish_job(job *j)
{
    ahd_arena_free(j->arena);
    ahd_arena_free(j->scratch);
    free(j->path);
    free(j->bytes);
}

ahd_status ahd_engine_understand(ahd_engine *engine, const ahd_page_in *in,
                                 ahd_use_fn *use, void *context,
                                 ahd_error *error)
{
    ahd_status status;
    job j;

    if (!init_job(&j, engine->doc_bytes)) {
        finish_job(&j);
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    j.in = *in;
    j.in.furniture = engine->furniture;
    j.in.furniture_count = engine->furniture_count;
    understand(engine, &j);
    status = use(context, j.doc, error);
    finish_job(&j);
    return status;
}

/* ------------------------------------------------------------- the ring */

typedef struct ring {
    ahd_engine *engine;
    const ahd_hooks *hooks;
    ahd_error *error;
    job *jobs;
    uint32_t size;
    uint64_t put, taken, given; /* jobs so far; place is number % size */
    bool closed;
    pthread_mutex_t lock;
    pthread_cond_t ready, done;
} ring;

static void *work(void *context)
{
    ring *r = context;

    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->taken == r->put && !r->closed)
            pthread_cond_wait(&r->ready, &r->lock);
        if (r->taken == r->put)
            break;
        job *j = &r->jobs[r->taken++ % r->size];
        pthread_mutex_unlock(&r->lock);
        understand(r->engine, j);
        pthread_mutex_lock(&r->lock);
        j->state = JOB_DONE;
        pthread_cond_signal(&r->done);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static void count(ahd_engine *engine, const ahd_doc *doc)
{
    bool article = doc->kind == AHD_KIND_ARTICLE;

    engine->counts.pages++;
    engine->counts.articles += article;
    engine->counts.refused += !article;
    engine->counts.sentences += doc->sentences.count;
    engine->counts.tokens += doc->tokens.count;
    engine->counts.acts += doc->acts.count;
}

/* Hand on the oldest job, which another thread may still be busy with. */
static ahd_status give(ring *r)
{
    job *j = &r->jobs[r->given % r->size];

    if (r->engine->threads > 1) {
        pthread_mutex_lock(&r->lock);
        while (j->state != JOB_DONE)
            pthread_cond_wait(&r->done, &r->lock);
        pthread_mutex_unlock(&r->lock);
    }
    r->given++;
    j->state = JOB_FREE;
    count(r->engine, j->doc);
    return r->hooks->page(r->hooks->context, j->doc, r->error);
}

static bool keep(char **room, size_t *size, const char *bytes, size_t len)
{
    if (len + 1 > *size) {
        char *wider = realloc(*room, len + 1);
        if (wider == NULL)
            return false;
        *room = wider;
        *size = len + 1;
    }
    memcpy(*room, bytes, len);
    (*room)[len] = '\0';
    return true;
}

static bool fill(ring *r, job *j, const ahd_page *page)
{
    size_t path = strlen(page->path);

    if (!keep(&j->path, &j->path_room, page->path, path) ||
        !keep(&j->bytes, &j->bytes_room, page->bytes.ptr, page->bytes.len))
        return false;
    j->in = (ahd_page_in){.bytes = {j->bytes, page->bytes.len},
                          .format = page->format,
                          .path = {j->path, path},
                          .line = page->line,
                          .furniture = r->engine->furniture,
                          .furniture_count = r->engine->furniture_count};
    return true;
}

static ahd_status put(ring *r, const ahd_page *page)
{
    if (r->put - r->given == r->size)
        AHD_TRY(give(r));
    job *j = &r->jobs[r->put % r->size];
    if (!fill(r, j, page))
        return ahd_fail(r->error, AHD_ENOMEM, "out of memory");
    if (r->engine->threads == 1) {
        r->put++;
        understand(r->engine, j);
        return give(r);
    }
    pthread_mutex_lock(&r->lock);
    j->state = JOB_READY;
    r->put++;
    pthread_cond_signal(&r->ready);
    pthread_mutex_unlock(&r->lock);
    return AHD_OK;
}

static void skip(ring *r, const ahd_error *why)
{
    r->engine->counts.skipped++;
    if (r->hooks->skipped)
        r->hooks->skipped(r->hooks->context, why);
}

static ahd_status read_source(ring *r, const char *path)
{
    ahd_source *source = NULL;
    ahd_status status = AHD_OK;
    ahd_error why = {0};
    ahd_page page;
    bool end = false;

    if (ahd_source_open(path, &source, &why) != AHD_OK) {
        skip(r, &why);
        ahd_source_close(source);
        return AHD_OK;
    }
    while (status == AHD_OK) {
        if (ahd_source_next(source, &page, &end, &why) != AHD_OK)
            skip(r, &why);
        else if (end)
            break;
        else
            status = put(r, &page);
    }
    ahd_source_close(source);
    return status;
}

static ahd_status read_all(ring *r, const char *const *paths,
                           size_t paths_count)
{
    for (size_t i = 0; i < paths_count; i++)
        AHD_TRY(read_source(r, paths[i]));
    while (r->given < r->put)
        AHD_TRY(give(r));
    return AHD_OK;
}

/* ----------------------------------------------------------- threads */

static bool init_ring(ring *r)
{
    uint32_t threads = (uint32_t)r->engine->threads;

    r->size = threads > 1 ? threads * JOBS_A_THREAD : SMALLEST_BATCH;
    r->jobs = calloc(r->size, sizeof *r->jobs);
    if (r->jobs == NULL)
        return false;
    for (uint32_t i = 0; i < r->size; i++)
        if (!init_job(&r->jobs[i], r->engine->doc_bytes))
            return false;
    return true;
}

static void finish_ring(ring *r)
{
    for (uint32_t i = 0; r->jobs && i < r->size; i++)
        finish_job(&r->jobs[i]);
    free(r->jobs);
}

static ahd_status with_workers(ring *r, const char *const *paths, size_t count)
{
    pthread_t workers[64];
    int started = 0;

    while (started < r->engine->threads && r->engine->threads > 1 &&
           pthread_create(&workers[started], NULL, work, r) == 0)
        started++;
    if (started == 0)
        r->engine->threads = 1;
    ahd_status status = read_all(r, paths, count);
    pthread_mutex_lock(&r->lock);
    r->closed = true;
    pthread_cond_broadcast(&r->ready);
    pthread_mutex_unlock(&r->lock);
    for (int i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    return status;
}

ahd_status ahd_read(ahd_engine *engine, const char *const *paths, size_t count,
                    const ahd_hooks *hooks, ahd_error *error)
{
    ring r = {.engine = engine, .hooks = hooks, .error = error};
    ahd_status status;

    engine->counts = (ahd_counts){0};
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.ready, NULL);
    pthread_cond_init(&r.done, NULL);
    if (init_ring(&r))
        status = with_workers(&r, paths, count);
    else
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    finish_ring(&r);
    pthread_cond_destroy(&r.done);
    pthread_cond_destroy(&r.ready);
    pthread_mutex_destroy(&r.lock);
    return status;
}
