/* sqlite_links.c - what points at what: acts at acts, a page at where it was
 * seen. Each answer is a list of JSON objects. */
#include "store/sqlite.h"
#include "store/standing.h"

/* The links of an agreement's acts, between what they are tellings of, and in
 * each document that has them. */
static const char links_sql[] =
    "SELECT DISTINCT f.id AS \"from\", t.id AS \"to\", l.role,"
    " d.id AS document, l.n, l.other, a.act, a.sentence"
    " FROM act_agreements g JOIN act_links l ON l.page = g.page AND l.n = g.n"
    " JOIN documents d ON d.page = l.page"
    " JOIN acts a ON a.page = l.page AND a.n = l.other"
    " JOIN occurrence_acts x ON x.page = l.page AND x.n = l.n"
    " JOIN occurrence_acts y ON y.page = l.page AND y.n = l.other"
    " JOIN occurrences f ON f.occurrence = x.occurrence"
    " JOIN occurrences t ON t.occurrence = y.occurrence"
    " WHERE g.agreement = ?1 AND f.id <> t.id ORDER BY 1, 2, 3, 4, 5, 6 LIMIT "
    "5000";

/* Of equal ids the page kept last, as ahd_store_document has it. */
static const char captures_sql[] =
    "SELECT url, seen_at FROM captures WHERE page = (SELECT page FROM"
    " (SELECT page FROM documents WHERE id = ?1 UNION ALL"
    " SELECT page FROM pages WHERE sha256 = ?1) ORDER BY page DESC LIMIT 1)"
    " ORDER BY seen_at, capture LIMIT 100";

static ahd_status list(ahd_store *store, const char *sql, ahd_str id,
                       ahd_buf *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id)};
    bool row = false, first = true;
    sqlite3_stmt *s = NULL;

    AHD_TRY(ahd_sqlite_prepare(store, sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    ahd_buf_byte(out, '[');
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    for (; status == AHD_OK && row;
         status = ahd_sqlite_step(store, s, &row, error)) {
        if (!first)
            ahd_buf_byte(out, ',');
        ahd_sqlite_tell(s, out);
        first = false;
    }
    ahd_buf_byte(out, ']');
    sqlite3_finalize(s);
    if (status == AHD_OK && out->failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return status;
}

ahd_status ahd_store_links(ahd_store *store, ahd_str agreement, ahd_buf *out,
                           ahd_error *error)
{
    return list(store, links_sql, agreement, out, error);
}

ahd_status ahd_store_captures(ahd_store *store, ahd_str document, ahd_buf *out,
                              ahd_error *error)
{
    return list(store, captures_sql, document, out, error);
}
