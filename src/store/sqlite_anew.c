/* sqlite_anew.c - what settling finds, once more beside what is kept.
 *
 * Temporary tables of the same names stand before the kept ones: whatever is
 * settled meanwhile reads the record as it is, writes into them, and needs no
 * right to write. Part of standing.h. */
#include "store/sqlite.h"
#include "store/standing.h"

/* A table as it is kept (main) or found (temp), without numbers that the record
 * gave to what it found. */
#define MERGED(of) "SELECT found, entry FROM " of ".merged_agreements"
#define MEMBERS(of)                                                            \
    "SELECT page, story, root, origin, agency FROM " of ".story_members"
#define LINKS(of)                                                              \
    "SELECT page, other, kind, via, round(share, 4) AS share,"                 \
    " round(other_share, 4) AS other_share FROM " of ".story_links"
#define STORIES(of)                                                            \
    "SELECT story, id, documents, outlets, roots, first_day, title"            \
    " FROM " of ".stories"
#define OCCURRENCES(of)                                                        \
    "SELECT id, act, modality, first_day, last_day, page, n, tellings,"        \
    " stories FROM " of ".occurrences"
#define TELLINGS(of)                                                           \
    "SELECT o.id, t.page, t.n FROM " of ".occurrence_acts t LEFT JOIN " of     \
    ".occurrences o ON o.occurrence = t.occurrence"
#define DISPUTES(of)                                                           \
    "SELECT id, agreement, accused, first_day, last_day, rung, claims,"        \
    " claimants, sides, stories, replies, json FROM " of ".disputes"
#define FULFILMENTS(of)                                                        \
    "SELECT agreement, commitment, status, deadline, evidence, json"           \
    " FROM " of ".fulfilments"
#define PAIRED(of)                                                             \
    "SELECT review, what, joins, page, n, other, other_n, stands, found"       \
    " FROM " of ".paired"
#define TIED(of) "SELECT page, n, other, other_n, role FROM " of ".tied"
#define AGREEMENTS(of)                                                         \
    "SELECT agreement, acts, claims, documents FROM " of ".agreement_counts"
#define DAYS(of)                                                               \
    "SELECT agreement, day, acts, claims, told FROM " of ".agreement_days"
#define ACTORS(of) "SELECT actor, acts, name FROM " of ".actor_counts"

#define BOTH(select, order)                                                    \
    {                                                                          \
        select("main") " EXCEPT " select("temp") " ORDER BY " order,           \
            select("temp") " EXCEPT " select("main") " ORDER BY " order        \
    }

/* The first `keys` columns tell a row from others of its table. */
static const struct anew {
    const char *table;
    int keys;
    const char *differing[2]; /* kept and not found, found and not kept */
} tables[] = {
    {"merged_agreements", 1, BOTH(MERGED, "1")},
    {"story_members", 1, BOTH(MEMBERS, "1")},
    {"story_links", 2, BOTH(LINKS, "1, 2")},
    {"stories", 1, BOTH(STORIES, "1")},
    {"occurrences", 1, BOTH(OCCURRENCES, "1")},
    {"occurrence_acts", 3, BOTH(TELLINGS, "1, 2, 3")},
    {"disputes", 1, BOTH(DISPUTES, "1")},
    {"fulfilments", 2, BOTH(FULFILMENTS, "1, 2")},
    {"paired", 1, BOTH(PAIRED, "1")},
    {"tied", 5, BOTH(TIED, "1, 2, 3, 4, 5")},
    {"agreement_counts", 1, BOTH(AGREEMENTS, "1")},
    {"actor_counts", 1, BOTH(ACTORS, "1")},
    {"agreement_days", 2, BOTH(DAYS, "1, 2")},
};
enum { TABLES = sizeof tables / sizeof *tables, MOST_SQL = 1 << 12 };

/* Joins look them up by these. */
static const char indices_sql[] =
    "CREATE TEMP TABLE settled AS SELECT * FROM main.settled LIMIT 0;"
    "CREATE TEMP TABLE settled_stories AS SELECT * FROM main.settled_stories"
    " LIMIT 0;"
    "CREATE INDEX temp.merged_found ON merged_agreements (found);"
    "CREATE INDEX temp.members_page ON story_members (page);"
    "CREATE INDEX temp.links_page ON story_links (page, other)";
static const char drop_marks_sql[] =
    "DROP TABLE IF EXISTS temp.settled;"
    "DROP TABLE IF EXISTS temp.settled_stories";

/* A statement for each table: its name stands before and behind `between`,
 * which may be empty. */
static ahd_status for_tables(ahd_store *store, const char *before,
                             const char *between, const char *behind,
                             ahd_error *error)
{
    ahd_buf sql = AHD_BUF(MOST_SQL);

    for (int i = 0; i < TABLES; i++)
        ahd_buf_printf(&sql, "%s%s%s%s%s;", before, tables[i].table, between,
                       *between ? tables[i].table : "", behind);
    ahd_status status = sql.failed
                            ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                            : ahd_sqlite_exec(store, sql.ptr, error);
    ahd_buf_finish(&sql);
    return status;
}

ahd_status ahd_store_anew_begin(ahd_store *store, ahd_error *error)
{
    AHD_TRY(for_tables(store, "CREATE TEMP TABLE ", " AS SELECT * FROM main.",
                       " LIMIT 0", error));
    return ahd_sqlite_exec(store, indices_sql, error);
}

/* After an error there is nothing to be told any more. */
void ahd_store_anew_end(ahd_store *store)
{
    (void)for_tables(store, "DROP TABLE IF EXISTS temp.", "", "", NULL);
    (void)sqlite3_exec(store->db, drop_marks_sql, NULL, NULL, NULL);
}

/* ------------------------------------------------------------- comparing */

typedef struct comparing {
    ahd_store *store;
    const struct anew *table;
    sqlite3_stmt *rows[2];
    bool at[2]; /* a row */
    ahd_buf told[2];
} comparing;

static int compare_cells(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    if (sqlite3_column_type(a, column) == SQLITE_INTEGER &&
        sqlite3_column_type(b, column) == SQLITE_INTEGER) {
        int64_t x = sqlite3_column_int64(a, column);
        int64_t y = sqlite3_column_int64(b, column);
        return (x > y) - (x < y);
    }
    return ahd_str_cmp(ahd_sqlite_str(a, column), ahd_sqlite_str(b, column));
}

/* Which row is told of first: 0 the kept one, 1 the found one, 2 both. */
static int turn(const comparing *c)
{
    int order = 0;

    if (!c->at[0] || !c->at[1])
        return c->at[0] ? 0 : 1;
    for (int i = 0; i < c->table->keys && order == 0; i++)
        order = compare_cells(c->rows[0], c->rows[1], i);
    return order < 0 ? 0 : order > 0 ? 1 : 2;
}

static ahd_status next(comparing *c, int side, ahd_error *error)
{
    return ahd_sqlite_step(c->store, c->rows[side], &c->at[side], error);
}

static ahd_status tell_rows(comparing *c, ahd_anew_fn *each, void *context,
                            ahd_error *error)
{
    for (int side = 0; side < 2; side++)
        AHD_TRY(next(c, side, error));
    while (c->at[0] || c->at[1]) {
        int whose = turn(c);
        for (int side = 0; side < 2; side++) {
            ahd_buf_clear(&c->told[side]);
            if (whose != 1 - side)
                ahd_sqlite_tell(c->rows[side], &c->told[side]);
        }
        AHD_TRY(each(context, ahd_str_from(c->table->table),
                     ahd_buf_str(&c->told[0]), ahd_buf_str(&c->told[1]),
                     error));
        for (int side = 0; side < 2; side++)
            if (whose != 1 - side)
                AHD_TRY(next(c, side, error));
    }
    return AHD_OK;
}

static ahd_status compare(comparing *c, ahd_anew_fn *each, void *context,
                          ahd_error *error)
{
    ahd_status status = AHD_OK;

    for (int side = 0; side < 2 && status == AHD_OK; side++)
        status = ahd_sqlite_prepare(c->store, c->table->differing[side],
                                    &c->rows[side], error);
    if (status == AHD_OK)
        status = tell_rows(c, each, context, error);
    for (int side = 0; side < 2; side++) {
        sqlite3_finalize(c->rows[side]);
        c->rows[side] = NULL;
    }
    return status;
}

ahd_status ahd_store_anew_compare(ahd_store *store, ahd_anew_fn *each,
                                  void *context, ahd_error *error)
{
    enum { MOST_ROW = 64 << 20 };
    comparing c = {.store = store,
                   .told = {AHD_BUF(MOST_ROW), AHD_BUF(MOST_ROW)}};
    ahd_status status = AHD_OK;

    for (int i = 0; i < TABLES && status == AHD_OK; i++) {
        c.table = &tables[i];
        status = compare(&c, each, context, error);
    }
    ahd_buf_finish(&c.told[0]);
    ahd_buf_finish(&c.told[1]);
    return status;
}
