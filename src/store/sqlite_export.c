/* sqlite_export.c - the record as lines of JSON whose order and words follow
 * from its content only.
 *
 *     {"row":"act","page":"3f2a…","n":2,"act":"accuse",…}
 *
 * A table's columns are told as they are named, and new ones with them; numbers
 * that the record itself gave are left out, and a page is told by its hash. So
 * is the clock: when a page came is no content, unless its container told it.
 */
#include "output/writer.h"
#include "store/copy.h"
#include "store/pack.h"
#include "store/sqlite.h"

#include <string.h>

enum { LARGEST_LINE = 1 << 30 };

/* Pages in the order of their hashes, each with its rows of `table` t. */
#define OF_PAGES(table)                                                        \
    " FROM pages p CROSS JOIN " table " t ON t.page = p.page ORDER BY "        \
    "p.sha256"

/* A column that holds the number of a page. */
#define SHA256_OF(column)                                                      \
    "(SELECT sha256 FROM pages WHERE page = t." column ") AS " column

/* In the order of the dump. A row begins with what it is told by. */
static const struct told {
    const char *row, *sql;
} tables[] = {
    {"page", "SELECT sha256, format, size FROM pages ORDER BY sha256"},
    {"capture",
     "SELECT p.sha256 AS \"page\", t.path, t.line, t.url,"
     " iif(t.told, t.seen_at, NULL) AS seen_at, t.headers,"
     " t.capture IN (SELECT capture FROM leads WHERE page = p.page)"
     " AS leads" OF_PAGES("captures") ", t.path, t.line, t.url, 5, t.headers"},
    {"document", "SELECT p.sha256 AS \"page\", t.*" OF_PAGES("documents")},
    {"act", "SELECT p.sha256 AS \"page\", t.*" OF_PAGES("acts") ", t.n"},
    {"act_actor", "SELECT p.sha256 AS \"page\", t.*" OF_PAGES(
                      "act_actors") ", t.n, t.slot, t.actor"},
    {"act_agreement", "SELECT p.sha256 AS \"page\", t.*" OF_PAGES(
                          "act_agreements") ", t.n, t.rank"},
    {"act_commitment",
     "SELECT p.sha256 AS \"page\", t.*" OF_PAGES(
         "act_commitments") ", t.n, t.agreement, t.commitment"},
    {"act_link", "SELECT p.sha256 AS \"page\", t.*" OF_PAGES(
                     "act_links") ", t.n, t.other, t.role"},
    {"found_agreement",
     "SELECT p.sha256 AS \"page\", t.*" OF_PAGES("found_agreements") ", t.id"},
    {"occurrence", "SELECT p.sha256 AS \"page\", t.* FROM occurrences t"
                   " JOIN pages p ON p.page = t.page ORDER BY t.id"},
    {"occurrence_act",
     "SELECT o.id, p.sha256, t.n FROM occurrence_acts t"
     " JOIN occurrences o ON o.occurrence = t.occurrence"
     " JOIN pages p ON p.page = t.page ORDER BY o.id, p.sha256, t.n"},
    {"dispute", "SELECT * FROM disputes ORDER BY id"},
    {"fulfilment", "SELECT * FROM fulfilments ORDER BY agreement, commitment"},
    {"signature",
     "SELECT p.sha256 AS \"page\", t.*" OF_PAGES("signatures") ", t.n, t.rank"},
    {"merged_agreement", "SELECT * FROM merged_agreements ORDER BY found"},
    {"set_aside",
     "SELECT p.sha256 AS \"page\", t.*" OF_PAGES("set_aside") ", t.n"},
    {"review", "SELECT p.sha256 AS \"page\", t.reviewer, t.body" OF_PAGES(
                   "reviews") ", t.reviewer, t.body"},
    {"alias", "SELECT what, id, stands FROM aliases ORDER BY what, id"},
    {"story", "SELECT p.sha256 AS \"page\", t.id, t.documents, t.outlets,"
              " t.roots, t.first_day, t.title FROM stories t"
              " JOIN pages p ON p.page = t.story ORDER BY p.sha256"},
    {"story_member",
     "SELECT p.sha256 AS \"page\", " SHA256_OF("story") ", " SHA256_OF(
         "root") ", " SHA256_OF("origin") ", t.agency" OF_PAGES("story_"
                                                                "members")},
    {"story_link",
     "SELECT p.sha256 AS \"page\", o.sha256 AS other, t.kind, t.share,"
     " t.other_share, t.via FROM pages p CROSS JOIN story_links t"
     " ON t.page = p.page JOIN pages o ON o.page = t.other"
     " ORDER BY p.sha256, o.sha256"},
    {"settled", "SELECT * FROM settled"},
};

/* Numbers of this record, and what only says how something is packed. */
static bool is_ours(const char *column, int at)
{
    static const char *const names[] = {"page", "capture", "occurrence",
                                        "json_size"};

    for (size_t i = 0; at > 0 && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], column) == 0)
            return true;
    return false;
}

typedef struct dumping {
    ahd_store *store;
    ahd_dump_fn *each;
    void *context;
    ahd_buf line;
    bool ended; /* nobody wants more */
} dumping;

/* JSON as it is kept; packed when it is a blob. */
static bool write_json(dumping *d, ahd_writer *w, sqlite3_stmt *s, int at)
{
    ahd_str json = ahd_sqlite_str(s, at);

    if (sqlite3_column_type(s, at) == SQLITE_BLOB) {
        size_t size = (size_t)sqlite3_column_int64(s, at + 1);
        if (!ahd_pack_restore(json, size, &d->store->bytes))
            return false;
        json = ahd_buf_str(&d->store->bytes);
    }
    ahd_buf_add(w->out, json);
    w->comma = true;
    return true;
}

static bool write_cell(dumping *d, ahd_writer *w, sqlite3_stmt *s, int at)
{
    const char *name = sqlite3_column_name(s, at);
    int type = sqlite3_column_type(s, at);

    if (type == SQLITE_NULL || is_ours(name, at))
        return true;
    ahd_writer_key(w, name);
    if (strcmp(name, "json") == 0)
        return write_json(d, w, s, at);
    if (type == SQLITE_INTEGER)
        ahd_writer_int(w, sqlite3_column_int64(s, at));
    else if (type == SQLITE_FLOAT) {
        ahd_buf_printf(w->out, "%.9g", sqlite3_column_double(s, at));
        w->comma = true;
    } else
        ahd_writer_str(w, ahd_sqlite_str(s, at));
    return true;
}

static ahd_status write_row(dumping *d, const struct told *table,
                            sqlite3_stmt *s, ahd_error *error)
{
    ahd_writer w = {.out = &d->line};

    ahd_buf_clear(&d->line);
    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "row");
    ahd_writer_str(&w, ahd_str_from(table->row));
    for (int at = 0; at < sqlite3_column_count(s); at++)
        if (!write_cell(d, &w, s, at))
            return ahd_fail_at(error, AHD_ESTORE, d->store->path, 0,
                               "a document is damaged; make it again with: "
                               "ahd rebuild");
    ahd_writer_close(&w, '}');
    if (d->line.failed)
        return ahd_fail(error, AHD_ELIMIT, "a line is too large to write");
    d->ended = !d->each(d->context, ahd_buf_str(&d->line));
    return AHD_OK;
}

static ahd_status write_table(dumping *d, const struct told *table,
                              ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_prepare(d->store, table->sql, &s, error));
    ahd_status status = ahd_sqlite_step(d->store, s, &row, error);
    while (status == AHD_OK && row && !d->ended) {
        status = write_row(d, table, s, error);
        if (status == AHD_OK)
            status = ahd_sqlite_step(d->store, s, &row, error);
    }
    sqlite3_finalize(s);
    return status;
}

static ahd_status write_tables(dumping *d, ahd_error *error)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables && !d->ended; i++)
        AHD_TRY(write_table(d, &tables[i], error));
    return AHD_OK;
}

ahd_status ahd_store_export(ahd_store *store, ahd_dump_fn *each, void *context,
                            ahd_error *error)
{
    dumping d = {.store = store,
                 .each = each,
                 .context = context,
                 .line = AHD_BUF(LARGEST_LINE)};

    AHD_TRY(ahd_sqlite_exec(store, "BEGIN", error));
    ahd_status status = write_tables(&d, error);
    ahd_store_undo(store);
    ahd_buf_finish(&d.line);
    return status;
}
