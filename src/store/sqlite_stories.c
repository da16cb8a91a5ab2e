/* sqlite_stories.c - fingerprints, stories and their links. */
#include "store/sqlite.h"
#include "store/storied.h"

/* ---------------------------------------------------------- fingerprints */

static const char put_print_sql[] =
    "INSERT OR REPLACE INTO prints (page, print) VALUES (?1, ?2)";
static const char found_print_sql[] =
    "DELETE FROM prints_missing WHERE page = ?1";
static const char prints_sql[] =
    "SELECT s.page, p.sha256, d.published, s.print FROM prints s"
    " JOIN pages p ON p.page = s.page JOIN documents d ON d.page = s.page"
    " ORDER BY s.page";
static const char unprinted_sql[] = "SELECT count(*) FROM prints_missing";

ahd_status ahd_store_put_print(ahd_store *store, int64_t page, ahd_str print,
                               ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_BLOB(print)};

    AHD_TRY(
        ahd_sqlite_put(store, put_print_sql, row, AHD_CELL_COUNT(row), error));
    return ahd_sqlite_put(store, found_print_sql, row, 1, error);
}

ahd_status ahd_store_prints(ahd_store *store, ahd_printed_fn *each,
                            void *context, ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, prints_sql, &s, error));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row) {
        const ahd_printed one = {.page = sqlite3_column_int64(s, 0),
                                 .sha256 = ahd_sqlite_str(s, 1),
                                 .published = ahd_sqlite_str(s, 2),
                                 .print = ahd_sqlite_str(s, 3)};
        status = each(context, &one, error);
        if (status != AHD_OK)
            break;
    }
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_unprinted(ahd_store *store, int64_t *count,
                               ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    *count = 0;
    AHD_TRY(ahd_sqlite_ready(store, unprinted_sql, &s, error));
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    if (row)
        *count = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    return AHD_OK;
}

/* --------------------------------------------------------------- keeping */

static const char put_storied_sql[] =
    "INSERT INTO story_members (page, story, root, origin, agency)"
    " VALUES (?1, ?2, ?3, nullif(?4, 0), ?5)";
static const char put_tie_sql[] =
    "INSERT INTO story_links (page, other, kind, share, other_share, via)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
/* Who has no outlet is one by itself; so is a root that no agency is behind. */
static const char sum_sql[] =
    "INSERT INTO stories (story, id, documents, outlets, roots, first_day,"
    " title) SELECT m.story, f.id, count(*),"
    " count(DISTINCT coalesce(d.outlet, d.page)),"
    " count(DISTINCT coalesce(m.agency, m.root)), min(d.published), f.title"
    " FROM story_members m JOIN documents d ON d.page = m.page"
    " JOIN documents f ON f.page = m.story GROUP BY m.story"
    " HAVING count(*) > 1";

static const char storied_sql[] = "SELECT count(*) FROM settled_stories";
static const char mark_storied_sql[] =
    "INSERT OR IGNORE INTO settled_stories VALUES (1)";

ahd_status ahd_store_is_storied(ahd_store *store, bool *storied,
                                ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};
    int64_t rows;

    AHD_TRY(ahd_sqlite_number(store, storied_sql, none, &rows, error));
    *storied = rows > 0;
    return AHD_OK;
}

ahd_status ahd_store_mark_storied(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, mark_storied_sql, NULL, 0, error);
}

ahd_status ahd_store_unstory(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_exec(store,
                           "DELETE FROM stories; DELETE FROM story_links;"
                           "DELETE FROM story_members;",
                           error);
}

ahd_status ahd_store_put_storied(ahd_store *store, const ahd_storied *one,
                                 ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(one->page), AHD_CELL_INT(one->story),
                            AHD_CELL_INT(one->root), AHD_CELL_INT(one->origin),
                            AHD_CELL_STR(one->agency)};

    return ahd_sqlite_put(store, put_storied_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_put_tie(ahd_store *store, const ahd_story_tie *tie,
                             ahd_error *error)
{
    const ahd_cell row[] = {
        AHD_CELL_INT(tie->page),         AHD_CELL_INT(tie->other),
        AHD_CELL_STR(tie->kind),         AHD_CELL_REAL(tie->share),
        AHD_CELL_REAL(tie->other_share), AHD_CELL_STR(tie->via)};

    return ahd_sqlite_put(store, put_tie_sql, row, AHD_CELL_COUNT(row), error);
}

ahd_status ahd_store_sum_stories(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, sum_sql, NULL, 0, error);
}

/* ---------------------------------------------------------------- asking */

#define COLUMNS                                                                \
    "SELECT s.id, s.documents, s.outlets, s.roots, s.first_day, s.title,"      \
    " s.story FROM stories s"
/* Of equal ids of documents, the page kept last, as for documents. */
#define STORY_OF                                                               \
    "(SELECT m.story FROM story_members m JOIN documents d"                    \
    " ON d.page = m.page WHERE d.id = ?1 ORDER BY m.page DESC LIMIT 1)"

static const char stories_sql[] =
    COLUMNS " WHERE (?1 IS NULL OR s.first_day >= ?1)"
            " AND (?2 IS NULL OR s.first_day <= ?2)"
            " ORDER BY s.documents DESC, s.first_day, s.id, s.story"
            " LIMIT ?3 OFFSET ?4";
static const char following_sql[] =
    COLUMNS " WHERE s.story > ?5 AND (?1 IS NULL OR s.first_day >= ?1)"
            " AND (?2 IS NULL OR s.first_day <= ?2) ORDER BY s.story LIMIT ?3";
static const char story_sql[] = COLUMNS " WHERE s.story = " STORY_OF;
static const char members_sql[] =
    "SELECT d.id, d.outlet, d.published, d.lang, d.title, m.agency, o.id,"
    " l.kind, l.via, l.share FROM story_members m"
    " JOIN documents d ON d.page = m.page"
    " JOIN pages p ON p.page = m.page"
    " LEFT JOIN documents o ON o.page = m.origin"
    " LEFT JOIN story_links l ON l.page = m.page AND l.other = m.origin"
    " WHERE m.story = " STORY_OF " ORDER BY m.page <> m.story,"
    " d.published IS NULL, d.published, d.id, p.sha256";
static const char pairs_sql[] =
    "SELECT d.id, o.id, l.kind, l.via, l.share, l.other_share"
    " FROM story_members m JOIN story_links l ON l.page = m.page"
    " JOIN documents d ON d.page = l.page"
    " JOIN documents o ON o.page = l.other WHERE m.story = " STORY_OF
    " ORDER BY l.kind = 'same-event', d.id, l.share DESC, o.id";

enum { DEFAULT_LIMIT = 1000 };

static bool give_story(sqlite3_stmt *s, ahd_story_fn *each, void *context)
{
    const ahd_story_row row = {.id = ahd_sqlite_str(s, 0),
                               .documents = sqlite3_column_int64(s, 1),
                               .outlets = sqlite3_column_int64(s, 2),
                               .roots = sqlite3_column_int64(s, 3),
                               .first = ahd_sqlite_str(s, 4),
                               .title = ahd_sqlite_str(s, 5),
                               .key = ahd_sqlite_str(s, 6)};

    return each(context, &row);
}

ahd_status ahd_store_stories(ahd_store *store, const ahd_filter *filter,
                             ahd_story_fn *each, void *context,
                             ahd_error *error)
{
    static const ahd_filter any = {0};
    const ahd_filter *f = filter ? filter : &any;
    uint32_t after = 0;
    if (f->after)
        (void)ahd_str_number(ahd_str_from(f->after), &after);
    const ahd_cell key[] = {
        AHD_CELL_STR(ahd_str_from(f->from)), AHD_CELL_STR(ahd_str_from(f->to)),
        AHD_CELL_INT(f->limit > 0 ? f->limit : DEFAULT_LIMIT),
        AHD_CELL_INT(f->offset > 0 ? f->offset : 0), AHD_CELL_INT(after)};
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, f->after ? following_sql : stories_sql, &s,
                             error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && give_story(s, each, context));
    sqlite3_reset(s);
    return status;
}

/* The statement of `sql`, bound to an id. */
static ahd_status ask(ahd_store *store, const char *sql, ahd_str id,
                      sqlite3_stmt **out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id)};

    AHD_TRY(ahd_sqlite_ready(store, sql, out, error));
    ahd_sqlite_bind(*out, key, AHD_CELL_COUNT(key));
    return AHD_OK;
}

ahd_status ahd_store_story(ahd_store *store, ahd_str id, ahd_story_fn *each,
                           void *context, ahd_error *error)
{
    sqlite3_stmt *s;
    bool found = false;

    AHD_TRY(ask(store, story_sql, id, &s, error));
    ahd_status status = ahd_sqlite_step(store, s, &found, error);
    if (found)
        (void)give_story(s, each, context);
    sqlite3_reset(s);
    return status;
}

static bool give_member(sqlite3_stmt *s, ahd_story_member_fn *each,
                        void *context)
{
    const ahd_story_member one = {.document = ahd_sqlite_str(s, 0),
                                  .outlet = ahd_sqlite_str(s, 1),
                                  .published = ahd_sqlite_str(s, 2),
                                  .lang = ahd_sqlite_str(s, 3),
                                  .title = ahd_sqlite_str(s, 4),
                                  .agency = ahd_sqlite_str(s, 5),
                                  .origin = ahd_sqlite_str(s, 6),
                                  .kind = ahd_sqlite_str(s, 7),
                                  .via = ahd_sqlite_str(s, 8),
                                  .share = sqlite3_column_double(s, 9)};

    return each(context, &one);
}

ahd_status ahd_store_story_members(ahd_store *store, ahd_str id,
                                   ahd_story_member_fn *each, void *context,
                                   ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ask(store, members_sql, id, &s, error));
    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && give_member(s, each, context));
    sqlite3_reset(s);
    return status;
}

static bool give_pair(sqlite3_stmt *s, ahd_story_pair_fn *each, void *context)
{
    const ahd_story_pair one = {.document = ahd_sqlite_str(s, 0),
                                .other = ahd_sqlite_str(s, 1),
                                .kind = ahd_sqlite_str(s, 2),
                                .via = ahd_sqlite_str(s, 3),
                                .share = sqlite3_column_double(s, 4),
                                .other_share = sqlite3_column_double(s, 5)};

    return each(context, &one);
}

ahd_status ahd_store_story_pairs(ahd_store *store, ahd_str id,
                                 ahd_story_pair_fn *each, void *context,
                                 ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ask(store, pairs_sql, id, &s, error));
    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && give_pair(s, each, context));
    sqlite3_reset(s);
    return status;
}
