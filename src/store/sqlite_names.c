/* sqlite_names.c - what the record itself calls somebody or something. */
#include "store/lookup.h"
#include "store/sqlite.h"

static const char actor_name_sql[] =
    "SELECT NULL, name FROM act_actors INDEXED BY act_actors_actor"
    " WHERE actor = ?1 LIMIT 1";
static const char agreement_name_sql[] =
    "SELECT name_ar, name_en FROM found_agreements WHERE id = ?1"
    " ORDER BY page DESC LIMIT 1";

ahd_status ahd_store_names(ahd_store *store, ahd_lookup_named *of,
                           ahd_error *error)
{
    const ahd_cell id[] = {AHD_CELL_STR(of->id)};
    const char *sql =
        of->facet == AHD_FACET_ACTOR ? actor_name_sql : agreement_name_sql;
    sqlite3_stmt *s;
    bool row;

    of->ar = of->en = AHD_STR("");
    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    ahd_sqlite_bind(s, id, 1);
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    if (row) {
        of->ar = ahd_arena_str(of->arena, ahd_sqlite_str(s, 0));
        of->en = ahd_arena_str(of->arena, ahd_sqlite_str(s, 1));
    }
    sqlite3_reset(s);
    return status;
}
