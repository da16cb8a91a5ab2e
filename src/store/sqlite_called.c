/* sqlite_named.c - see called.h: each is a range of an index. */
#include "store/called.h"
#include "store/sqlite.h"

#define BEGINS(column) column " >= ?1 AND " column " < ?1 || char(1114111)"

static const char actors_sql[] =
    "SELECT actor, NULL, name FROM actor_counts WHERE actor = ?1"
    " AND name IS NOT NULL UNION SELECT * FROM (SELECT actor, NULL, name"
    " FROM actor_counts INDEXED BY actor_counts_name"
    " WHERE name IS NOT NULL AND " BEGINS("name") " LIMIT ?2) LIMIT ?2";
#define FOUND(index, column)                                                   \
    " UNION SELECT * FROM (SELECT id, name_ar, name_en FROM found_agreements"  \
    " INDEXED BY " index " WHERE " BEGINS(column) " LIMIT ?2)"
static const char agreements_sql[] =
    "SELECT id, name_ar, name_en FROM found_agreements WHERE id = "
    "?1" FOUND("found_agreements_ar", "name_ar")
        FOUND("found_agreements_en", "name_en") " LIMIT ?2";

static ahd_status give(ahd_store *store, sqlite3_stmt *s, ahd_called_fn *each,
                       void *context, ahd_error *error)
{
    ahd_status status;
    bool row;

    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row &&
           each(context, ahd_sqlite_str(s, 0), ahd_sqlite_str(s, 1),
                ahd_sqlite_str(s, 2)));
    sqlite3_reset(s);
    return status;
}

/* NOLINTNEXTLINE(readability-function-size): what called.h gives it. */
ahd_status ahd_store_called_actors(ahd_store *store, ahd_str text, int64_t most,
                                   ahd_called_fn *each, void *context,
                                   ahd_error *error)
{
    const ahd_cell cells[] = {AHD_CELL_STR(text), AHD_CELL_INT(most)};
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, actors_sql, &s, error));
    ahd_sqlite_bind(s, cells, 2);
    return give(store, s, each, context, error);
}

/* NOLINTNEXTLINE(readability-function-size): what called.h gives it. */
ahd_status ahd_store_called_agreements(ahd_store *store, ahd_str text,
                                       int64_t most, ahd_called_fn *each,
                                       void *context, ahd_error *error)
{
    const ahd_cell cells[] = {AHD_CELL_STR(text), AHD_CELL_INT(most)};
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, agreements_sql, &s, error));
    ahd_sqlite_bind(s, cells, 2);
    return give(store, s, each, context, error);
}

ahd_status ahd_store_called_acts(ahd_store *store, bool agreement, ahd_str id,
                                 int64_t *acts, ahd_error *error)
{
    static const char *const sql[] = {
        "SELECT acts FROM actor_counts WHERE actor = ?1",
        "SELECT acts FROM agreement_counts WHERE agreement = ?1"};
    const ahd_cell key[2] = {AHD_CELL_STR(id)};

    return ahd_sqlite_number(store, sql[agreement], key, acts, error);
}
