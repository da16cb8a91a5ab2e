/* sqlite_find.c - which documents have these words, through FTS5.
 *
 * A search fills a table of the connection's own with its hits; counts and
 * pages of hits are asked of that. Words of a query reach FTS5 as quoted terms
 * in a bound value: nothing a person types is its syntax, or SQL. */
#include "store/facets.h"
#include "store/lookup.h"
#include "store/sqlite.h"
#include "store/sqlite_found.h"
#include "store/surety.h"

enum {
    MOST_SQL = 1 << 14,
    MOST_WORDS = 1 << 20, /* bytes of an expression */
    DEFAULT_LIMIT = 20
};

enum { /* parameters */
       P_WORDS = 1,
       P_EXCLUDED,
       P_AGREEMENT,
       P_ACTOR,
       P_ACT,
       P_ROLE,
       P_OUTLET,
       P_LANG,
       P_FROM,
       P_TO,
       P_REVIEW,
       P_MOST,
       PARAMETERS
};

static const char hits_sql[] =
    "CREATE TEMP TABLE IF NOT EXISTS hits (page INTEGER PRIMARY KEY,"
    " score REAL, id TEXT, published TEXT, outlet TEXT);"
    "DELETE FROM temp.hits";
static const char wanted_sql[] =
    "INSERT INTO temp.hits SELECT s.page, -bm25(search_index, 4.0, 1.0), s.id,"
    " s.published, s.outlet FROM search_index"
    " JOIN search_documents s ON s.page = search_index.rowid"
    " WHERE search_index MATCH ?1";
static const char any_sql[] =
    "INSERT INTO temp.hits SELECT s.page, 0, s.id, s.published, s.outlet"
    " FROM search_documents s WHERE true";
static const char excluded_sql[] =
    " AND s.page NOT IN (SELECT rowid FROM search_index"
    " WHERE search_index MATCH ?2)";

/* Of very many only the latest: by arrival, which FTS5 walks them in. */
static const char latest_sql[] = " ORDER BY search_index.rowid DESC LIMIT ?12";
static const char latest_any_sql[] = " ORDER BY s.published DESC LIMIT ?12";

/* What an act is about: all of one act, as it stands after reviews. A frequent
 * one is in most documents that have been walked before enough are found; the
 * acts of another are looked up first. `most` of N documents stand among N *
 * most / n, and each that is walked costs a third of an act that is looked up.
 */
#define FREQUENT(of)                                                           \
    "SELECT ?2 * (SELECT max(page) FROM documents) < 3 * n * n FROM " of
static const struct about {
    int parameter;
    const char *table, *page, *index, *condition, *is_frequent;
} abouts[] = {
    {P_AGREEMENT, "act_agreements g", "g.page", "act_agreements_agreement",
     "g.agreement IN " AHD_SQLITE_SAME_AS("?3"),
     FREQUENT("(SELECT sum(acts) AS n FROM agreement_counts"
              " WHERE agreement = " AHD_SQLITE_STANDS("?1") ")")},
    {P_ACTOR, "act_actors x", "x.page", "act_actors_actor", "x.actor = ?4",
     FREQUENT("(SELECT acts AS n FROM actor_counts WHERE actor = ?1)")},
    {P_ACT, "acts a", "a.page", "acts_of_type", "a.act = ?5",
     FREQUENT("(SELECT count(*) AS n FROM (SELECT 1 FROM acts WHERE act = ?1"
              " LIMIT 40000))")},
};
enum { ABOUTS = sizeof abouts / sizeof *abouts, NO_LEAD = ABOUTS };

static const char *const conditions[PARAMETERS] = {
    [P_OUTLET] = " AND s.outlet = ?7 COLLATE NOCASE",
    [P_LANG] = " AND s.lang = ?8",
    [P_FROM] = " AND s.published >= ?9",
    [P_TO] = " AND s.published <= ?10",
};

static const char count_sql[] = "SELECT (SELECT count(*) FROM temp.hits),"
                                " (SELECT count(*) FROM search_missing)";

#define SURER(word, least)                                                     \
    "SELECT '" word "', count(DISTINCT a.page) FROM temp.hits h"               \
    " CROSS JOIN acts a ON a.page = h.page WHERE " AHD_SURE_SQL("a", least)

/* A value and in how many documents, of hits `h`. */
static const char *const facets_sql[AHD_FACETS] = {
    [AHD_FACET_MONTH] =
        "SELECT substr(published, 1, 7), count(*) FROM temp.hits"
        " WHERE published IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 2400",
    [AHD_FACET_ACT] = "SELECT act, count(*) FROM (SELECT DISTINCT a.page, a.act"
                      " FROM temp.hits h CROSS JOIN acts a ON a.page = h.page)"
                      " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 64",
    [AHD_FACET_OUTLET] =
        "SELECT substr(outlet, 1, 200), count(*) FROM temp.hits"
        " WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200",
    [AHD_FACET_ACTOR] =
        "SELECT actor, count(*) FROM (SELECT DISTINCT x.page, x.actor"
        " FROM temp.hits h CROSS JOIN act_actors x ON x.page = h.page)"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 64",
    [AHD_FACET_AGREEMENT] =
        "SELECT id, count(*) FROM (SELECT DISTINCT x.page,"
        " coalesce(m.entry, x.agreement) AS id FROM temp.hits h"
        " CROSS JOIN act_agreements x ON x.page = h.page"
        " LEFT JOIN merged_agreements m ON m.found = x.agreement"
        " WHERE x.agreement IS NOT NULL)"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 64",
    [AHD_FACET_LANG] = "SELECT s.lang, count(*) FROM temp.hits h"
                       " CROSS JOIN search_documents s ON s.page = h.page"
                       " WHERE s.lang IS NOT NULL GROUP BY 1",
    [AHD_FACET_REVIEW] =
        "SELECT review, count(*) FROM (SELECT DISTINCT a.page,"
        " coalesce(a.review, 'none') AS review FROM temp.hits h"
        " CROSS JOIN acts a ON a.page = h.page) GROUP BY 1",
    [AHD_FACET_SURE] = SURER("likely", AHD_SURE_LIKELY) " UNION ALL " //
    SURER("sure", AHD_SURE_SURE),
};

#define ORDER                                                                  \
    " ORDER BY score DESC, published IS NULL, published DESC, id, page"
static const char rows_sql[] =
    "SELECT h.page, h.id, d.title, h.outlet, d.url, h.published, d.lang,"
    " h.score FROM (SELECT * FROM temp.hits" ORDER " LIMIT ?1 OFFSET ?2) h"
    " JOIN documents d ON d.page = h.page"
    " ORDER BY h.score DESC, h.published IS NULL, h.published DESC, h.id,"
    " h.page";

static ahd_status no_memory(ahd_error *error)
{
    return ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* ------------------------------------------------------------- the words */

static void add_quoted(ahd_buf *out, ahd_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            ahd_buf_byte(out, '"');
        ahd_buf_byte(out, s.ptr[i]);
    }
}

static void add_phrase(ahd_buf *out, const ahd_query_phrase *phrase)
{
    bool prefix = false;

    ahd_buf_byte(out, '"');
    for (uint32_t i = 0; i < phrase->words.count; i++) {
        const ahd_query_word *word = &phrase->words.items[i];
        for (uint32_t k = 0; k < word->terms.count; k++) {
            if (i + k > 0)
                ahd_buf_byte(out, k > 0 ? '\t' : '\n');
            add_quoted(out, word->terms.items[k]);
        }
        prefix = word->prefix;
    }
    ahd_buf_add(out, prefix ? AHD_STR("\" *") : AHD_STR("\""));
}

static void add_choice(ahd_buf *out, const ahd_query_choice *choice)
{
    for (uint32_t i = 0; i < choice->any.count; i++) {
        if (i > 0)
            ahd_buf_add(out, AHD_STR(" OR "));
        add_phrase(out, &choice->any.items[i]);
    }
}

/* (a OR b) AND (c) of what is wanted, (a) OR (b) of what is excluded. */
static void add_choices(ahd_buf *out, const ahd_query *query, bool excluded)
{
    const char *between = "(";

    for (uint32_t i = 0; i < query->all.count; i++) {
        if (query->all.items[i].excluded != excluded)
            continue;
        ahd_buf_add(out, ahd_str_from(between));
        add_choice(out, &query->all.items[i]);
        ahd_buf_byte(out, ')');
        between = excluded ? " OR (" : " AND (";
    }
}

static void write_words(const ahd_query *query, ahd_buf *wanted,
                        ahd_buf *excluded)
{
    add_choices(wanted, query, false);
    add_choices(excluded, query, true);
    if (wanted->len == 0 || excluded->len == 0)
        return;
    ahd_buf all = AHD_BUF(2 * MOST_WORDS);
    ahd_buf_printf(&all, "(%s) NOT (%s)", wanted->ptr, excluded->ptr);
    ahd_buf_finish(wanted);
    *wanted = all;
}

/* ----------------------------------------------------------- the filters */

static ahd_str value_of(const ahd_find *f, int parameter)
{
    const char *const values[PARAMETERS] = {[P_AGREEMENT] = f->agreement,
                                            [P_ACTOR] = f->actor,
                                            [P_ACT] = f->act,
                                            [P_ROLE] = f->role,
                                            [P_LANG] = f->lang,
                                            [P_FROM] = f->from,
                                            [P_OUTLET] = f->outlet,
                                            [P_TO] = f->to,
                                            [P_REVIEW] = f->review};

    return ahd_str_from(values[parameter]);
}

static bool has(const ahd_find *what, int parameter)
{
    return value_of(what, parameter).len > 0;
}

/* What has been reviewed, by the word for it. */
static const char *review_condition(const ahd_find *what)
{
    ahd_str review = value_of(what, P_REVIEW);

    if (ahd_str_eq(review, AHD_STR("any")))
        return " AND a.review IS NOT NULL";
    if (ahd_str_eq(review, AHD_STR("none")))
        return " AND a.review IS NULL";
    return " AND a.review = ?11";
}

static void add(ahd_buf *sql, const char *part)
{
    ahd_buf_add(sql, ahd_str_from(part));
}

/* Whether it is reviewed, and how sure it is, stands in the act itself. */
static bool is_about(const ahd_find *what, int i)
{
    return has(what, abouts[i].parameter) ||
           (abouts[i].parameter == P_ACT &&
            (has(what, P_REVIEW) || what->sure));
}

/* The rarest, when it is rare; that of a smaller number when several are. */
static ahd_status choose_lead(ahd_store *store, const ahd_find *what, int *lead,
                              ahd_error *error)
{
    int64_t frequent = 1;

    *lead = NO_LEAD;
    for (int i = 0; i < ABOUTS && frequent; i++) {
        const ahd_cell key[2] = {
            AHD_CELL_STR(value_of(what, abouts[i].parameter)),
            AHD_CELL_INT(what->most > 0 ? what->most : INT32_MAX)};
        if (!has(what, abouts[i].parameter))
            continue;
        AHD_TRY(ahd_sqlite_number(store, abouts[i].is_frequent, key, &frequent,
                                  error));
        if (!frequent)
            *lead = i;
    }
    return AHD_OK;
}

/* Those that an act is joined of, the one that leads first. Its act is the same
 * one in all of them. */
static void add_tables(ahd_buf *sql, const ahd_find *what, int lead)
{
    int first = lead;

    if (lead != NO_LEAD)
        ahd_buf_printf(sql, "%s INDEXED BY %s", abouts[lead].table,
                       abouts[lead].index);
    for (int i = 0; i < ABOUTS; i++) {
        if (!is_about(what, i) || i == lead)
            continue;
        add(sql, first == NO_LEAD ? "" : " CROSS JOIN ");
        add(sql, abouts[i].table);
        if (first != NO_LEAD)
            ahd_buf_printf(sql, " ON %s = %s AND %c.n = %c.n", abouts[i].page,
                           abouts[first].page, *abouts[i].page,
                           *abouts[first].page);
        first = first == NO_LEAD ? i : first;
    }
}

/* A + keeps a condition from choosing an index. */
static void add_abouts(ahd_buf *sql, const ahd_find *what, int lead)
{
    for (int i = 0; i < ABOUTS; i++)
        if (has(what, abouts[i].parameter))
            ahd_buf_printf(sql, " AND %s%s", i == lead ? "" : "+",
                           abouts[i].condition);
    if (has(what, P_ROLE) && has(what, P_ACTOR))
        add(sql, " AND x.slot = ?6");
    if (has(what, P_REVIEW))
        add(sql, review_condition(what));
    if (what->sure)
        add(sql, ahd_sure_condition(ahd_str_from(what->sure)));
}

/* `page` is that of the document at hand. */
static void add_act(ahd_buf *sql, const ahd_find *what, int lead,
                    const char *page)
{
    int first = 0;

    while (first < ABOUTS && !is_about(what, first))
        first++;
    if (first == ABOUTS)
        return;
    if (lead == NO_LEAD)
        add(sql, " AND EXISTS (SELECT 1 FROM ");
    else
        ahd_buf_printf(sql, " AND %s IN (SELECT %s FROM ", page,
                       abouts[lead].page);
    add_tables(sql, what, lead);
    if (lead == NO_LEAD)
        ahd_buf_printf(sql, " WHERE %s = %s", abouts[first].page, page);
    else
        add(sql, " WHERE true");
    add_abouts(sql, what, lead);
    ahd_buf_byte(sql, ')');
}

static void write_sql(ahd_buf *sql, const ahd_find *what, int lead, bool wanted,
                      bool excluded)
{
    add(sql, wanted ? wanted_sql : any_sql);
    if (excluded && !wanted)
        add(sql, excluded_sql);
    for (int i = 1; i < PARAMETERS; i++)
        if (conditions[i] && has(what, i))
            add(sql, conditions[i]);
    add_act(sql, what, lead, wanted ? "+search_index.rowid" : "s.page");
    if (what->most > 0)
        add(sql, wanted ? latest_sql : latest_any_sql);
}

static ahd_status fill(ahd_store *store, const ahd_find *what,
                       const ahd_buf *wanted, const ahd_buf *excluded,
                       ahd_error *error)
{
    ahd_buf sql = AHD_BUF(MOST_SQL);
    ahd_cell cells[PARAMETERS - 1];
    sqlite3_stmt *s = NULL;
    int lead;

    AHD_TRY(choose_lead(store, what, &lead, error));
    write_sql(&sql, what, lead, wanted->len > 0, excluded->len > 0);
    cells[P_WORDS - 1] = AHD_CELL_STR(ahd_buf_str(wanted));
    cells[P_EXCLUDED - 1] = AHD_CELL_STR(ahd_buf_str(excluded));
    for (int i = P_AGREEMENT; i < P_MOST; i++)
        cells[i - 1] = AHD_CELL_STR(value_of(what, i));
    cells[P_MOST - 1] = AHD_CELL_INT(what->most + 1);
    ahd_status status = sql.failed || wanted->failed || excluded->failed
                            ? no_memory(error)
                            : ahd_sqlite_prepare(store, sql.ptr, &s, error);
    ahd_buf_finish(&sql);
    if (status != AHD_OK)
        return status;
    ahd_sqlite_bind(s, cells, PARAMETERS - 1);
    status = ahd_sqlite_run(store, s, error);
    sqlite3_finalize(s);
    return status;
}

static ahd_status collect(ahd_store *store, const ahd_find *what,
                          const ahd_query *query, ahd_error *error)
{
    ahd_buf wanted = AHD_BUF(MOST_WORDS), excluded = AHD_BUF(MOST_WORDS);

    AHD_TRY(ahd_sqlite_exec(store, hits_sql, error));
    write_words(query, &wanted, &excluded);
    ahd_status status = fill(store, what, &wanted, &excluded, error);
    ahd_buf_finish(&wanted);
    ahd_buf_finish(&excluded);
    return status;
}

/* ------------------------------------------------------------ the counts */

static ahd_status count_facet(ahd_store *store, ahd_facet facet,
                              ahd_facets *counts, ahd_error *error)
{
    sqlite3_stmt *s;
    ahd_status status;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, facets_sql[facet], &s, error));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row)
        ahd_facets_add(counts, facet, ahd_sqlite_str(s, 0),
                       sqlite3_column_int64(s, 1));
    sqlite3_reset(s);
    return status;
}

/* Some take long where there is no limit to what is counted. */
static ahd_status count_documents(ahd_store *store, const ahd_find *what,
                                  ahd_facets *counts, ahd_find_facets *out,
                                  ahd_error *error)
{
    int last = what->most > 0 ? AHD_FACETS : AHD_FACET_ACTOR;

    out->cut = what->most > 0 && out->found > what->most;
    if (out->cut)
        out->found = what->most;
    for (int i = 0; i < last; i++)
        AHD_TRY(count_facet(store, (ahd_facet)i, counts, error));
    return AHD_OK;
}

static ahd_status count_all(ahd_sqlite_found *look, bool acts,
                            ahd_facets *counts, ahd_find_facets *out,
                            ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(look->store, count_sql, &s, error));
    AHD_TRY(ahd_sqlite_step(look->store, s, &row, error));
    out->found = sqlite3_column_int64(s, 0);
    out->unindexed = sqlite3_column_int64(s, 1);
    sqlite3_reset(s);
    if (!acts)
        return count_documents(look->store, look->what, counts, out, error);
    AHD_TRY(ahd_sqlite_found_count(look, counts, &out->found, error));
    out->cut = look->cut;
    return AHD_OK;
}

static ahd_status give_facets(ahd_sqlite_found *look,
                              const ahd_lookup_taker *taker, ahd_error *error)
{
    ahd_facets counts = {.arena = ahd_arena_new(AHD_FACETS_BYTES)};
    ahd_find_facets facets = {0};

    if (counts.arena == NULL)
        return no_memory(error);
    ahd_status status =
        count_all(look, taker->act != NULL, &counts, &facets, error);
    ahd_facets_finish(&counts, &facets);
    if (status == AHD_OK)
        taker->facets(taker->context, &facets);
    ahd_arena_free(counts.arena);
    return status;
}

/* -------------------------------------------------------------- the hits */

static bool give_hit(const ahd_lookup_taker *taker, sqlite3_stmt *s)
{
    const ahd_lookup_hit hit = {.page = sqlite3_column_int64(s, 0),
                                .id = ahd_sqlite_str(s, 1),
                                .title = ahd_sqlite_str(s, 2),
                                .outlet = ahd_sqlite_str(s, 3),
                                .url = ahd_sqlite_str(s, 4),
                                .published = ahd_sqlite_str(s, 5),
                                .lang = ahd_sqlite_str(s, 6),
                                .score = sqlite3_column_double(s, 7)};

    return taker->hit(taker->context, &hit);
}

static ahd_status give_hits(ahd_store *store, const ahd_find *what,
                            const ahd_lookup_taker *taker, ahd_error *error)
{
    const ahd_cell part[] = {
        AHD_CELL_INT(what->limit > 0 ? what->limit : DEFAULT_LIMIT),
        AHD_CELL_INT(what->offset > 0 ? what->offset : 0)};
    sqlite3_stmt *s;
    ahd_status status;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, rows_sql, &s, error));
    ahd_sqlite_bind(s, part, 2);
    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && give_hit(taker, s));
    sqlite3_reset(s);
    return status;
}

/* What a search of acts asks of their documents. */
static ahd_find only_words(const ahd_find *what)
{
    return (ahd_find){.query = what->query,
                      .outlet = what->outlet,
                      .lang = what->lang,
                      .most = what->most};
}

static ahd_status find_acts(ahd_store *store, const ahd_find *what,
                            const ahd_query *query,
                            const ahd_lookup_taker *taker, ahd_error *error)
{
    ahd_sqlite_found look = {
        .store = store, .what = what, .hits = query->all.count > 0};
    const ahd_find words = only_words(what);

    AHD_TRY(look.hits ? collect(store, &words, query, error)
                      : ahd_sqlite_exec(store, hits_sql, error));
    if (taker->facets)
        AHD_TRY(give_facets(&look, taker, error));
    if (what->limit < 0)
        return AHD_OK;
    return ahd_sqlite_found_acts(&look, taker->act, taker->context, error);
}

ahd_status ahd_store_find(ahd_store *store, const ahd_find *what,
                          const ahd_query *query, const ahd_lookup_taker *taker,
                          ahd_error *error)
{
    ahd_sqlite_found look = {.store = store, .what = what, .hits = true};

    if (taker->act)
        return find_acts(store, what, query, taker, error);
    AHD_TRY(collect(store, what, query, error));
    if (taker->facets)
        AHD_TRY(give_facets(&look, taker, error));
    if (taker->hit == NULL)
        return AHD_OK;
    return give_hits(store, what, taker, error);
}
