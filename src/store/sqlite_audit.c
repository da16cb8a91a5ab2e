/* sqlite_audit.c - the log is read, and what belongs to nothing is found. */
#include "store/sqlite_log.h"

/* ---------------------------------------------------------------- lines */

static const char lines_sql[] = "SELECT seq, kind, body, leaf FROM log"
                                " WHERE seq > ?1 ORDER BY seq";

static ahd_log_line line_of(sqlite3_stmt *s)
{
    return (ahd_log_line){.seq = sqlite3_column_int64(s, 0),
                          .kind = ahd_sqlite_str(s, 1),
                          .body = ahd_sqlite_str(s, 2),
                          .leaf = ahd_sqlite_str(s, 3)};
}

ahd_status ahd_store_lines(ahd_store *store, ahd_line_fn *each, void *context,
                           ahd_error *error)
{
    const ahd_cell after[] = {AHD_CELL_INT(INT64_MIN)};
    sqlite3_stmt *s = NULL;
    bool row = false;

    ahd_status status = ahd_sqlite_prepare(store, lines_sql, &s, error);
    if (status == AHD_OK)
        ahd_sqlite_bind(s, after, 1);
    while (status == AHD_OK) {
        status = ahd_sqlite_step(store, s, &row, error);
        if (status != AHD_OK || !row)
            break;
        const ahd_log_line line = line_of(s);
        status = each(context, &line, error);
    }
    sqlite3_finalize(s);
    return status;
}

static const char line_sql[] = "SELECT body FROM log WHERE seq = ?1";

ahd_status ahd_store_line(ahd_store *store, int64_t seq, ahd_buf *out,
                          ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(seq)};
    sqlite3_stmt *s;
    bool row;

    ahd_buf_clear(out);
    AHD_TRY(ahd_sqlite_ready(store, line_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    if (row)
        ahd_buf_add(out, ahd_sqlite_str(s, 0));
    sqlite3_reset(s);
    return AHD_OK;
}

/* ---------------------------------------------------------------- pages */

/* Each is answered from an index, however many pages there are. */
static const char select_all_sql[] =
    "SELECT min(page) FROM pages WHERE page > ?1";
static const char select_agreement_sql[] =
    "SELECT min(page) FROM act_agreements WHERE agreement = ?2 AND page > ?1";
static const char select_document_sql[] =
    "SELECT min(page) FROM (SELECT min(page) AS page FROM documents"
    " WHERE id = ?2 AND page > ?1 UNION ALL SELECT page FROM pages"
    " WHERE sha256 = ?2 AND page > ?1)";

ahd_status ahd_store_select(ahd_store *store, const ahd_bundle *wanted,
                            int64_t after, int64_t *page, ahd_error *error)
{
    const char *sql = wanted->agreement  ? select_agreement_sql
                      : wanted->document ? select_document_sql
                                         : select_all_sql;
    const ahd_cell key[] = {
        AHD_CELL_INT(after),
        AHD_CELL_STR(ahd_str_from(wanted->agreement ? wanted->agreement
                                                    : wanted->document))};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    ahd_sqlite_bind(s, key, sql == select_all_sql ? 1 : 2);
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    *page = row ? sqlite3_column_int64(s, 0) : 0;
    sqlite3_reset(s);
    return AHD_OK;
}

/* -------------------------------------------------------------- orphans */

static const char orphans_sql[] =
    "SELECT \"table\", rowid FROM pragma_foreign_key_check";
/* The first of a page's sightings leads, and no other. */
static const char leads_sql[] =
    "SELECT 'leads', l.page FROM leads l LEFT JOIN captures o"
    " ON o.capture = l.capture AND o.page = l.page WHERE o.capture IS NULL"
    " OR EXISTS (SELECT 1 FROM captures n WHERE n.page = l.page"
    " AND " AHD_SQLITE_RANK("n") " < " AHD_SQLITE_RANK(
        "o") ")"
             " UNION ALL SELECT 'leads', p.page FROM pages p"
             " WHERE NOT EXISTS (SELECT 1 FROM leads l WHERE l.page = p.page)";

static ahd_status tell_orphans(ahd_store *store, const char *sql,
                               ahd_orphan_fn *each, void *context,
                               ahd_error *error)
{
    sqlite3_stmt *s = NULL;
    bool row = false;

    ahd_status status = ahd_sqlite_prepare(store, sql, &s, error);
    while (status == AHD_OK) {
        status = ahd_sqlite_step(store, s, &row, error);
        if (status != AHD_OK || !row)
            break;
        each(context, ahd_sqlite_str(s, 0), sqlite3_column_int64(s, 1));
    }
    sqlite3_finalize(s);
    return status;
}

ahd_status ahd_store_orphans(ahd_store *store, ahd_orphan_fn *each,
                             void *context, ahd_error *error)
{
    AHD_TRY(tell_orphans(store, orphans_sql, each, context, error));
    return tell_orphans(store, leads_sql, each, context, error);
}
