/* sqlite_backup.c - a copy of the record while others read and write it.
 *
 * The copy is made of one snapshot: the read transaction that is open meanwhile
 * keeps it, else each commit of a writer would begin the copy anew. It grows
 * under another name beside its place and goes there when it is on the disk. */
#include "store/copy.h"
#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGES_A_STEP = 1024, LONGEST_PATH = 1 << 16 };

typedef struct copying {
    ahd_store *store;
    const ahd_copying *progress;
    const char *path;
    ahd_buf part; /* where it grows */
    sqlite3 *db;
    bool begun; /* the part is there */
} copying;

/* ------------------------------------------------------------ its place */

static bool is_same(const char *a, const char *b)
{
    struct stat x, y;

    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

/* What a program left beside a database is taken for part of it. */
static bool has_company(const char *path)
{
    static const char *const ends[] = {"-wal", "-journal"};
    ahd_buf name = AHD_BUF(LONGEST_PATH);
    struct stat about;
    bool there = false;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ahd_buf_clear(&name);
        ahd_buf_printf(&name, "%s%s", path, ends[i]);
        there |=
            name.failed || (stat(name.ptr, &about) == 0 && about.st_size > 0);
    }
    ahd_buf_finish(&name);
    return there;
}

static ahd_status look(const copying *c, bool force, ahd_error *error)
{
    if (is_same(c->path, c->store->path))
        return ahd_fail_at(error, AHD_EUSAGE, c->path, 0,
                           "this is the record itself; choose another name");
    if (!force && access(c->path, F_OK) == 0)
        return ahd_fail_at(error, AHD_EUSAGE, c->path, 0,
                           "a file is there; choose another name, or replace "
                           "it with --force");
    if (has_company(c->path))
        return ahd_fail_at(error, AHD_EUSAGE, c->path, 0,
                           "a program uses a record of this name, or was cut "
                           "short; choose another name");
    return AHD_OK;
}

static ahd_status refuse(const copying *c, ahd_error *error)
{
    return ahd_fail_at(error, AHD_ESTORE, c->path, 0,
                       "cannot be made: %s; check the name, the room and the "
                       "permissions of the folder",
                       strerror(errno));
}

/* No other backup has this name, of this program or another; one that was cut
 * short may have had it. */
static ahd_status begin_part(copying *c, ahd_error *error)
{
    static atomic_uint number;

    ahd_buf_printf(&c->part, "%s.part-%ld-%u", c->path, (long)getpid(),
                   atomic_fetch_add(&number, 1));
    if (c->part.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    unlink(c->part.ptr);
    int fd = open(c->part.ptr, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (fd < 0)
        return refuse(c, error);
    c->begun = true;
    close(fd);
    return AHD_OK;
}

static int sync_name(const char *name, int flags)
{
    int fd = open(name, flags);

    if (fd < 0)
        return -1;
    int code = fsync(fd);
    close(fd);
    return code;
}

static ahd_status move_part(copying *c, ahd_error *error)
{
    if (sync_name(c->part.ptr, O_RDWR) != 0 ||
        rename(c->part.ptr, c->path) != 0)
        return refuse(c, error);
    c->begun = false;
    char *copy = strdup(c->path);
    if (copy != NULL)
        (void)sync_name(dirname(copy), O_RDONLY);
    free(copy);
    return AHD_OK;
}

/* ----------------------------------------------------------- its content */

static ahd_status fail_copy(const copying *c, int code, ahd_error *error)
{
    bool full = (code & 0xFF) == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR;

    return ahd_fail_at(error, AHD_ESTORE, c->path, 0,
                       full ? "the disk is full or damaged; free some space"
                            : "the copy cannot be made: %s",
                       sqlite3_errstr(code));
}

static ahd_status step(const copying *c, sqlite3_backup *backup,
                       ahd_error *error)
{
    int code;

    do {
        code = sqlite3_backup_step(backup, PAGES_A_STEP);
        int64_t all = sqlite3_backup_pagecount(backup);
        if (code == SQLITE_OK && c->progress && c->progress->tick &&
            !c->progress->tick(c->progress->context,
                               all - sqlite3_backup_remaining(backup), all))
            return ahd_fail_at(error, AHD_ESTORE, c->path, 0,
                               "stopped; no copy was made");
    } while (code == SQLITE_OK);
    return code == SQLITE_DONE ? AHD_OK : fail_copy(c, code, error);
}

/* The part is nobody's yet: what is written there needs no journal. */
static ahd_status fill_part(copying *c, ahd_error *error)
{
    int code =
        sqlite3_open_v2(c->part.ptr, &c->db, SQLITE_OPEN_READWRITE, NULL);

    if (code == SQLITE_OK)
        code = sqlite3_exec(c->db,
                            "PRAGMA journal_mode = OFF;"
                            "PRAGMA synchronous = OFF",
                            NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return fail_copy(c, code, error);
    sqlite3_backup *backup =
        sqlite3_backup_init(c->db, "main", c->store->db, "main");
    if (backup == NULL)
        return fail_copy(c, sqlite3_errcode(c->db), error);
    ahd_status status = step(c, backup, error);
    code = sqlite3_backup_finish(backup);
    return status == AHD_OK && code != SQLITE_OK ? fail_copy(c, code, error)
                                                 : status;
}

static ahd_status copy(copying *c, ahd_error *error)
{
    AHD_TRY(begin_part(c, error));
    AHD_TRY(
        ahd_sqlite_exec(c->store, "BEGIN; SELECT 1 FROM pages LIMIT 1", error));
    ahd_status status = fill_part(c, error);
    ahd_store_undo(c->store);
    sqlite3_close(c->db);
    return status == AHD_OK ? move_part(c, error) : status;
}

/* NOLINTNEXTLINE(readability-function-size): what copy.h gives it. */
ahd_status ahd_store_backup(ahd_store *store, const char *path, bool force,
                            const ahd_copying *progress, ahd_error *error)
{
    copying c = {.store = store,
                 .progress = progress,
                 .path = path,
                 .part = AHD_BUF(LONGEST_PATH)};

    AHD_TRY(look(&c, force, error));
    ahd_status status = copy(&c, error);
    if (c.begun)
        unlink(c.part.ptr);
    ahd_buf_finish(&c.part);
    return status;
}
