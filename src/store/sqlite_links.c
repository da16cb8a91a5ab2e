/* sqlite_links.c - what points at what: acts at acts, a page at where it was
 * seen. Each answer is a list of JSON objects. */
#include "store/sqlite.h"
#include "store/standing.h"

#include <string.h>

enum { ACTS_MOST = 1500 }; /* of an agreement, the latest */

/* An index has those of each id by day, so however many there are, no more are
 * looked at than that, and the others of the last's day. */
#define LISTED "act_agreements INDEXED BY act_agreements_listed"
#define UNTIL "coalesce(?3, '9999')"
#define LATEST                                                                 \
    "(SELECT page, n FROM " AHD_SQLITE_SAME " i CROSS JOIN " LISTED            \
    " WHERE agreement = i.id AND day <= " UNTIL " AND day >= max("             \
    "coalesce(?2, ''), coalesce((SELECT day FROM " LISTED                      \
    " WHERE agreement = i.id AND day <= " UNTIL                                \
    " ORDER BY day DESC LIMIT 1 OFFSET ?4 - 1), ''))"                          \
    " ORDER BY day DESC LIMIT ?4) g"

/* What those acts are tellings of; what is shown of each is looked up for no
 * more than are wanted. */
static const char timeline_sql[] =
    "SELECT o.id, o.act, o.modality, o.first_day, o.last_day, d.id, o.n,"
    " o.tellings, o.stories, a.sentence, iif(?5, a.source_ar, a.source),"
    " iif(?5, a.target_ar, a.target), iif(?5, a.speaker_ar, a.speaker),"
    " d.outlet FROM (SELECT * FROM occurrences WHERE occurrence IN"
    " (SELECT x.occurrence FROM " LATEST
    " JOIN occurrence_acts x ON x.page = g.page AND x.n = g.n)"
    " ORDER BY first_day DESC, id DESC LIMIT ?6) o"
    " CROSS JOIN documents d ON d.page = o.page"
    " CROSS JOIN acts a ON a.page = o.page AND a.n = o.n"
    " ORDER BY o.first_day DESC, o.id DESC";

/* From the few latest acts, in this order: SQLite would look up documents
 * first. The links of an agreement's acts, between what they are tellings of,
 * and in each document that has them; and those that people made to other ones.
 */
#define LINKED(links, in, n)                                                   \
    "SELECT f.id AS \"from\", t.id AS \"to\", l.role, d.id AS document, l.n,"  \
    " " n " AS other, e.id AS \"in\", a.act, a.sentence"                       \
    " FROM " LATEST " CROSS JOIN " links " l ON l.page = g.page AND l.n = g.n" \
    " CROSS JOIN documents d ON d.page = l.page CROSS JOIN documents e ON "    \
    "e.page = " in " CROSS JOIN acts a ON a.page = " in " AND a.n = " n        \
    " CROSS JOIN occurrence_acts x ON x.page = l.page AND x.n = l.n"           \
    " CROSS JOIN occurrence_acts y ON y.page = " in " AND y.n = " n            \
    " CROSS JOIN occurrences f ON f.occurrence = x.occurrence"                 \
    " CROSS JOIN occurrences t ON t.occurrence = y.occurrence WHERE f.id <> "  \
    "t.id"
static const char links_sql[] =
    LINKED("act_links", "l.page", "l.other") " UNION " LINKED(
        "tied", "l.other", "l.other_n") " ORDER BY 1, 2, 3, 4, 5, 6, 7";

/* Of equal ids the page kept last, as ahd_store_document has it. */
static const char captures_sql[] =
    "SELECT url, seen_at FROM captures WHERE page = (SELECT page FROM"
    " (SELECT page FROM documents WHERE id = ?1 UNION ALL"
    " SELECT page FROM pages WHERE sha256 = ?1) ORDER BY page DESC LIMIT 1)"
    " ORDER BY seen_at, capture LIMIT 100";

/* `filter`: its agreement, from, to, lang and limit. */
static void bind_latest(sqlite3_stmt *s, const ahd_filter *f)
{
    const ahd_cell cells[] = {
        AHD_CELL_STR(ahd_str_from(f->agreement)),
        AHD_CELL_STR(ahd_str_from(f->from)),
        AHD_CELL_STR(ahd_str_from(f->to)),
        AHD_CELL_INT(ACTS_MOST),
        AHD_CELL_INT(f->lang && strcmp(f->lang, "ar") == 0),
        AHD_CELL_INT(f->limit > 0 ? f->limit : ACTS_MOST),
    };

    ahd_sqlite_bind(s, cells, sizeof cells / sizeof *cells);
}

static ahd_status list(ahd_store *store, const char *sql, ahd_str id,
                       ahd_buf *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id), AHD_CELL_STR(AHD_STR("")),
                            AHD_CELL_STR(AHD_STR("")), AHD_CELL_INT(ACTS_MOST)};
    bool row = false, first = true;
    sqlite3_stmt *s = NULL;

    AHD_TRY(ahd_sqlite_prepare(store, sql, &s, error));
    ahd_sqlite_bind(s, key, sizeof key / sizeof *key);
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

ahd_status ahd_store_timeline(ahd_store *store, const ahd_filter *filter,
                              ahd_occurrence_fn *each, void *context,
                              ahd_error *error)
{
    bool row = false, more = true;
    sqlite3_stmt *s = NULL;

    AHD_TRY(ahd_sqlite_prepare(store, timeline_sql, &s, error));
    bind_latest(s, filter);
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && more) {
        const ahd_occurrence_row one = ahd_sqlite_occurrence(s);
        more = each(context, &one);
        status = ahd_sqlite_step(store, s, &row, error);
    }
    sqlite3_finalize(s);
    return status;
}
