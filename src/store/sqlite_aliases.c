/* sqlite_aliases.c - ids that people said are one. Part of reviewed.h. */
#include "store/reviewed.h"
#include "store/sqlite.h"

static const char put_joined_sql[] =
    "INSERT INTO joined (review, what, one, other, joins, undone)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (review) DO UPDATE SET undone = ?6";
static const char joined_sql[] =
    "SELECT review, what, one, other, joins FROM joined WHERE undone = 0"
    " ORDER BY review";
static const char drop_alias_sql[] =
    "DELETE FROM aliases WHERE what = ?1 AND id = ?2";
static const char put_alias_sql[] =
    "INSERT INTO aliases (what, id, stands) VALUES (?1, ?2, ?3)";
static const char aliases_sql[] =
    "SELECT what, id, stands FROM aliases ORDER BY id, what";
static const char has_aliases_sql[] =
    "SELECT 1 FROM aliases x JOIN act_actors a ON a.actor = x.id"
    " WHERE a.page = ?1 AND x.what = 'actor'"
    " UNION ALL SELECT 1 FROM aliases x"
    " JOIN act_agreements g ON g.agreement = x.id"
    " WHERE g.page = ?1 AND x.what = 'agreement' LIMIT 1";
static const char any_alias_sql[] = "SELECT 1 FROM aliases LIMIT 1";
static const char next_actor_sql[] =
    "SELECT min(page) FROM act_actors WHERE actor = ?2 AND page > ?1";
static const char next_agreement_sql[] =
    "SELECT min(page) FROM act_agreements WHERE agreement = ?2 AND page > ?1";

ahd_status ahd_store_put_joined(ahd_store *store, const ahd_joined_row *joined,
                                ahd_error *error)
{
    const ahd_cell row[] = {
        AHD_CELL_INT(joined->review), AHD_CELL_STR(joined->what),
        AHD_CELL_STR(joined->one),    AHD_CELL_STR(joined->other),
        AHD_CELL_INT(joined->joins),  AHD_CELL_INT(joined->undone)};

    return ahd_sqlite_put(store, put_joined_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_joined(ahd_store *store, ahd_joined_fn *each,
                            void *context, ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, joined_sql, &s, error));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row) {
        const ahd_joined_row one = {.review = sqlite3_column_int64(s, 0),
                                    .what = ahd_sqlite_str(s, 1),
                                    .one = ahd_sqlite_str(s, 2),
                                    .other = ahd_sqlite_str(s, 3),
                                    .joins = sqlite3_column_int(s, 4) != 0};
        each(context, &one);
    }
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_drop_alias(ahd_store *store, ahd_str what, ahd_str id,
                                ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(what), AHD_CELL_STR(id)};

    return ahd_sqlite_put(store, drop_alias_sql, key, AHD_CELL_COUNT(key),
                          error);
}

ahd_status ahd_store_put_alias(ahd_store *store, ahd_str what, ahd_str id,
                               ahd_str stands, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_STR(what), AHD_CELL_STR(id),
                            AHD_CELL_STR(stands)};

    return ahd_sqlite_put(store, put_alias_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_aliases(ahd_store *store, ahd_alias_fn *each,
                             void *context, ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, aliases_sql, &s, error));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row)
        each(context, ahd_sqlite_str(s, 0), ahd_sqlite_str(s, 1),
             ahd_sqlite_str(s, 2));
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_has_aliases(ahd_store *store, int64_t page, bool *has,
                                 ahd_error *error)
{
    const ahd_cell key[2] = {AHD_CELL_INT(page)};
    int64_t found;

    AHD_TRY(ahd_sqlite_number(store, any_alias_sql, key, &found, error));
    if (found)
        AHD_TRY(ahd_sqlite_number(store, has_aliases_sql, key, &found, error));
    *has = found != 0;
    return AHD_OK;
}

ahd_status ahd_store_next_naming(ahd_store *store, ahd_str what, ahd_str id,
                                 int64_t *page, ahd_error *error)
{
    const ahd_cell key[2] = {AHD_CELL_INT(*page), AHD_CELL_STR(id)};
    bool actor = ahd_str_eq(what, AHD_STR("actor"));

    return ahd_sqlite_number(store, actor ? next_actor_sql : next_agreement_sql,
                             key, page, error);
}
