/* sqlite_tokens.c - the tokenizer of the index: terms that are cut already.
 *
 *     "sوقع\teوقعا\nbاتفاق"  ->  place 0: sوقع, eوقعا   place 1: bاتفاق
 *
 * A line is a word and takes one place; its terms, between tabs, share it. None
 * of SQLite's own tokenizers can say that. */
#include "store/sqlite_tokens.h"

typedef int take_fn(void *, int, const char *, int, int, int);

static int create(void *context, const char **words, int count,
                  Fts5Tokenizer **out)
{
    static char nothing; /* there is no state, but NULL would be an error */

    (void)context;
    (void)words;
    (void)count;
    *out = (Fts5Tokenizer *)(void *)&nothing;
    return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *tokenizer)
{
    (void)tokenizer;
}

/* NOLINTNEXTLINE(readability-function-size): what FTS5 calls. */
static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags,
                    const char *text, int len, take_fn *take)
{
    int from = 0, code = SQLITE_OK, colocated = 0;

    (void)tokenizer;
    (void)flags;
    for (int at = 0; at <= len && code == SQLITE_OK; at++) {
        bool line = at == len || text[at] == '\n';
        if (!line && text[at] != '\t')
            continue;
        if (at > from)
            code = take(context, colocated, text + from, at - from, from, at);
        colocated = line ? 0 : FTS5_TOKEN_COLOCATED;
        from = at + 1;
    }
    return code;
}

static fts5_api *api_of(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    fts5_api *api = NULL;

    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) ==
        SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
        (void)sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

ahd_status ahd_sqlite_tokens_add(ahd_store *store, ahd_error *error)
{
    fts5_tokenizer ours = {create, destroy, tokenize};
    fts5_api *api = api_of(store->db);

    if (api == NULL)
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "this SQLite has no full-text search; install one "
                           "with FTS5");
    if (api->xCreateTokenizer(api, "ahd", NULL, &ours, NULL) != SQLITE_OK)
        return ahd_sqlite_fail(store, error);
    return AHD_OK;
}
