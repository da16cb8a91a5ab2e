/* sqlite.h - what the files of the SQLite store share; nobody else sees it.
 *
 *     ahd_value values[] = {AHD_TEXT(id), AHD_NUMBER(page)};
 *     AHD_TRY(ahd_sqlite_run(store, AHD_SQL_..., values, error));
 *
 * Statements are prepared at their first use and kept until the end. All
 * values reach SQL as bound parameters, never as part of its text. */
#ifndef AHD_STORE_SQLITE_H
#define AHD_STORE_SQLITE_H

#include "store/store.h"

#include <sqlite3.h>

typedef enum ahd_sql {
    AHD_SQL_BEGIN, AHD_SQL_COMMIT, AHD_SQL_ROLLBACK,
    AHD_SQL_FIND_PAGE, AHD_SQL_ADD_PAGE, AHD_SQL_ADD_CAPTURE,
    AHD_SQL_NEXT_PAGE,
    AHD_SQL_DROP_DOCUMENT, AHD_SQL_ADD_DOCUMENT, AHD_SQL_ADD_ACT,
    AHD_SQL_ADD_PART, AHD_SQL_ADD_OBJECT, AHD_SQL_ADD_FOUND,
    AHD_SQL_PAGE_OF, AHD_SQL_DOCUMENT_JSON, AHD_SQL_FOUND_JSON,
    AHD_SQLS
} ahd_sql;

struct ahd_store {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *kept[AHD_SQLS]; /* NULL until it is used */
};

typedef struct ahd_value {
    enum { AHD_VALUE_TEXT, AHD_VALUE_BLOB, AHD_VALUE_NUMBER, AHD_VALUE_REAL }
        is;
    ahd_str text;
    int64_t number;
    double real;
} ahd_value;

#define AHD_TEXT(s) {.is = AHD_VALUE_TEXT, .text = (s)}
#define AHD_BLOB(s) {.is = AHD_VALUE_BLOB, .text = (s)}
#define AHD_NUMBER(n) {.is = AHD_VALUE_NUMBER, .number = (n)}
#define AHD_REAL(n) {.is = AHD_VALUE_REAL, .real = (n)}

/* Why the database refused last, in words that tell the cure. */
ahd_status ahd_sqlite_fail(ahd_store *store, int code, ahd_error *error);

/* SQL without values, of any number of statements. */
AHD_MUST_USE ahd_status ahd_sqlite_exec(ahd_store *store, const char *sql,
                                        ahd_error *error);

/* Bind `values`, as many as the statement has parameters. */
AHD_MUST_USE ahd_status ahd_sqlite_bind(ahd_store *store, sqlite3_stmt *query,
                                        const ahd_value *values,
                                        ahd_error *error);

/* The statement, ready to be bound and stepped. Reset it after use. */
AHD_MUST_USE ahd_status ahd_sqlite_get(ahd_store *store, ahd_sql which,
                                       sqlite3_stmt **out, ahd_error *error);

/* Run a statement that gives no rows. */
AHD_MUST_USE ahd_status ahd_sqlite_run(ahd_store *store, ahd_sql which,
                                       const ahd_value *values,
                                       ahd_error *error);

/* Run a query up to its first row: *out is at that row, or NULL when there is
 * none. Reset *out after use. */
AHD_MUST_USE ahd_status ahd_sqlite_first(ahd_store *store, ahd_sql which,
                                         const ahd_value *values,
                                         sqlite3_stmt **out, ahd_error *error);

/* A column as text; valid until the statement moves. */
ahd_str ahd_sqlite_text(sqlite3_stmt *row, int column);

/* Is it a record of this program, of a known version? Changes nothing. */
AHD_MUST_USE ahd_status ahd_sqlite_check(ahd_store *store, bool write,
                                         ahd_error *error);

/* Bring the tables up to this program's version, in one transaction. */
AHD_MUST_USE ahd_status ahd_sqlite_migrate(ahd_store *store, ahd_error *error);

#endif
