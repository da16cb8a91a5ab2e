/* sqlite_open.c - a record is opened and closed; its transactions. */
#include "store/sqlite.h"
#include "store/sqlite_log.h"
#include "store/sqlite_tokens.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    PATIENCE = 5000,   /* milliseconds to wait for another writer */
    LARGEST = 1 << 30, /* bytes of a page or of its JSON */
    LONGEST_PATH = 1 << 16,
};

/* Commits reach the disk before they return (FULL), so what was reported as
 * added survives. Cascades keep the analysis of a page together. */
#define READING                                                                \
    "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"                   \
    "PRAGMA cache_size = -32768"
#define WRITING "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"

/* ----------------------------------------------------- limits of file size
 *
 * At such a limit the system kills a program that has not said otherwise. A
 * store wants the error instead: its message names the cure. */

static void hold_signal(ahd_store *store)
{
    sigset_t set;

    if (store->held)
        return;
    store->held = true;
    sigemptyset(&set);
    sigaddset(&set, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &set, &store->mask);
}

/* A signal that came meanwhile has been answered by an error. */
static void release_signal(ahd_store *store)
{
    const struct timespec now = {0};
    sigset_t set;

    if (!store->held)
        return;
    store->held = false;
    sigemptyset(&set);
    sigaddset(&set, SIGXFSZ);
    if (!sigismember(&store->mask, SIGXFSZ))
        while (sigtimedwait(&set, NULL, &now) == SIGXFSZ)
            continue;
    pthread_sigmask(SIG_SETMASK, &store->mask, NULL);
}

/* ------------------------------------------------------------ connecting */

static ahd_status connect(ahd_store *store, const char *name, int flags,
                          ahd_error *error)
{
    if (sqlite3_open_v2(name, &store->db, flags, NULL) != SQLITE_OK)
        return ahd_sqlite_fail(store, error);
    sqlite3_busy_timeout(store->db, PATIENCE);
    AHD_TRY(ahd_sqlite_exec(store, READING, error));
    return ahd_sqlite_tokens_add(store, error);
}

/* Whose database it is must be known before anything is written to it; the
 * journal's mode is. */
static ahd_status open_writing(ahd_store *store, ahd_error *error)
{
    AHD_TRY(connect(store, store->path,
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error));
    AHD_TRY(ahd_migrate_check(store, error));
    AHD_TRY(ahd_sqlite_exec(store, WRITING, error));
    return ahd_migrate_run(store, true, error);
}

static ahd_status open_reading(ahd_store *store, const char *name, int flags,
                               ahd_error *error)
{
    AHD_TRY(connect(store, name, SQLITE_OPEN_READONLY | flags, error));
    AHD_TRY(ahd_migrate_check(store, error));
    return ahd_migrate_run(store, false, error);
}

/* --------------------------------------------------- folders that are shut
 *
 * Who reads a record in WAL mode writes beside it. Where that is not allowed,
 * and no writer has left anything there, the file is read as it lies. */

static bool has_journal(const char *path)
{
    ahd_buf name = AHD_BUF(LONGEST_PATH);
    struct stat about;

    ahd_buf_printf(&name, "%s-wal", path);
    bool there =
        name.failed || (stat(name.ptr, &about) == 0 && about.st_size > 0);
    ahd_buf_finish(&name);
    return there;
}

static bool is_shut(const ahd_store *store)
{
    int code = store->db ? sqlite3_errcode(store->db) & 0xFF : SQLITE_OK;

    return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) &&
           access(store->path, R_OK) == 0 && !has_journal(store->path);
}

static void write_uri(const char *path, ahd_buf *out)
{
    ahd_buf_add(out, AHD_STR("file:"));
    for (; *path; path++) {
        if (strchr("%?#", *path))
            ahd_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
        else
            ahd_buf_byte(out, *path);
    }
    ahd_buf_add(out, AHD_STR("?immutable=1"));
}

static ahd_status open_shut(ahd_store *store, ahd_error *error)
{
    ahd_buf uri = AHD_BUF(LONGEST_PATH);
    ahd_status status;

    sqlite3_close(store->db);
    store->db = NULL;
    write_uri(store->path, &uri);
    if (uri.failed)
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = open_reading(store, uri.ptr, SQLITE_OPEN_URI, error);
    ahd_buf_finish(&uri);
    return status;
}

/* -------------------------------------------------------------- opening */

static ahd_status open_as(ahd_store *store, bool write, ahd_error *error)
{
    struct stat about;

    if (write)
        return open_writing(store, error);
    if (stat(store->path, &about) != 0)
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "no record is there; make one with: "
                           "ahd add --db %s PATH",
                           store->path);
    ahd_status status = open_reading(store, store->path, 0, error);
    if (status != AHD_OK && is_shut(store))
        return open_shut(store, error);
    return status;
}

static ahd_store *new_store(const char *path)
{
    ahd_store *store = calloc(1, sizeof *store);
    char *copy = strdup(path);

    if (store == NULL || copy == NULL) {
        free(store);
        free(copy);
        return NULL;
    }
    *store = (ahd_store){.path = copy,
                         .packed = AHD_BUF(LARGEST),
                         .seen = AHD_BUF(LARGEST),
                         .bytes = AHD_BUF(LARGEST),
                         .line = AHD_BUF(LARGEST),
                         .rows = AHD_BUF(LARGEST)};
    return store;
}

ahd_status ahd_store_open(const char *path, bool write, ahd_store **out,
                          ahd_error *error)
{
    ahd_store *store = new_store(path);

    *out = NULL;
    if (store == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    hold_signal(store);
    ahd_status status = open_as(store, write, error);
    release_signal(store);
    if (status == AHD_OK)
        *out = store;
    else
        ahd_store_close(store);
    return status;
}

void ahd_store_patience(ahd_store *store, uint32_t milliseconds)
{
    sqlite3_busy_timeout(store->db, (int)milliseconds);
}

void ahd_store_close(ahd_store *store)
{
    if (store == NULL)
        return;
    hold_signal(store); /* the last one out tidies the journal */
    for (int i = 0; i < store->ready_count; i++)
        sqlite3_finalize(store->ready[i].statement);
    sqlite3_close(store->db);
    release_signal(store);
    ahd_buf_finish(&store->packed);
    ahd_buf_finish(&store->bytes);
    ahd_buf_finish(&store->line);
    ahd_buf_finish(&store->seen);
    ahd_buf_finish(&store->rows);
    free(store->path);
    free(store);
}

/* --------------------------------------------------------- transactions */

ahd_status ahd_store_begin(ahd_store *store, ahd_error *error)
{
    hold_signal(store);
    ahd_sqlite_log_forget(store);
    ahd_status status = ahd_sqlite_exec(store, "BEGIN IMMEDIATE", error);
    if (status != AHD_OK)
        release_signal(store);
    return status;
}

ahd_status ahd_store_commit(ahd_store *store, ahd_error *error)
{
    AHD_TRY(ahd_sqlite_log_flush(store, error));
    AHD_TRY(ahd_sqlite_exec(store, "COMMIT", error));
    ahd_sqlite_log_forget(store);
    release_signal(store);
    return AHD_OK;
}

void ahd_store_undo(ahd_store *store)
{
    /* After some errors it is undone already. */
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    ahd_sqlite_log_forget(store);
    release_signal(store);
}

/* The snapshot is taken at the first look, so one is had at once. */
ahd_status ahd_store_freeze(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_exec(store, "BEGIN; SELECT 1 FROM pages LIMIT 1", error);
}
