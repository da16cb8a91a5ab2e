/* sqlite_index.c - the index of words: FTS5 without a copy of the text.
 *
 * search_index has the terms; search_documents has of each indexed page what
 * filters and counts need, and which terms stand in the index for it. FTS5
 * takes a document out only when it is told the terms that were put in, and a
 * later version may make others of the same text; so they are kept
 * (docs/decisions, 19). */
#include "store/lookup.h"
#include "store/pack.h"
#include "store/sqlite.h"

#include <stdlib.h>

enum { MOST_STREAM = 1 << 30 };

static const char find_terms_sql[] =
    "SELECT title_words, text_words, terms, terms_size"
    " FROM search_documents WHERE page = ?1";
static const char put_index_sql[] =
    "INSERT INTO search_index (rowid, title, text) VALUES (?1, ?2, ?3)";
static const char drop_index_sql[] =
    "INSERT INTO search_index (search_index, rowid, title, text)"
    " VALUES ('delete', ?1, ?2, ?3)";
static const char put_document_sql[] =
    "INSERT INTO search_documents (page, id, published, outlet, lang,"
    " title_words, text_words, terms_size, terms)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
static const char drop_document_sql[] =
    "DELETE FROM search_documents WHERE page = ?1";
static const char drop_missing_sql[] =
    "DELETE FROM search_missing WHERE page = ?1";

static ahd_status no_memory(ahd_error *error)
{
    return ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* ---------------------------------------------------------- what was put in */

static int by_bytes(const void *a, const void *b)
{
    return ahd_str_cmp(*(const ahd_str *)a, *(const ahd_str *)b);
}

static size_t count_terms(ahd_str stream)
{
    size_t n = stream.len > 0;

    for (size_t i = 0; i < stream.len; i++)
        n += stream.ptr[i] == '\t' || stream.ptr[i] == '\n';
    return n;
}

static size_t split(ahd_str stream, ahd_str *out)
{
    size_t n = 0;

    while (stream.len > 0) {
        ahd_str line = ahd_str_cut(&stream, '\n');
        while (line.len > 0)
            out[n++] = ahd_str_cut(&line, '\t');
    }
    return n;
}

/* Each term of the document once, in order, a line each. */
static bool list_terms(const ahd_lookup_words *words, ahd_buf *out)
{
    size_t most = count_terms(words->title) + count_terms(words->text);
    ahd_str *all = malloc((most + 1) * sizeof *all);

    ahd_buf_clear(out);
    if (all == NULL)
        return false;
    size_t n = split(words->title, all);
    n += split(words->text, all + n);
    qsort(all, n, sizeof *all, by_bytes);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && ahd_str_eq(all[i], all[i - 1]))
            continue;
        if (out->len > 0)
            ahd_buf_byte(out, '\n');
        ahd_buf_add(out, all[i]);
    }
    free(all);
    return !out->failed;
}

/* ------------------------------------------------------------ taking it out
 *
 * What FTS5 has to be told: every term, anywhere, and as many words as there
 * were, for it keeps their sum. Terms without a word left share the last. */

static void write_words(ahd_str terms, int64_t words, ahd_buf *out)
{
    ahd_str last = {0};

    for (int64_t n = 0; terms.len > 0 || n < words; n++) {
        if (terms.len > 0)
            last = ahd_str_cut(&terms, '\n');
        if (n > 0)
            ahd_buf_byte(out, n < words ? '\n' : '\t');
        ahd_buf_add(out, last);
    }
}

/* The body names them all, and the title the first; where there is no body,
 * the title names all. */
static void write_both(ahd_str terms, const int64_t words[2], ahd_buf *title,
                       ahd_buf *text)
{
    ahd_str rest = terms, first = ahd_str_cut(&rest, '\n');

    if (words[0] > 0)
        write_words(words[1] > 0 ? first : terms, words[0], title);
    if (words[1] > 0)
        write_words(terms, words[1], text);
}

static ahd_status take_out(ahd_store *store, int64_t page, sqlite3_stmt *row,
                           ahd_error *error)
{
    const int64_t words[] = {sqlite3_column_int64(row, 0),
                             sqlite3_column_int64(row, 1)};
    size_t size = (size_t)sqlite3_column_int64(row, 3);
    ahd_buf title = AHD_BUF(MOST_STREAM), text = AHD_BUF(MOST_STREAM);
    ahd_status status;

    if (!ahd_pack_restore(ahd_sqlite_str(row, 2), size, &store->packed))
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "the index of words is damaged; restore a copy of "
                           "the record");
    write_both(ahd_buf_str(&store->packed), words, &title, &text);
    const ahd_cell cells[] = {AHD_CELL_INT(page),
                              AHD_CELL_STR(ahd_buf_str(&title)),
                              AHD_CELL_STR(ahd_buf_str(&text))};
    if (title.failed || text.failed)
        status = no_memory(error);
    else
        status = ahd_sqlite_put(store, drop_index_sql, cells, 3, error);
    ahd_buf_finish(&title);
    ahd_buf_finish(&text);
    return status;
}

static ahd_status drop(ahd_store *store, int64_t page, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    sqlite3_stmt *found;
    bool row;

    AHD_TRY(ahd_sqlite_put(store, drop_missing_sql, key, 1, error));
    AHD_TRY(ahd_sqlite_ready(store, find_terms_sql, &found, error));
    ahd_sqlite_bind(found, key, 1);
    AHD_TRY(ahd_sqlite_step(store, found, &row, error));
    ahd_status status = row ? take_out(store, page, found, error) : AHD_OK;
    sqlite3_reset(found);
    if (status != AHD_OK || !row)
        return status;
    return ahd_sqlite_put(store, drop_document_sql, key, 1, error);
}

/* --------------------------------------------------------------- putting in */

static ahd_status put_document(ahd_store *store, int64_t page,
                               const ahd_entry *entry,
                               const ahd_lookup_words *words, ahd_error *error)
{
    ahd_buf terms = AHD_BUF(MOST_STREAM);
    ahd_status status = AHD_OK;

    if (!list_terms(words, &terms) ||
        !ahd_pack_shrink(ahd_buf_str(&terms), &store->packed))
        status = no_memory(error);
    const ahd_cell row[] = {AHD_CELL_INT(page),
                            AHD_CELL_STR(entry->id),
                            AHD_CELL_STR(entry->published),
                            AHD_CELL_STR(entry->outlet),
                            AHD_CELL_STR(entry->lang),
                            AHD_CELL_INT(words->title_count),
                            AHD_CELL_INT(words->text_count),
                            AHD_CELL_INT((int64_t)terms.len),
                            AHD_CELL_BLOB(ahd_buf_str(&store->packed))};
    if (status == AHD_OK)
        status = ahd_sqlite_put(store, put_document_sql, row,
                                AHD_CELL_COUNT(row), error);
    ahd_buf_finish(&terms);
    return status;
}

ahd_status ahd_store_index(ahd_store *store, int64_t page,
                           const ahd_entry *entry,
                           const ahd_lookup_words *words, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_STR(words->title),
                            AHD_CELL_STR(words->text)};

    AHD_TRY(drop(store, page, error));
    if (words->title_count + words->text_count == 0)
        return AHD_OK;
    AHD_TRY(put_document(store, page, entry, words, error));
    return ahd_sqlite_put(store, put_index_sql, row, AHD_CELL_COUNT(row),
                          error);
}
