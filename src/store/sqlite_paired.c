/* sqlite_paired.c - what reviews say of two documents. Part of reviewed.h. */
#include "store/reviewed.h"
#include "store/sqlite.h"

/* As engine/review_body.h writes them; a text that has these words has its
 * quotation marks escaped. */
static const char next_sql[] =
    "SELECT page FROM reviews WHERE page > ?1 AND (instr(body, '\"pair\":{')"
    " OR instr(body, '\"links\":[{')) ORDER BY page LIMIT 1";
static const char unpair_sql[] = "DELETE FROM paired WHERE what = ?1";
static const char put_sql[] =
    "INSERT INTO paired (review, what, joins, page, n, other, other_n, stands,"
    " found) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, 2),"
    " nullif(?9, 2))";
static const char untie_sql[] = "DELETE FROM tied";
static const char put_tied_sql[] =
    "INSERT OR IGNORE INTO tied (page, n, other, other_n, role)"
    " VALUES (?1, ?2, ?3, ?4, ?5)";
static const char paired_sql[] =
    "SELECT review, what, joins, page, n, other, other_n,"
    " coalesce(stands, 2), coalesce(found, 2) FROM paired WHERE review = ?1"
    " AND EXISTS (SELECT 1 FROM settled)";
/* What is kept beside a review of the two is what the machine finds. */
static const char found_acts_sql[] =
    "SELECT coalesce((SELECT found FROM paired WHERE what = 'act' AND"
    " ((page = ?1 AND n = ?2 AND other = ?3 AND other_n = ?4) OR"
    " (page = ?3 AND n = ?4 AND other = ?1 AND other_n = ?2)) LIMIT 1),"
    " (SELECT a.occurrence = b.occurrence FROM occurrence_acts a,"
    " occurrence_acts b WHERE a.page = ?1 AND a.n = ?2 AND b.page = ?3"
    " AND b.n = ?4), 2) WHERE EXISTS (SELECT 1 FROM settled)";
static const char found_stories_sql[] =
    "SELECT coalesce((SELECT found FROM paired WHERE what = 'story' AND"
    " ((page = ?1 AND other = ?3) OR (page = ?3 AND other = ?1)) LIMIT 1),"
    " (SELECT a.story = b.story FROM story_members a, story_members b"
    " WHERE a.page = ?1 AND b.page = ?3), 2)"
    " WHERE EXISTS (SELECT 1 FROM settled_stories)";
static const char unsettle_sql[] = "DELETE FROM settled";
static const char unstory_sql[] = "DELETE FROM settled_stories";

ahd_status ahd_store_next_pairing(ahd_store *store, int64_t *page,
                                  ahd_error *error)
{
    const ahd_cell key[2] = {AHD_CELL_INT(*page)};

    return ahd_sqlite_number(store, next_sql, key, page, error);
}

ahd_status ahd_store_unpair(ahd_store *store, ahd_str what, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(what)};

    return ahd_sqlite_put(store, unpair_sql, key, 1, error);
}

ahd_status ahd_store_put_paired(ahd_store *store, const ahd_paired_row *row,
                                ahd_error *error)
{
    const ahd_cell cells[] = {
        AHD_CELL_INT(row->review), AHD_CELL_STR(row->what),
        AHD_CELL_INT(row->joins),  AHD_CELL_INT(row->page[0]),
        AHD_CELL_INT(row->n[0]),   AHD_CELL_INT(row->page[1]),
        AHD_CELL_INT(row->n[1]),   AHD_CELL_INT(row->stands),
        AHD_CELL_INT(row->found)};

    return ahd_sqlite_put(store, put_sql, cells,
                          (int)(sizeof cells / sizeof *cells), error);
}

ahd_status ahd_store_untie(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, untie_sql, NULL, 0, error);
}

ahd_status ahd_store_put_tied(ahd_store *store, const ahd_paired_row *row,
                              ahd_str role, ahd_error *error)
{
    const ahd_cell cells[] = {AHD_CELL_INT(row->page[0]),
                              AHD_CELL_INT(row->n[0]),
                              AHD_CELL_INT(row->page[1]),
                              AHD_CELL_INT(row->n[1]), AHD_CELL_STR(role)};

    return ahd_sqlite_put(store, put_tied_sql, cells, AHD_CELL_COUNT(cells),
                          error);
}

ahd_status ahd_store_paired(ahd_store *store, int64_t review,
                            ahd_paired_row *row, bool *known, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(review)};
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, paired_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    ahd_status status = ahd_sqlite_step(store, s, known, error);
    if (status == AHD_OK && *known) {
        bool story = ahd_str_eq(ahd_sqlite_str(s, 1), AHD_STR("story"));
        *row = (ahd_paired_row){
            .review = sqlite3_column_int64(s, 0),
            .what = story ? AHD_STR("story") : AHD_STR("act"),
            .joins = sqlite3_column_int(s, 2) != 0,
            .page = {sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 5)},
            .n = {sqlite3_column_int64(s, 4), sqlite3_column_int64(s, 6)},
            .stands = (ahd_paired)sqlite3_column_int(s, 7),
            .found = (ahd_paired)sqlite3_column_int(s, 8)};
    }
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_are_found_one(ahd_store *store, const ahd_paired_row *row,
                                   ahd_paired *found, ahd_error *error)
{
    bool story = ahd_str_eq(row->what, AHD_STR("story")), any;
    const ahd_cell key[] = {AHD_CELL_INT(row->page[0]), AHD_CELL_INT(row->n[0]),
                            AHD_CELL_INT(row->page[1]),
                            AHD_CELL_INT(row->n[1])};
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, story ? found_stories_sql : found_acts_sql,
                             &s, error));
    ahd_sqlite_bind(s, key, 4);
    ahd_status status = ahd_sqlite_step(store, s, &any, error);
    *found = status == AHD_OK && any ? (ahd_paired)sqlite3_column_int(s, 0)
                                     : AHD_PAIRED_UNKNOWN;
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_reopen(ahd_store *store, bool stories, ahd_error *error)
{
    if (stories)
        AHD_TRY(ahd_sqlite_put(store, unstory_sql, NULL, 0, error));
    return ahd_sqlite_put(store, unsettle_sql, NULL, 0, error);
}
