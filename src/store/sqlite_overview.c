/* sqlite_overview.c - the statements behind overview.h. */
#include "store/overview.h"
#include "store/questions.h"
#include "store/sqlite.h"
#include "store/sqlite_counts.h"

#include <string.h>

enum { DEFAULT_LIMIT = 1000 };

/* ?1 id ?2 from ?3 to ?4 after ?5 limit ?6 other ?7 place ?8 act */

#define STANDS AHD_SQLITE_STANDS("?1")
#define ONCE(x) AHD_SQLITE_ONCE(x)
#define OCCURRENCE(x) AHD_SQLITE_OCCURRENCE(x)

/* So many rows are looked at, the latest ones: an overview of a record of a
 * million acts must not wait for all of them. */
#define MOST " LIMIT 20000"
#define SOME " LIMIT 8000"
#define FEWER " LIMIT 4000"
#define FEW_ACTS "1500"
#define FEW " LIMIT " FEW_ACTS

#define FIRST_WEEK "date(?2, (-7 * ?5) || ' days')"
#define IS_CLAIM "act IN ('accuse', 'breach')"

/* The acts of an agreement from ?5 weeks before ?2 to ?3; and since when it was
 * told of what happened then. */
#define WEEKS(days)                                                            \
    "SELECT CASE WHEN day >= ?2 THEN -1 ELSE CAST((julianday(?2) -"            \
    " julianday(day) - 1) / 7 AS INTEGER) END AS week, sum(acts) AS acts,"     \
    " sum(claims) AS claims, min(iif(told, day, NULL)) AS told FROM " days     \
    " WHERE agreement = " STANDS " AND day >= " FIRST_WEEK                     \
    " AND day <= ?3 GROUP BY week ORDER BY week"

/* Acts on pages above ?4: those that were first told there, and others. */
#define FIRST_PAGE(x)                                                          \
    "coalesce((SELECT min(z.page) FROM occurrence_acts z"                      \
    " WHERE z.occurrence = o.occurrence), " x ".page)"
#define KEPT                                                                   \
    "SELECT sum(first > ?4) AS new, sum(first > ?4 AND " IS_CLAIM ")"          \
    " AS new_claims, sum(first <= ?4) AS retold, sum(told) >= " FEW_ACTS       \
    " AS cut FROM (SELECT " ONCE(                                              \
        "g") " AS once, count(*) AS told,"                                     \
             " min(" FIRST_PAGE(                                               \
                 "g") ") AS first, min(g.act) AS act FROM"                     \
                      " (SELECT page, n, act FROM act_agreements WHERE "       \
                      "agreement IN " AHD_SQLITE_SAME " AND page > ?4" FEW     \
                      ") g" OCCURRENCE("g") " GROUP BY 1)"

/* The new acts of an agreement that have a day. */
#define FRESH                                                                  \
    " FROM (SELECT " ONCE(                                                     \
        "g") " AS once, max(g.day) AS day, count(*) AS"                        \
             " tellings FROM (SELECT page, n, day FROM act_agreements WHERE"   \
             " agreement IN " AHD_SQLITE_SAME                                  \
             " AND day >= iif(?4 < 0, ?2, '')"                                 \
             " AND day <= iif(?4 < 0, ?3, '9998') AND page > ?4"               \
             " ORDER BY day DESC LIMIT 80) g" OCCURRENCE(                      \
                 "g") " WHERE " FIRST_PAGE("g") " > ?4 GROUP BY 1 ORDER BY 2 " \
                                                "DESC, 1 LIMIT 5) f"

#define REFUSED                                                                \
    " FROM documents INDEXED BY documents_refused WHERE refused IS NOT NULL"   \
    " AND page > ?4"

/* Acts with a place by what leads to them: all of them, or those of one
 * agreement or actor. */
#define DAYS(x)                                                                \
    " AND (?2 IS NULL OR " x ".day >= ?2) AND (?3 IS NULL OR " x               \
    ".day <= ?3) AND (?8 IS NULL OR " x ".act = ?8)"
#define PLACED_ANY                                                             \
    "(SELECT page, n, day, act, place_id FROM acts x INDEXED BY acts_placed"   \
    " WHERE place_id IS NOT NULL" DAYS("x") " ORDER BY day DESC" FEWER ") a"
#define PLACED_BY(lead)                                                        \
    "(SELECT DISTINCT b.page, b.n, b.day, b.act, b.place_id FROM (SELECT"      \
    " x.page, x.n FROM " lead DAYS(                                            \
        "x") " ORDER BY x.day DESC" FEWER ") l"                                \
             " CROSS JOIN acts b INDEXED BY acts_placed_at"                    \
             " ON b.page = l.page AND b.n = l.n"                               \
             " WHERE b.place_id IS NOT NULL AND (?6 IS NULL OR EXISTS "        \
             "(SELECT 1 FROM"                                                  \
             " act_actors WHERE page = b.page AND n = b.n AND actor = ?6))) a"
#define PLACED_AGREEMENT                                                       \
    PLACED_BY("act_agreements x WHERE x.agreement IN " AHD_SQLITE_SAME)
#define PLACED_ACTOR PLACED_BY("act_actors x WHERE x.actor = ?6")
#define PLACES(lead)                                                           \
    "SELECT a.place_id AS place, a.act, count(DISTINCT " ONCE(                 \
        "a") ") AS acts FROM " lead                                            \
        OCCURRENCE("a") " GROUP BY 1, 2 ORDER BY 1, 2"
#define PLACED(lead)                                                           \
    "SELECT c.id AS occurrence, coalesce(c.tellings, 1) AS tellings," TELLING  \
    " FROM (SELECT " ONCE(                                                     \
        "a") " AS once, min(a.day) AS day, min(a.page) AS"                     \
             " page, a.n AS n FROM " lead OCCURRENCE(                          \
                 "a") " WHERE a.place_id = ?7"                                 \
                      " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?5) f"             \
                      " LEFT JOIN occurrences c ON c.occurrence = f.once"      \
                      " JOIN acts a ON a.page = f.page AND a.n = f.n"          \
                      " JOIN documents d ON d.page = a.page ORDER BY f.day "   \
                      "DESC, f.once"

#define TELLING AHD_QUESTION_TELLING

static const ahd_question questions[] = {
    {"record",
     "SELECT (SELECT max(published) FROM documents INDEXED BY"
     " documents_outlets WHERE published <= ?3) AS told,"
     " (SELECT max(page) FROM pages) AS page, (SELECT substr(seen_at, 1,"
     " 10) FROM captures ORDER BY capture DESC LIMIT 1) AS seen"},
    {"added", "SELECT page, substr(first_seen, 1, 10) AS day FROM pages"
              " WHERE page > (?4 + ?5) / 2 ORDER BY page LIMIT 1"},
    {"fresh-told",
     "SELECT coalesce(m.entry, g.agreement) AS id, count(*) AS acts"
     " FROM (SELECT page, n FROM acts INDEXED BY acts_listed WHERE day >= ?2"
     " AND day <= ?3 ORDER BY day DESC" MOST ") a CROSS JOIN act_agreements g"
     " ON g.page = a.page AND g.n = a.n LEFT JOIN merged_agreements m"
     " ON m.found = g.agreement WHERE g.agreement IS NOT NULL"
     " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?5"},
    {"fresh-kept",
     "SELECT coalesce(m.entry, g.agreement) AS id, count(*) AS acts"
     " FROM (SELECT agreement FROM act_agreements WHERE page > ?4"
     " AND agreement IS NOT NULL ORDER BY page DESC" SOME ") g"
     " LEFT JOIN merged_agreements m ON m.found = g.agreement"
     " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?5"},
    {"weeks",
     WEEKS("(" AHD_SQLITE_DAYS("g.agreement IN " AHD_SQLITE_SAME) ")")},
    {"kept", KEPT},
    {"fresh", "SELECT c.id AS occurrence, f.tellings, " TELLING FRESH
              " LEFT JOIN occurrences c ON c.occurrence = f.once"
              " JOIN acts a ON a.page = coalesce(c.page, -f.once >> 16)"
              " AND a.n = coalesce(c.n, -f.once & 65535)"
              " JOIN documents d ON d.page = a.page"
              " ORDER BY a.day DESC, f.once"},
    {"refused",
     "SELECT kind, substr(refused, 1, instr(refused || ':', ':') - 1)"
     " AS reason, count(*) AS documents" REFUSED
     " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?5"},
    {"refusals",
     "SELECT id, title, outlet, url, kind, refused AS reason" REFUSED
     " ORDER BY page DESC LIMIT ?5"},
    {"outlets",
     "SELECT outlet, count(*) AS documents, min(published) AS first,"
     " max(published) AS last FROM documents INDEXED BY documents_outlets"
     " WHERE published >= ?2 AND published <= ?3 AND outlet IS NOT NULL"
     " GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?5"},
    {"feeds",
     "SELECT url, failures, why, strftime('%Y-%m-%d', polled, 'unixepoch')"
     " AS polled FROM watch_feeds WHERE listed AND failures > 0"
     " ORDER BY failures DESC, url LIMIT ?5"},
    {"claimed",
     "SELECT d.json FROM (SELECT id FROM disputes INDEXED BY disputes_days"
     " WHERE last_day >= ?2 AND first_day <= ?3 ORDER BY last_day DESC,"
     " rung DESC, id LIMIT ?5) x CROSS JOIN disputes d ON d.id = x.id"
     " ORDER BY d.last_day DESC, d.rung DESC, d.id"},
    {"deadlines",
     "SELECT agreement, commitment AS n, status, deadline FROM fulfilments"
     " WHERE deadline >= ?2 AND deadline <= ?3"
     " ORDER BY deadline, agreement, n LIMIT ?5"},
    {"found", "SELECT name_ar AS ar, name_en AS en FROM found_agreements"
              " WHERE id = ?1 ORDER BY page DESC LIMIT 1"},
    {"places", PLACES(PLACED_ANY)},
    {"places-agreement", PLACES(PLACED_AGREEMENT)},
    {"places-actor", PLACES(PLACED_ACTOR)},
    {"placed", PLACED(PLACED_ANY)},
    {"placed-agreement", PLACED(PLACED_AGREEMENT)},
    {"placed-actor", PLACED(PLACED_ACTOR)},
    {"roles", "SELECT slot, act, count(*) AS acts FROM (SELECT slot, act FROM"
              " act_actors INDEXED BY act_actors_listed WHERE actor = ?1"
              " ORDER BY day DESC" SOME ") GROUP BY 1, 2"
              " ORDER BY 1, 3 DESC, 2"},
    {"company",
     "SELECT y.actor AS id, max(y.name) AS name, x.act, count(DISTINCT " ONCE(
         "x") ") AS acts, max(nullif(x.day, '9999')) AS last FROM (SELECT "
              "page, n, act,"
              " day, actor FROM act_actors INDEXED BY act_actors_listed"
              " WHERE actor = ?1 AND slot IN ('source', 'target') AND act IN "
              "('sign',"
              " 'meet', 'negotiate', 'mediate') ORDER BY day DESC" FEW ") x"
              " CROSS JOIN act_actors y ON y.page = x.page AND y.n = x.n"
              " AND y.actor <> x.actor AND y.slot IN ('source', "
              "'target')" OCCURRENCE(
                  "x") " GROUP BY 1, 3 ORDER BY 4 DESC, 1, 3 LIMIT ?5"},
    {"tellings",
     "SELECT c.id AS occurrence, a.numbers, m.story, m.origin IS NOT NULL"
     " AS copies, " TELLING " FROM occurrences c"
     " JOIN occurrence_acts o ON o.occurrence = c.occurrence"
     " JOIN acts a ON a.page = o.page AND a.n = o.n"
     " JOIN documents d ON d.page = a.page"
     " LEFT JOIN story_members m ON m.page = a.page WHERE c.id = ?1"
     " ORDER BY d.published IS NULL, d.published, d.outlet, d.id, a.n"
     " LIMIT ?5"},
    {"copies",
     "SELECT d.id AS document, d.outlet, d.title, d.published, d.lang,"
     " m.agency, coalesce(l.kind, r.kind) AS kind,"
     " coalesce(l.share, r.other_share) AS share FROM story_members s"
     " JOIN story_members m ON m.story = s.story AND m.page <> s.page"
     " JOIN documents d ON d.page = m.page"
     " LEFT JOIN story_links l ON l.page = s.page AND l.other = m.page"
     " LEFT JOIN story_links r ON r.page = m.page AND r.other = s.page"
     " WHERE s.page IN (SELECT max(page) FROM documents WHERE id = ?1)"
     " ORDER BY coalesce(l.share, r.other_share, 0) DESC, d.published, d.id"
     " LIMIT ?5"},
    {"shared",
     "SELECT o.n, c.id AS occurrence, c.tellings FROM occurrence_acts o"
     " JOIN occurrences c ON c.occurrence = o.occurrence"
     " WHERE o.page IN (SELECT max(page) FROM documents WHERE id = ?1)"
     " AND c.tellings > 1 ORDER BY o.n"},
    {NULL, NULL},
};

/* The same of what settling counted. */
static const ahd_question counted_questions[] = {
    {"weeks", WEEKS("agreement_days")},
    {NULL, NULL},
};

static ahd_status tell_all(ahd_store *store, sqlite3_stmt *s, ahd_buf *out,
                           ahd_error *error)
{
    ahd_status status;
    bool row, any = false;

    ahd_buf_byte(out, '[');
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row) {
        if (any)
            ahd_buf_byte(out, ',');
        ahd_sqlite_tell(s, out);
        any = true;
    }
    ahd_buf_byte(out, ']');
    return status;
}

static const char *sql_among(const ahd_question *list, const char *what)
{
    for (; list->name; list++)
        if (strcmp(list->name, what) == 0)
            return list->sql;
    return NULL;
}

/* NULL when there is no such question. */
static ahd_status sql_of(ahd_store *store, const char *what, const char **out,
                         ahd_error *error)
{
    const char *sql = sql_among(counted_questions, what);
    bool counted = false;

    if (sql != NULL)
        AHD_TRY(ahd_sqlite_counted(store, &counted, error));
    *out = counted ? sql : sql_among(questions, what);
    if (*out == NULL)
        *out = sql_among(ahd_questions_pairing, what);
    return AHD_OK;
}

static void bind(sqlite3_stmt *s, const ahd_overview *a)
{
    const ahd_cell cells[] = {
        AHD_CELL_STR(ahd_str_from(a->id)),
        AHD_CELL_STR(ahd_str_from(a->from)),
        AHD_CELL_STR(ahd_str_from(a->to)),
        AHD_CELL_INT(a->after),
        AHD_CELL_INT(a->limit > 0 ? a->limit : DEFAULT_LIMIT),
        AHD_CELL_STR(ahd_str_from(a->other)),
        AHD_CELL_STR(ahd_str_from(a->place)),
        AHD_CELL_STR(ahd_str_from(a->act)),
    };

    ahd_sqlite_bind(s, cells, (int)(sizeof cells / sizeof *cells));
}

ahd_status ahd_store_ask(ahd_store *store, const ahd_overview *ask,
                         ahd_buf *out, ahd_error *error)
{
    const char *sql;
    sqlite3_stmt *s;

    AHD_TRY(sql_of(store, ask->what, &sql, error));
    if (sql == NULL)
        return ahd_fail(error, AHD_EUSAGE, "a record is not asked for '%s'",
                        ask->what);
    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    bind(s, ask);
    ahd_status status = tell_all(store, s, out, error);
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    if (status == AHD_OK && out->failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return status;
}
