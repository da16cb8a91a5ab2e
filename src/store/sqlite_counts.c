/* sqlite_counts.c - how many acts agreements and actors have, in all and by
 * day.
 *
 * Counting them looks at every act there is. It is done by settling, which
 * keeps what it counted; lists ask for that. What was added or reviewed since
 * is counted while somebody waits, but not in a record of very many acts:
 * there, what was counted last is told until the next settling (decision 30).
 */
#include "store/sqlite_counts.h"
#include "store/sqlite.h"
#include "store/standing.h"

enum { DEFAULT_LIMIT = 1000 };

/* An act may name an agreement twice; it is one act about it. Of several
 * discoveries with one id, the last page's counts. */
#define COUNT_AGREEMENTS                                                       \
    "SELECT x.agreement AS agreement, count(*) AS acts,"                       \
    " sum(a.act IN ('accuse', 'breach')) AS claims,"                           \
    " count(DISTINCT x.page) AS documents"                                     \
    " FROM (SELECT DISTINCT coalesce(entry, agreement)"                        \
    " AS agreement, page, n FROM act_agreements LEFT JOIN merged_agreements"   \
    " ON found = agreement WHERE agreement IS NOT NULL) x"                     \
    " JOIN acts a ON a.page = x.page AND a.n = x.n GROUP BY x.agreement"
#define COUNT_ACTORS                                                           \
    "SELECT actor, count(*) AS acts, max(name) AS name"                        \
    " FROM (SELECT actor, page, n, max(name) AS name FROM act_actors"          \
    " GROUP BY actor, page, n) GROUP BY actor"

/* --------------------------------------------------------------- counting */

/* Documents of a record whose acts are not counted while somebody waits: those
 * of 50,000 acts and more, as in ahd_settle_soon. */
static const char is_counted_sql[] =
    "SELECT EXISTS (SELECT 1 FROM settled) OR (EXISTS (SELECT 1 FROM"
    " agreement_counts) AND (SELECT max(page) FROM documents) > 20000)";

ahd_status ahd_sqlite_counted(ahd_store *store, bool *counted, ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};
    int64_t rows;

    AHD_TRY(ahd_sqlite_number(store, is_counted_sql, none, &rows, error));
    *counted = rows > 0;
    return AHD_OK;
}

ahd_status ahd_store_count(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_exec(
        store,
        "DELETE FROM agreement_counts; DELETE FROM actor_counts;"
        "DELETE FROM agreement_days;"
        "INSERT INTO agreement_counts (agreement, acts, claims, "
        "documents) " COUNT_AGREEMENTS ";"
        "INSERT INTO actor_counts (actor, acts, name) " COUNT_ACTORS ";"
        "INSERT INTO agreement_days (agreement, day, acts, claims, "
        "told) " AHD_SQLITE_DAYS("g.agreement IS NOT NULL"),
        error);
}

/* ------------------------------------------------------------- agreements */

#define AGREEMENTS(counts)                                                     \
    "SELECT c.agreement, c.acts, c.claims, c.documents, f.name_ar, f.name_en," \
    " f.kind, f.date, f.place, f.id IS NOT NULL FROM " counts " c"             \
    " LEFT JOIN found_agreements f ON f.id = c.agreement AND f.page ="         \
    " (SELECT max(page) FROM found_agreements WHERE id = c.agreement)"         \
    " ORDER BY c.acts DESC, c.agreement"

static const char *const agreements[] = {AGREEMENTS("(" COUNT_AGREEMENTS ")"),
                                         AGREEMENTS("agreement_counts")};

/* Who the rows are for: one of the functions is set. */
struct taker {
    void *context;
    ahd_agreement_fn *agreement;
    ahd_actor_fn *actor;
};

static bool give_agreement(const void *context, sqlite3_stmt *s)
{
    const struct taker *to = context;
    const ahd_agreement_row row = {.id = ahd_sqlite_str(s, 0),
                                   .acts = sqlite3_column_int64(s, 1),
                                   .claims = sqlite3_column_int64(s, 2),
                                   .documents = sqlite3_column_int64(s, 3),
                                   .name_ar = ahd_sqlite_str(s, 4),
                                   .name_en = ahd_sqlite_str(s, 5),
                                   .kind = ahd_sqlite_str(s, 6),
                                   .date = ahd_sqlite_str(s, 7),
                                   .place = ahd_sqlite_str(s, 8),
                                   .found = sqlite3_column_int(s, 9) != 0};

    return to->agreement(to->context, &row);
}

ahd_status ahd_store_agreements(ahd_store *store, ahd_agreement_fn *each,
                                void *context, ahd_error *error)
{
    const struct taker to = {.context = context, .agreement = each};
    sqlite3_stmt *s = NULL;
    bool counted;

    AHD_TRY(ahd_sqlite_counted(store, &counted, error));
    AHD_TRY(ahd_sqlite_prepare(store, agreements[counted], &s, error));
    return ahd_sqlite_walk(store, s, give_agreement, &to, error);
}

/* ----------------------------------------------------------------- actors */

#define ACTORS(counts)                                                         \
    "SELECT actor, acts, name FROM " counts " ORDER BY acts DESC, actor"

static const char *const actors[] = {ACTORS("(" COUNT_ACTORS ")"),
                                     ACTORS("actor_counts")};
static const char *const following_actors[] = {
    "SELECT actor, acts, name FROM (" COUNT_ACTORS ") WHERE actor > ?1"
    " ORDER BY actor LIMIT ?2",
    "SELECT actor, acts, name FROM actor_counts WHERE actor > ?1"
    " ORDER BY actor LIMIT ?2"};

static bool give_actor(const void *context, sqlite3_stmt *s)
{
    const struct taker *to = context;
    const ahd_actor_row row = {.id = ahd_sqlite_str(s, 0),
                               .acts = sqlite3_column_int64(s, 1),
                               .name_en = ahd_sqlite_str(s, 2)};

    return to->actor(to->context, &row);
}

ahd_status ahd_store_actors(ahd_store *store, ahd_actor_fn *each, void *context,
                            ahd_error *error)
{
    const struct taker to = {.context = context, .actor = each};
    sqlite3_stmt *s = NULL;
    bool counted;

    AHD_TRY(ahd_sqlite_counted(store, &counted, error));
    AHD_TRY(ahd_sqlite_prepare(store, actors[counted], &s, error));
    return ahd_sqlite_walk(store, s, give_actor, &to, error);
}

ahd_status ahd_store_actors_after(ahd_store *store, const ahd_filter *filter,
                                  ahd_actor_fn *each, void *context,
                                  ahd_error *error)
{
    const struct taker to = {.context = context, .actor = each};
    ahd_str after = ahd_str_from(filter->after);
    sqlite3_stmt *s = NULL;
    bool counted;

    AHD_TRY(ahd_sqlite_counted(store, &counted, error));
    AHD_TRY(ahd_sqlite_prepare(store, following_actors[counted], &s, error));
    sqlite3_bind_text64(s, 1, after.ptr, after.len, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_int64(s, 2, filter->limit > 0 ? filter->limit : DEFAULT_LIMIT);
    return ahd_sqlite_walk(store, s, give_actor, &to, error);
}
