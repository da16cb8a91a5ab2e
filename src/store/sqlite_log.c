/* sqlite_log.c - every change is a line of the log, in its transaction. */
#include "store/sqlite_log.h"

#include "audit/ledger.h"
#include "base/utf8.h"
#include "output/writer.h"
#include "store/pack.h"

#include <inttypes.h>
#include <time.h>

enum { LONGEST_LINE = 1 << 30 };

static const char get_state_sql[] = "SELECT size, frontier FROM log_state";
static const char put_state_sql[] =
    "INSERT INTO log_state (one, size, frontier) VALUES (1, ?1, ?2)"
    " ON CONFLICT (one) DO UPDATE SET size = ?1, frontier = ?2";
static const char put_line_sql[] =
    "INSERT INTO log (seq, kind, body, leaf) VALUES (?1, ?2, ?3, ?4)";

/* --------------------------------------------------- rows that are told */

#define PAGES "SELECT page, sha256, format, size, first_seen FROM pages"
#define CAPTURES "SELECT * FROM captures"
#define REVIEWS "SELECT * FROM reviews"

/* One row by its number, which is the first column, and all in order of number.
 * Columns that are added later are told as well, from when they have a value.
 */
static const struct told {
    const char *kind, *one, *all, *of_page;
} told[AHD_LOG_KINDS] = {
    [AHD_LOG_PAGE] = {"page", PAGES " WHERE page = ?1", PAGES " ORDER BY page",
                      PAGES " WHERE page = ?1"},
    [AHD_LOG_CAPTURE] = {"capture", CAPTURES " WHERE capture = ?1",
                         CAPTURES " ORDER BY capture",
                         CAPTURES " WHERE page = ?1 ORDER BY capture"},
    [AHD_LOG_REVIEW] = {"review", REVIEWS " WHERE review = ?1",
                        REVIEWS " ORDER BY review",
                        REVIEWS " WHERE page = ?1 ORDER BY review"},
};

/* Rows that were made of a page, table by table, in an order of its own. */
struct layer {
    const char *name, *sql;
};

/* All of them, which the reading's line hashes; the JSON is hashed by itself,
 * and bytes are told by nobody here. */
#define ROWS(table, order)                                                     \
    {                                                                          \
        "", "SELECT * FROM " table " WHERE page = ?1 ORDER BY " order          \
    }
static const struct layer understood[] = {
    ROWS("documents", "page"),
    ROWS("acts", "n"),
    ROWS("act_actors", "n, slot, actor"),
    ROWS("act_agreements", "n, rank"),
    ROWS("act_commitments", "n, agreement, commitment"),
    ROWS("act_links", "n, other, role"),
    ROWS("signatures", "n, rank"),
    ROWS("set_aside", "n"),
    ROWS("found_agreements", "id"),
    ROWS("signatures", "n, rank"),
    {NULL, NULL}};

/* What the JSON must say too, act by act. */
static const struct layer evident[] = {
    {"document ", "SELECT id, title, outlet, url, kind, refused, published"
                  " FROM documents WHERE page = ?1"},
    {"act ", "SELECT n, act, mode, date, modality, rule, sentence_start,"
             " sentence_end, sentence FROM acts WHERE page = ?1 ORDER BY n"},
    {"actor ", "SELECT n, slot, actor FROM act_actors"
               " WHERE page = ?1 ORDER BY n, slot, actor"},
    {"agreement ", "SELECT n, rank, agreement, how FROM act_agreements"
                   " WHERE page = ?1 ORDER BY n, rank"},
    {NULL, NULL}};

/* ----------------------------------------------------------- as one line */

/* Bytes that are no UTF-8 are told as {"hex":…}, so that no two are alike. */
static void tell_text(ahd_writer *w, ahd_str s)
{
    if (ahd_utf8_valid(s)) {
        ahd_writer_str(w, s);
        return;
    }
    ahd_writer_open(w, '{');
    ahd_writer_key(w, "hex");
    ahd_buf_byte(w->out, '"');
    for (size_t i = 0; i < s.len; i++)
        ahd_buf_printf(w->out, "%02x", (unsigned char)s.ptr[i]);
    ahd_buf_byte(w->out, '"');
    w->comma = true;
    ahd_writer_close(w, '}');
}

static void tell_value(ahd_writer *w, sqlite3_stmt *row, int column)
{
    if (sqlite3_column_type(row, column) == SQLITE_INTEGER)
        ahd_writer_int(w, sqlite3_column_int64(row, column));
    else if (sqlite3_column_type(row, column) == SQLITE_FLOAT) {
        ahd_buf_printf(w->out, "%.17g", sqlite3_column_double(row, column));
        w->comma = true;
    } else
        tell_text(w, ahd_sqlite_str(row, column));
}

void ahd_sqlite_tell(sqlite3_stmt *row, ahd_buf *out)
{
    ahd_writer w = {.out = out};

    ahd_writer_open(&w, '{');
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        int type = sqlite3_column_type(row, i);
        if (type == SQLITE_NULL || type == SQLITE_BLOB)
            continue;
        ahd_writer_key(&w, sqlite3_column_name(row, i));
        tell_value(&w, row, i);
    }
    ahd_writer_close(&w, '}');
}

/* All rows of a statement that is bound to a page, a line each. */
static ahd_status tell_rows(ahd_store *store, const struct layer *layer,
                            int64_t page, ahd_buf *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, layer->sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    for (;;) {
        AHD_TRY(ahd_sqlite_step(store, s, &row, error));
        if (!row) {
            sqlite3_reset(s);
            return AHD_OK;
        }
        ahd_buf_add(out, ahd_str_from(layer->name));
        ahd_sqlite_tell(s, out);
        ahd_buf_byte(out, '\n');
    }
}

static ahd_status tell_layers(ahd_store *store, const struct layer *layers,
                              int64_t page, ahd_buf *out, ahd_error *error)
{
    ahd_buf_clear(out);
    for (; layers->sql; layers++)
        AHD_TRY(tell_rows(store, layers, page, out, error));
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

static const char has_reviews_sql[] =
    "SELECT 1 FROM sqlite_schema WHERE name = 'reviews'";
static const char reviewed_sql[] =
    "SELECT 1 FROM reviews WHERE page = ?1"
    " UNION ALL SELECT 1 FROM acts WHERE page = ?1 AND review IS NOT NULL";

/* Of the page, where the statement asks for one. */
static ahd_status is_there(ahd_store *store, const char *sql, int64_t page,
                           bool *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    sqlite3_stmt *s;

    *out = false;
    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    ahd_sqlite_bind(s, key, sqlite3_bind_parameter_count(s));
    ahd_status status = ahd_sqlite_step(store, s, out, error);
    sqlite3_reset(s);
    return status;
}

/* People may have changed the rows, and their reviews tell how. */
static ahd_status is_reviewed(ahd_store *store, int64_t page, bool *out,
                              ahd_error *error)
{
    AHD_TRY(is_there(store, has_reviews_sql, page, out, error));
    return *out ? is_there(store, reviewed_sql, page, out, error) : AHD_OK;
}

ahd_status ahd_store_evidence(ahd_store *store, int64_t page, ahd_buf *out,
                              ahd_error *error)
{
    bool reviewed;

    ahd_buf_clear(out);
    AHD_TRY(is_reviewed(store, page, &reviewed, error));
    return reviewed ? AHD_OK : tell_layers(store, evident, page, out, error);
}

static void tell_hash(ahd_writer *w, const char *key, ahd_str bytes)
{
    char hex[AHD_HASH_HEX];

    ahd_hash_hex(ahd_hash_of(bytes), hex);
    ahd_writer_field(w, key, (ahd_str){hex, sizeof hex});
}

/* {"page":7,"json":"…","rows":"…"}: what the reading and its rows hash to.
 * Without `json`, the one that is kept is damaged. */
ahd_status ahd_store_tell_reading(ahd_store *store, int64_t page, ahd_str json,
                                  ahd_buf *out, ahd_error *error)
{
    ahd_writer w = {.out = out};

    AHD_TRY(tell_layers(store, understood, page, &store->rows, error));
    ahd_buf_clear(out);
    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "page");
    ahd_writer_int(&w, page);
    if (json.len > 0)
        tell_hash(&w, "json", json);
    tell_hash(&w, "rows", ahd_buf_str(&store->rows));
    ahd_writer_close(&w, '}');
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

/* ---------------------------------------------------------------- a line */

/* Of a record that is written for the first time, nothing is there. */
static ahd_status read_state(ahd_store *store, ahd_frontier *out, bool *found,
                             ahd_error *error)
{
    sqlite3_stmt *s;
    bool fits = true;

    *out = (ahd_frontier){.size = 0};
    AHD_TRY(ahd_sqlite_ready(store, get_state_sql, &s, error));
    AHD_TRY(ahd_sqlite_step(store, s, found, error));
    if (*found)
        fits = ahd_frontier_read(out, (uint64_t)sqlite3_column_int64(s, 0),
                                 ahd_sqlite_str(s, 1));
    sqlite3_reset(s);
    if (fits)
        return AHD_OK;
    return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                       "the frontier of the log is damaged; restore a copy of "
                       "the record");
}

ahd_status ahd_store_frontier(ahd_store *store, ahd_frontier *out,
                              ahd_error *error)
{
    bool found;

    return read_state(store, out, &found, error);
}

/* Another program may have added lines before this transaction. */
static ahd_status ready_to_log(ahd_store *store, ahd_error *error)
{
    bool found;

    if (store->logging)
        return AHD_OK;
    if (sqlite3_get_autocommit(store->db))
        return ahd_fail(error, AHD_EUSAGE,
                        "a line of the log is part of a transaction");
    AHD_TRY(read_state(store, &store->frontier, &found, error));
    store->logging = true;
    return AHD_OK;
}

ahd_status ahd_store_log(ahd_store *store, ahd_str kind, ahd_str body,
                         ahd_error *error)
{
    AHD_TRY(ready_to_log(store, error));
    ahd_hash leaf = ahd_ledger_hash(kind, body);
    const ahd_cell line[] = {AHD_CELL_INT((int64_t)store->frontier.size + 1),
                             AHD_CELL_STR(kind), AHD_CELL_STR(body),
                             AHD_CELL_BLOB(ahd_hash_str(&leaf))};
    AHD_TRY(ahd_sqlite_put(store, put_line_sql, line, 4, error));
    ahd_frontier_add(&store->frontier, leaf);
    return AHD_OK;
}

static ahd_status log_line(ahd_store *store, const char *kind, ahd_error *error)
{
    if (store->line.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return ahd_store_log(store, ahd_str_from(kind), ahd_buf_str(&store->line),
                         error);
}

ahd_status ahd_sqlite_log_row(ahd_store *store, ahd_log_kind kind,
                              int64_t number, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(number)};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, told[kind].one, &s, error));
    ahd_sqlite_bind(s, key, 1);
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    ahd_buf_clear(&store->line);
    if (row)
        ahd_sqlite_tell(s, &store->line);
    sqlite3_reset(s);
    return log_line(store, told[kind].kind, error);
}

ahd_status ahd_sqlite_log_reading(ahd_store *store, int64_t page, ahd_str json,
                                  ahd_error *error)
{
    AHD_TRY(ahd_store_tell_reading(store, page, json, &store->line, error));
    return log_line(store, "reading", error);
}

ahd_status ahd_store_log_review(ahd_store *store, int64_t number,
                                ahd_error *error)
{
    return ahd_sqlite_log_row(store, AHD_LOG_REVIEW, number, error);
}

/* Not in `bytes`, where a page may be. */
ahd_status ahd_store_log_reading(ahd_store *store, int64_t page,
                                 ahd_error *error)
{
    ahd_buf json = AHD_BUF(LONGEST_LINE);
    bool found;

    ahd_status status = ahd_store_reading(store, page, &json, &found, error);
    if (status == AHD_OK && found)
        status = ahd_sqlite_log_reading(store, page, ahd_buf_str(&json), error);
    ahd_buf_finish(&json);
    return status;
}

ahd_status ahd_sqlite_log_flush(ahd_store *store, ahd_error *error)
{
    ahd_buf peaks = AHD_BUF(AHD_MERKLE_LEVELS * AHD_HASH_BYTES);

    if (!store->logging)
        return AHD_OK;
    ahd_frontier_write(&store->frontier, &peaks);
    const ahd_cell state[] = {AHD_CELL_INT((int64_t)store->frontier.size),
                              AHD_CELL_BLOB(ahd_buf_str(&peaks))};
    ahd_status status =
        peaks.failed ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                     : ahd_sqlite_put(store, put_state_sql, state, 2, error);
    ahd_buf_finish(&peaks);
    return status;
}

void ahd_sqlite_log_forget(ahd_store *store)
{
    store->logging = false;
}

/* -------------------------------------------------------- rows, once more */

typedef struct walk {
    ahd_row_fn *each;
    void *context;
    int64_t page; /* 0: of all */
} walk;

static ahd_status walk_rows(ahd_store *store, const struct told *t,
                            const walk *w, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(w->page)};
    sqlite3_stmt *s = NULL;
    bool row = false;

    ahd_status status =
        ahd_sqlite_prepare(store, w->page ? t->of_page : t->all, &s, error);
    if (status == AHD_OK && w->page)
        ahd_sqlite_bind(s, key, 1);
    while (status == AHD_OK) {
        status = ahd_sqlite_step(store, s, &row, error);
        if (status != AHD_OK || !row)
            break;
        ahd_buf_clear(&store->line);
        ahd_sqlite_tell(s, &store->line);
        status = w->each(w->context, ahd_str_from(t->kind),
                         sqlite3_column_int64(s, 0), ahd_buf_str(&store->line),
                         error);
    }
    sqlite3_finalize(s);
    return status;
}

static ahd_status walk_kinds(ahd_store *store, const walk *w, ahd_error *error)
{
    bool reviews;

    AHD_TRY(is_there(store, has_reviews_sql, 0, &reviews, error));
    for (int i = 0; i < (reviews ? AHD_LOG_KINDS : AHD_LOG_REVIEW); i++)
        AHD_TRY(walk_rows(store, &told[i], w, error));
    return AHD_OK;
}

ahd_status ahd_store_rows(ahd_store *store, ahd_row_fn *each, void *context,
                          ahd_error *error)
{
    const walk w = {each, context, 0};

    return walk_kinds(store, &w, error);
}

ahd_status ahd_store_rows_of(ahd_store *store, int64_t page, ahd_row_fn *each,
                             void *context, ahd_error *error)
{
    const walk w = {each, context, page};

    return walk_kinds(store, &w, error);
}

ahd_status ahd_store_understood(ahd_store *store, int64_t page, ahd_buf *out,
                                ahd_error *error)
{
    return tell_layers(store, understood, page, out, error);
}

/* ---------------------------------------------- records from before the log */

static ahd_status log_row_again(void *context, ahd_str kind, int64_t number,
                                ahd_str body, ahd_error *error)
{
    (void)number;
    return ahd_store_log(context, kind, body, error);
}

static const char kept_sql[] =
    "SELECT page, json, json_size FROM documents ORDER BY page";

static ahd_status log_readings(ahd_store *store, ahd_error *error)
{
    sqlite3_stmt *s = NULL;
    bool row = false;

    ahd_status status = ahd_sqlite_prepare(store, kept_sql, &s, error);
    while (status == AHD_OK) {
        status = ahd_sqlite_step(store, s, &row, error);
        if (status != AHD_OK || !row)
            break;
        if (!ahd_pack_restore(ahd_sqlite_str(s, 1),
                              (size_t)sqlite3_column_int64(s, 2),
                              &store->bytes))
            ahd_buf_clear(&store->bytes);
        status = ahd_sqlite_log_reading(store, sqlite3_column_int64(s, 0),
                                        ahd_buf_str(&store->bytes), error);
    }
    sqlite3_finalize(s);
    return status;
}

static const char count_sql[] =
    "SELECT (SELECT count(*) FROM pages) AS pages,"
    " (SELECT count(*) FROM captures) AS captures,"
    " (SELECT count(*) FROM documents) AS readings,"
    " strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS at,"
    " 'logged at migration: the lines that follow tell what was there' AS note";

/* The first line says from when on the log can be relied on. */
static ahd_status log_migration(ahd_store *store, bool *any, ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, count_sql, &s, error));
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    *any = row && sqlite3_column_int64(s, 0) > 0;
    ahd_buf_clear(&store->line);
    if (*any)
        ahd_sqlite_tell(s, &store->line);
    sqlite3_reset(s);
    return *any ? log_line(store, "migration", error) : AHD_OK;
}

ahd_status ahd_sqlite_log_begin(ahd_store *store, ahd_error *error)
{
    bool found, any;

    AHD_TRY(read_state(store, &store->frontier, &found, error));
    if (found)
        return AHD_OK;
    store->logging = true;
    AHD_TRY(log_migration(store, &any, error));
    if (!any)
        return AHD_OK;
    AHD_TRY(ahd_store_rows(store, log_row_again, store, error));
    return log_readings(store, error);
}
