/* ring.c - a bounded ring of jobs between one feeder and the workers.
 *
 * A job's arenas stay with its place in the ring and are used again, so a
 * batch of any length takes the memory of its largest documents. */
#include "engine/ring.h"

#include "engine/pipeline.h"
#include "page/page.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { JOBS_A_THREAD = 4, SHORT_ID = 16, LARGEST = 1 << 30 };

typedef enum job_state { JOB_FREE, JOB_READY, JOB_TAKEN, JOB_DONE } job_state;

typedef struct job {
    job_state state;
    ahd_page_in in;
    ahd_str seen_at, headers;
    int64_t tag;
    bool large;           /* over its memory */
    bool known;           /* it need not be read */
    ahd_buf names, bytes; /* copies that `in` and the others point to */
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
    doc->outlet_actor = doc->dateline_mention = AHD_NONE;
    doc->id =
        id.len > 0 ? id : (ahd_str){sha256.ptr, sha256.len ? SHORT_ID : 0};
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
    j->large = setjmp(trap) != 0;
    if (j->large)
        refuse_large(j, j->doc);
    else
        ahd_pipeline_run(&engine->kb, &j->in, engine->article_only, j->doc,
                         j->scratch);
    ahd_arena_trap(j->arena, NULL);
    ahd_arena_trap(j->scratch, NULL);
}

static bool init_job(job *j, size_t doc_bytes)
{
    *j = (job){.arena = ahd_arena_new(doc_bytes),
               .scratch = ahd_arena_new(doc_bytes),
               .names = AHD_BUF(LARGEST),
               .bytes = AHD_BUF(LARGEST)};
    return j->arena && j->scratch;
}

static void finish_job(job *j)
{
    ahd_arena_free(j->arena);
    ahd_arena_free(j->scratch);
    ahd_buf_finish(&j->names);
    ahd_buf_finish(&j->bytes);
}

/* ------------------------------------------------------------- the ahd_ring */

struct ahd_ring {
    ahd_engine *engine;
    const ahd_hooks *hooks;
    ahd_error *error; /* of the running call */
    job *jobs;
    uint32_t size;
    int threads; /* at 1 nothing is started: the caller does the work */
    uint64_t put, taken, given; /* jobs so far; place is number % size */
    bool closed;
    pthread_mutex_t lock;
    pthread_cond_t ready, done;
};

static void *work(void *context)
{
    ahd_ring *r = context;

    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->taken == r->put && !r->closed)
            pthread_cond_wait(&r->ready, &r->lock);
        if (r->taken == r->put)
            break;
        job *j = &r->jobs[r->taken++ % r->size];
        pthread_mutex_unlock(&r->lock);
        if (!j->known)
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
    if (engine->origin.known)
        return;
    engine->counts.articles += article;
    engine->counts.refused += !article;
    if (!article)
        ahd_tally_add(&engine->reasons, doc->refused);
    engine->counts.sentences += doc->sentences.count;
    engine->counts.tokens += doc->tokens.count;
    engine->counts.acts += doc->acts.count;
}

/* A line of JSONL that is no record is a fault of its file, not a page. */
static bool is_broken(const job *j)
{
    return j->in.format == AHD_FORMAT_JSONL && j->doc->kind == AHD_KIND_ERROR &&
           !j->large && !j->known;
}

static ahd_status skip(const ahd_ring *r, const job *j)
{
    ahd_error why = {0};

    r->engine->counts.skipped++;
    ahd_tally_add(&r->engine->reasons, AHD_STR("not a record"));
    ahd_fail_at(&why, AHD_EFORMAT, j->names.ptr, j->in.line, "%.*s",
                AHD_STR_ARG(j->doc->refused));
    if (r->hooks->skipped)
        r->hooks->skipped(r->hooks->context, &why);
    return AHD_OK;
}

static ahd_origin origin_of(const job *j)
{
    return (ahd_origin){&j->in, j->seen_at, j->headers, j->tag, j->known};
}

/* Hand on the oldest job, which another thread may still be busy with. */
static ahd_status give(ahd_ring *r)
{
    job *j = &r->jobs[r->given % r->size];

    if (r->threads > 1) {
        pthread_mutex_lock(&r->lock);
        while (j->state != JOB_DONE)
            pthread_cond_wait(&r->done, &r->lock);
        pthread_mutex_unlock(&r->lock);
    }
    r->given++;
    j->state = JOB_FREE;
    if (is_broken(j))
        return skip(r, j);
    r->engine->origin = origin_of(j);
    count(r->engine, j->doc);
    return r->hooks->page(r->hooks->context, j->doc, r->error);
}

/* The strings of a page stand one after another in `names`, the path first
 * and followed by a NUL. */
static ahd_str keep(job *j, ahd_str s)
{
    size_t at = j->names.len;

    ahd_buf_add(&j->names, s);
    return (ahd_str){j->names.failed ? "" : j->names.ptr + at, s.len};
}

static bool fill(ahd_ring *r, job *j, const ahd_page *page)
{
    ahd_str path = ahd_str_from(page->path);
    size_t len = path.len + 1 + page->url.len + page->charset.len +
                 page->seen_at.len + page->headers.len;

    ahd_buf_clear(&j->names);
    ahd_buf_clear(&j->bytes);
    if (r->threads > 1) /* else it is read at once, where it is */
        ahd_buf_add(&j->bytes, page->bytes);
    if (!ahd_buf_reserve(&j->names, len) || j->bytes.failed)
        return false;
    ahd_str bytes = r->threads > 1 ? ahd_buf_str(&j->bytes) : page->bytes;
    j->in = (ahd_page_in){.bytes = bytes,
                          .format = page->format,
                          .path = keep(j, path),
                          .line = page->line,
                          .furniture = r->engine->furniture,
                          .furniture_count = r->engine->furniture_count,
                          .furniture_sorted = true,
                          .credit_words = r->engine->credit_words,
                          .credit_word_count = r->engine->credit_word_count};
    ahd_buf_byte(&j->names, 0);
    j->in.url = keep(j, page->url);
    j->in.charset = keep(j, page->charset);
    j->seen_at = keep(j, page->seen_at);
    j->headers = keep(j, page->headers);
    return true;
}

/* The page is named before it is read, and perhaps instead. */
static ahd_status ask_pass(const ahd_ring *r, job *j)
{
    const ahd_pass *pass = &r->engine->pass;
    const ahd_origin origin = origin_of(j);

    j->known = false;
    if (pass->known == NULL)
        return AHD_OK;
    j->doc = blank_doc(j);
    j->large = false;
    ahd_page_name(&j->in, j->doc);
    return pass->known(pass->context, &origin, j->doc->sha256, &j->known,
                       r->error);
}

ahd_status ahd_ring_put(ahd_ring *r, const ahd_page *page, int64_t tag)
{
    if (r->put - r->given == r->size)
        AHD_TRY(give(r));
    job *j = &r->jobs[r->put % r->size];
    if (!fill(r, j, page))
        return ahd_fail(r->error, AHD_ENOMEM, "out of memory");
    j->tag = tag;
    AHD_TRY(ask_pass(r, j));
    if (r->threads == 1) {
        r->put++;
        if (!j->known)
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

/* ----------------------------------------------------------- threads */

static bool init_ring(ahd_ring *r)
{
    r->threads = r->engine->threads;
    r->size = r->threads > 1 ? (uint32_t)r->threads * JOBS_A_THREAD : 1;
    r->jobs = calloc(r->size, sizeof *r->jobs);
    if (r->jobs == NULL)
        return false;
    for (uint32_t i = 0; i < r->size; i++)
        if (!init_job(&r->jobs[i], r->engine->doc_bytes))
            return false;
    return true;
}

static void finish_ring(ahd_ring *r)
{
    for (uint32_t i = 0; r->jobs && i < r->size; i++)
        finish_job(&r->jobs[i]);
    free(r->jobs);
}

static ahd_status with_workers(ahd_ring *r, ahd_feed_fn *feed, void *context)
{
    pthread_t workers[AHD_READ_THREADS];
    int started = 0;

    while (r->threads > 1 && started < r->threads &&
           pthread_create(&workers[started], NULL, work, r) == 0)
        started++;
    if (started == 0)
        r->threads = 1;
    ahd_status status = feed(context, r, r->error);
    while (status == AHD_OK && r->given < r->put)
        status = give(r);
    pthread_mutex_lock(&r->lock);
    r->closed = true;
    pthread_cond_broadcast(&r->ready);
    pthread_mutex_unlock(&r->lock);
    for (int i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    return status;
}

ahd_status ahd_ring_run(ahd_engine *engine, ahd_feed_fn *feed, void *context,
                        const ahd_hooks *hooks, ahd_error *error)
{
    ahd_ring r = {.engine = engine, .hooks = hooks, .error = error};
    ahd_status status;

    engine->counts = (ahd_counts){0};
    engine->reasons = (ahd_tally){0};
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.ready, NULL);
    pthread_cond_init(&r.done, NULL);
    if (init_ring(&r))
        status = with_workers(&r, feed, context);
    else
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    finish_ring(&r);
    pthread_cond_destroy(&r.done);
    pthread_cond_destroy(&r.ready);
    pthread_mutex_destroy(&r.lock);
    return status;
}
