/* sqlite.c - statements, their values, and what is said when one fails. */
#include "store/sqlite.h"

/* What happened and the cure. Printed after the name of the file. */
static const struct refusal {
    int code;
    const char *words;
} refusals[] = {
    {SQLITE_BUSY, "the database is locked by another program; wait for it or "
                  "stop it"},
    {SQLITE_LOCKED, "the database is locked by another program; wait for it "
                    "or stop it"},
    {SQLITE_FULL, "the disk is full; free some space and do it again: what was "
                  "reported as added is safe"},
    {SQLITE_IOERR, "the disk is full or damaged; free some space and do it "
                   "again: what was reported as added is safe"},
    {SQLITE_READONLY, "the database cannot be written; check its permissions "
                      "and those of its folder"},
    {SQLITE_PERM, "the database cannot be opened; check its permissions"},
    {SQLITE_AUTH, "the database cannot be opened; check its permissions"},
    {SQLITE_CANTOPEN, "the database cannot be opened; check its name, and the "
                      "permissions of its folder"},
    {SQLITE_NOTADB, "this file is no record of Ahd; choose another name"},
    {SQLITE_CORRUPT, "the database is damaged; restore it from a copy"},
    {SQLITE_TOOBIG, "a page is too large for the database; leave it out"},
};

ahd_status ahd_sqlite_fail(const ahd_store *store, ahd_error *error)
{
    int code = store->db ? sqlite3_errcode(store->db) : SQLITE_NOMEM;
    const char *words = store->db ? sqlite3_errmsg(store->db) : "out of memory";
    const char *form = NULL;
    ahd_status status = code == SQLITE_NOMEM ? AHD_ENOMEM : AHD_ESTORE;

    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (refusals[i].code == (code & 0xFF))
            words = form = refusals[i].words;
    ahd_fail_at(error, status, store->path, 0, "%s", words);
    if (error) {
        error->system = code;
        error->form = form;
    }
    return status;
}

ahd_status ahd_sqlite_exec(ahd_store *store, const char *sql, ahd_error *error)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return ahd_sqlite_fail(store, error);
    return AHD_OK;
}

ahd_status ahd_sqlite_prepare(ahd_store *store, const char *sql,
                              sqlite3_stmt **out, ahd_error *error)
{
    if (sqlite3_prepare_v2(store->db, sql, -1, out, NULL) != SQLITE_OK)
        return ahd_sqlite_fail(store, error);
    return AHD_OK;
}

/* Values live until the statement has run, so they need not be copied. */
static void bind_str(sqlite3_stmt *statement, int at, ahd_str s)
{
    if (s.len == 0)
        sqlite3_bind_null(statement, at);
    else
        sqlite3_bind_text64(statement, at, s.ptr, s.len, SQLITE_STATIC,
                            SQLITE_UTF8);
}

void ahd_sqlite_bind(sqlite3_stmt *statement, const ahd_cell *cells, int count)
{
    for (int i = 0; i < count; i++) {
        const ahd_cell *c = &cells[i];
        switch (c->kind) {
        case AHD_CELL_IS_STR:
            bind_str(statement, i + 1, c->s);
            break;
        case AHD_CELL_IS_BLOB:
            sqlite3_bind_blob64(statement, i + 1, c->s.ptr, c->s.len,
                                SQLITE_STATIC);
            break;
        case AHD_CELL_IS_INT:
            sqlite3_bind_int64(statement, i + 1, c->i);
            break;
        case AHD_CELL_IS_REAL:
            sqlite3_bind_double(statement, i + 1, c->d);
            break;
        }
    }
}

ahd_status ahd_sqlite_step(ahd_store *store, sqlite3_stmt *statement, bool *row,
                           ahd_error *error)
{
    int code = sqlite3_step(statement);

    *row = code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return ahd_sqlite_fail(store, error);
    return AHD_OK;
}

ahd_status ahd_sqlite_walk(ahd_store *store, sqlite3_stmt *statement,
                           ahd_sqlite_give_fn *give, const void *to,
                           ahd_error *error)
{
    ahd_status status;
    bool row;

    do
        status = ahd_sqlite_step(store, statement, &row, error);
    while (status == AHD_OK && row && give(to, statement));
    sqlite3_finalize(statement);
    return status;
}

ahd_status ahd_sqlite_run(ahd_store *store, sqlite3_stmt *statement,
                          ahd_error *error)
{
    bool row;

    ahd_status status = ahd_sqlite_step(store, statement, &row, error);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return status;
}

static sqlite3_stmt *find_ready(const ahd_store *store, const char *sql)
{
    for (int i = 0; i < store->ready_count; i++)
        if (store->ready[i].sql == sql)
            return store->ready[i].statement;
    return NULL;
}

ahd_status ahd_sqlite_ready(ahd_store *store, const char *sql,
                            sqlite3_stmt **out, ahd_error *error)
{
    *out = find_ready(store, sql);
    if (*out) {
        sqlite3_reset(*out);
        return AHD_OK;
    }
    if (store->ready_count == AHD_SQLITE_READY)
        return ahd_fail(error, AHD_ELIMIT, "more statements than places");
    AHD_TRY(ahd_sqlite_prepare(store, sql, out, error));
    store->ready[store->ready_count++] = (ahd_sqlite_kept){sql, *out};
    return AHD_OK;
}

ahd_status ahd_sqlite_put(ahd_store *store, const char *sql,
                          const ahd_cell *cells, int count, ahd_error *error)
{
    sqlite3_stmt *statement;

    AHD_TRY(ahd_sqlite_ready(store, sql, &statement, error));
    ahd_sqlite_bind(statement, cells, count);
    return ahd_sqlite_run(store, statement, error);
}

ahd_status ahd_sqlite_number(ahd_store *store, const char *sql,
                             const ahd_cell cells[2], int64_t *out,
                             ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    *out = 0;
    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    ahd_sqlite_bind(s, cells, 2);
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    if (row)
        *out = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    return status;
}

ahd_str ahd_sqlite_str(sqlite3_stmt *statement, int column)
{
    const void *ptr = sqlite3_column_blob(statement, column);
    int len = sqlite3_column_bytes(statement, column);

    return ptr ? (ahd_str){ptr, (size_t)len} : (ahd_str){"", 0};
}
