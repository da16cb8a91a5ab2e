/* sqlite_reviews.c - reviews, and the rows of acts as they stand after them. */
#include "store/reviewed.h"
#include "store/sqlite.h"

static const char next_review_sql[] =
    "SELECT coalesce(max(review), 0) + 1 FROM reviews";
static const char put_review_sql[] =
    "INSERT INTO reviews (review, page, item, reviewer, body)"
    " VALUES (?1, ?2, ?3, ?4, ?5)";
static const char reviews_sql[] =
    "SELECT review, item, reviewer, body FROM reviews WHERE page = ?1"
    " ORDER BY review";
static const char next_reviewed_sql[] =
    "SELECT page FROM reviews WHERE page > ?1 ORDER BY page LIMIT 1";
static const char next_reviewed_by_sql[] =
    "SELECT page FROM reviews WHERE page > ?1 AND reviewer = ?2"
    " ORDER BY page LIMIT 1";
static const char page_sql[] = "SELECT d.page FROM documents d WHERE d.page IN"
                               " (SELECT page FROM documents WHERE id = ?1"
                               " UNION ALL SELECT page FROM pages"
                               " WHERE sha256 = ?1)"
                               " ORDER BY d.page DESC LIMIT 1";
static const char listed_sql[] =
    "SELECT n, review IS NOT NULL FROM acts WHERE page = ?1 ORDER BY n";
static const char drop_actors_sql[] =
    "DELETE FROM act_actors WHERE page = ?1 AND n = ?2";
static const char drop_agreements_sql[] =
    "DELETE FROM act_agreements WHERE page = ?1 AND n = ?2";
static const char drop_commitments_sql[] =
    "DELETE FROM act_commitments WHERE page = ?1 AND n = ?2";
static const char drop_links_sql[] =
    "DELETE FROM act_links WHERE page = ?1 AND n = ?2";
static const char set_aside_sql[] =
    "INSERT OR IGNORE INTO set_aside SELECT page, n, date, first_day, last_day,"
    " numbers, scope, confidence FROM acts"
    " WHERE page = ?1 AND n = ?2 AND review IS NULL";
static const char put_back_sql[] =
    "UPDATE acts SET (numbers, scope, confidence) = (SELECT numbers, scope,"
    " confidence FROM set_aside s WHERE s.page = ?1 AND s.n = ?2)"
    " WHERE page = ?1 AND n = ?2 AND EXISTS"
    " (SELECT 1 FROM set_aside s WHERE s.page = ?1 AND s.n = ?2)";
/* An open time has a day that the JSON does not tell. */
static const char put_days_back_sql[] =
    "UPDATE acts SET (first_day, last_day) = (SELECT first_day, last_day FROM"
    " set_aside s WHERE s.page = ?1 AND s.n = ?2)"
    " WHERE page = ?1 AND n = ?2 AND EXISTS (SELECT 1 FROM set_aside s"
    " WHERE s.page = ?1 AND s.n = ?2 AND s.date IS acts.date)";
static const char unsettle_sql[] = "DELETE FROM settled";
static const char drop_act_sql[] =
    "DELETE FROM acts WHERE page = ?1 AND n = ?2";
static const char mark_sql[] =
    "UPDATE acts SET review = ?3 WHERE page = ?1 AND n = ?2";

ahd_status ahd_store_next_review(ahd_store *store, int64_t *number,
                                 ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};

    return ahd_sqlite_number(store, next_review_sql, none, number, error);
}

ahd_status ahd_store_put_review(ahd_store *store, int64_t page,
                                const ahd_review_kept *r, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(r->number), AHD_CELL_INT(page),
                            AHD_CELL_INT(r->item), AHD_CELL_STR(r->by),
                            AHD_CELL_STR(r->body)};

    return ahd_sqlite_put(store, put_review_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_reviews(ahd_store *store, int64_t page,
                             ahd_review_kept_fn *each, void *context,
                             ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    ahd_status status;
    sqlite3_stmt *s;
    bool row, more = true;

    AHD_TRY(ahd_sqlite_ready(store, reviews_sql, &s, error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row &&
           more) {
        const ahd_review_kept kept = {.number = sqlite3_column_int64(s, 0),
                                      .item = sqlite3_column_int64(s, 1),
                                      .by = ahd_sqlite_str(s, 2),
                                      .body = ahd_sqlite_str(s, 3)};
        more = each(context, &kept);
    }
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_next_reviewed(ahd_store *store, int64_t after, ahd_str by,
                                   int64_t *page, ahd_error *error)
{
    const ahd_cell key[2] = {AHD_CELL_INT(after), AHD_CELL_STR(by)};

    return ahd_sqlite_number(
        store, by.len > 0 ? next_reviewed_by_sql : next_reviewed_sql, key, page,
        error);
}

ahd_status ahd_store_page(ahd_store *store, ahd_str id, int64_t *page,
                          ahd_error *error)
{
    const ahd_cell key[2] = {AHD_CELL_STR(id)};

    return ahd_sqlite_number(store, page_sql, key, page, error);
}

/* ------------------------------------------------------- rows of the lists */

ahd_status ahd_store_listed(ahd_store *store, int64_t page, ahd_listed_fn *each,
                            void *context, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, listed_sql, &s, error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row)
        each(context, sqlite3_column_int64(s, 0),
             sqlite3_column_int(s, 1) != 0);
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_put_current(ahd_store *store, int64_t page,
                                 const ahd_entry_act *act, ahd_str state,
                                 ahd_error *error)
{
    static const char *const parts[] = {drop_actors_sql, drop_agreements_sql,
                                        drop_commitments_sql, drop_links_sql};
    const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_INT(act->n),
                            AHD_CELL_STR(state)};

    AHD_TRY(ahd_sqlite_put(store, set_aside_sql, row, 2, error));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        AHD_TRY(ahd_sqlite_put(store, parts[i], row, 2, error));
    AHD_TRY(ahd_sqlite_put_act(store, page, act, error));
    AHD_TRY(ahd_sqlite_put(store, put_back_sql, row, 2, error));
    AHD_TRY(ahd_sqlite_put(store, put_days_back_sql, row, 2, error));
    AHD_TRY(ahd_sqlite_put(store, unsettle_sql, NULL, 0, error));
    return ahd_sqlite_put(store, mark_sql, row, AHD_CELL_COUNT(row), error);
}

ahd_status ahd_store_mark_current(ahd_store *store, int64_t page, int64_t n,
                                  ahd_str state, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_INT(n),
                            AHD_CELL_STR(state)};

    AHD_TRY(ahd_sqlite_put(store, set_aside_sql, row, 2, error));
    return ahd_sqlite_put(store, mark_sql, row, AHD_CELL_COUNT(row), error);
}

ahd_status ahd_store_drop_current(ahd_store *store, int64_t page, int64_t n,
                                  ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page), AHD_CELL_INT(n)};

    AHD_TRY(
        ahd_sqlite_put(store, set_aside_sql, key, AHD_CELL_COUNT(key), error));
    AHD_TRY(ahd_sqlite_put(store, unsettle_sql, NULL, 0, error));
    return ahd_sqlite_put(store, drop_act_sql, key, AHD_CELL_COUNT(key), error);
}
