/* sqlite.h - what the files of the SQLite store share.
 *
 *     ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_STR(url)};
 *     ahd_sqlite_bind(statement, row, 2);
 *     ahd_sqlite_run(store, statement, &error);
 *
 * All values are bound; no text of a page ever becomes part of a statement. */
#ifndef AHD_STORE_SQLITE_H
#define AHD_STORE_SQLITE_H

#include "audit/merkle.h"
#include "base/error.h"
#include "base/str.h"
#include "store/store.h"

#include <signal.h>
#include <sqlite3.h>

/* Statements that are kept ready while the store is open. */
enum { AHD_SQLITE_READY = 256 };

typedef struct ahd_sqlite_kept {
    const char *sql; /* found again by its address */
    sqlite3_stmt *statement;
} ahd_sqlite_kept;

struct ahd_store {
    sqlite3 *db;
    char *path;
    ahd_sqlite_kept ready[AHD_SQLITE_READY];
    int ready_count;
    ahd_buf packed, bytes; /* of one page or document at a time */
    ahd_buf line, rows;    /* of the log; what a reading is told by */
    ahd_buf seen;          /* what ahd_store_next gave */
    bool logging;          /* `frontier` is that of this transaction */
    ahd_frontier frontier;
    bool held; /* SIGXFSZ is; `mask` is what was before */
    sigset_t mask;
};

/* A value to bind: an empty str is NULL. */
typedef struct ahd_cell {
    enum {
        AHD_CELL_IS_STR,
        AHD_CELL_IS_BLOB,
        AHD_CELL_IS_INT,
        AHD_CELL_IS_REAL
    } kind;
    ahd_str s;
    int64_t i;
    double d;
} ahd_cell;

#define AHD_CELL_STR(str) ((ahd_cell){.kind = AHD_CELL_IS_STR, .s = (str)})
#define AHD_CELL_BLOB(str) ((ahd_cell){.kind = AHD_CELL_IS_BLOB, .s = (str)})
#define AHD_CELL_INT(n) ((ahd_cell){.kind = AHD_CELL_IS_INT, .i = (n)})
#define AHD_CELL_REAL(n) ((ahd_cell){.kind = AHD_CELL_IS_REAL, .d = (n)})
#define AHD_CELL_COUNT(cells) (int)(sizeof(cells) / sizeof *(cells))

/* What the database says went wrong just now, with the cure. */
ahd_status ahd_sqlite_fail(const ahd_store *store, ahd_error *error);

AHD_MUST_USE ahd_status ahd_sqlite_exec(ahd_store *store, const char *sql,
                                        ahd_error *error);
AHD_MUST_USE ahd_status ahd_sqlite_prepare(ahd_store *store, const char *sql,
                                           sqlite3_stmt **out,
                                           ahd_error *error);
void ahd_sqlite_bind(sqlite3_stmt *statement, const ahd_cell *cells, int count);

/* One row more: *row is false after the last. */
AHD_MUST_USE ahd_status ahd_sqlite_step(ahd_store *store,
                                        sqlite3_stmt *statement, bool *row,
                                        ahd_error *error);

/* To the end, then ready to be bound again. */
AHD_MUST_USE ahd_status ahd_sqlite_run(ahd_store *store,
                                       sqlite3_stmt *statement,
                                       ahd_error *error);

/* Hands on the row that the statement stands at; false to end. */
typedef bool ahd_sqlite_give_fn(const void *to, sqlite3_stmt *row);

/* Every row to `give`; the statement is used up. */
AHD_MUST_USE ahd_status ahd_sqlite_walk(ahd_store *store,
                                        sqlite3_stmt *statement,
                                        ahd_sqlite_give_fn *give,
                                        const void *to, ahd_error *error);

/* The statement of `sql`, a constant of the program, prepared when it is first
 * asked for and ready to be bound; the store owns it. */
AHD_MUST_USE ahd_status ahd_sqlite_ready(ahd_store *store, const char *sql,
                                         sqlite3_stmt **out, ahd_error *error);

/* Such a statement, bound and run to its end. */
AHD_MUST_USE ahd_status ahd_sqlite_put(ahd_store *store, const char *sql,
                                       const ahd_cell *cells, int count,
                                       ahd_error *error);

/* The rows of an act; one that is there already is changed, but for who and
 * what agreements it had. */
AHD_MUST_USE ahd_status ahd_sqlite_put_act(ahd_store *store, int64_t page,
                                           const ahd_entry_act *act,
                                           ahd_error *error);

/* The one number that a statement of two parameters or fewer gives; 0 without a
 * row. */
AHD_MUST_USE ahd_status ahd_sqlite_number(ahd_store *store, const char *sql,
                                          const ahd_cell cells[2], int64_t *out,
                                          ahd_error *error);

/* The row of a statement with the columns of an occurrence (sqlite_dispute.c).
 * Valid until the next step. */
ahd_occurrence_row ahd_sqlite_occurrence(sqlite3_stmt *statement);

/* A column of the row; "" for NULL. Valid until the next step. */
ahd_str ahd_sqlite_str(sqlite3_stmt *statement, int column);

/* Columns 0 to 19 of a statement that lists acts, as sqlite_list.c has them. */
ahd_act_row ahd_sqlite_act_row(sqlite3_stmt *statement);

/* The row that the statement stands at, as one line of JSON: its columns by
 * their names, without those that are NULL. Added to `out`. */
void ahd_sqlite_tell(sqlite3_stmt *row, ahd_buf *out);

/* Which agreement the one of this id is told as. */
#define AHD_SQLITE_STANDS(id)                                                  \
    "coalesce((SELECT entry FROM merged_agreements WHERE found = " id "), " id \
    ")"
/* The ids of an agreement and of what is told as it, or as what it is told. */
#define AHD_SQLITE_SAME_AS(given)                                              \
    "(SELECT " given " AS id UNION"                                            \
    " SELECT entry FROM merged_agreements WHERE found = " given " UNION"       \
    " SELECT found FROM merged_agreements WHERE entry = " AHD_SQLITE_STANDS(   \
        given) ")"
#define AHD_SQLITE_SAME AHD_SQLITE_SAME_AS("?1")

/* The order of a page's sightings `c`, the first of which leads: its reading is
 * of that one. */
#define AHD_SQLITE_RANK(c)                                                     \
    "(" c ".headers IS NULL, " c ".told = 0, iif(" c ".told, " c               \
    ".seen_at, ''), coalesce(" c ".url, ''), " c ".path, " c ".line)"

/* Is this a record of ours, and not of a later version? Nothing is written. */
AHD_MUST_USE ahd_status ahd_migrate_check(ahd_store *store, ahd_error *error);

/* Bring an open database to this version's shape (migrate.c); without
 * `write`, say what is wrong with it. */
AHD_MUST_USE ahd_status ahd_migrate_run(ahd_store *store, bool write,
                                        ahd_error *error);

/* The statements of every step there ever was, the first one first; for tests
 * that make a record of an older shape. */
const char *const *ahd_migrate_steps(size_t *count);

#endif
