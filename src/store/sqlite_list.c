/* sqlite_list.c - what lists and single entries are made of.
 *
 * A list is a SELECT, the conditions that the filter sets, and an order that
 * does not depend on when pages came. Conditions are rows of a table; their
 * values are bound by number, so each can stand in any statement. */
#include "store/pack.h"
#include "store/sqlite.h"
#include "store/standing.h"

enum { MOST_SQL = 1 << 14, DEFAULT_LIMIT = 1000 };

/* ------------------------------------------------------------ the filter */

enum { /* parameters */
       P_AGREEMENT = 1,
       P_ACTOR,
       P_DOCUMENT,
       P_ACT,
       P_FROM,
       P_TO,
       P_LIMIT,
       P_OFFSET,
       P_AFTER
};

#define OF_AGREEMENT                                                           \
    " FROM act_agreements WHERE agreement IN " AHD_SQLITE_SAME ")"
#define OF_ACTOR " FROM act_actors WHERE actor = ?2)"

/* By parameter. An undated act is in no range of dates. `x` is what leads to
 * the act: what its conditions ask stands in the index that is walked. */
#define ACT_CONDITIONS                                                         \
    [P_DOCUMENT] = " AND d.id = ?3", [P_ACT] = " AND x.act = ?4",              \
    [P_TO] = " AND x.day <= ?6 AND a.first_day IS NOT NULL"
#define UNTIL_FROM " AND x.last_day >= ?5 AND a.first_day IS NOT NULL"
/* None that is of a later day began before the first of those that span it. */
static const char *const act_conditions[] = {
    [P_FROM] = UNTIL_FROM
    " AND x.day >= min(?5, coalesce((SELECT min(day) FROM acts INDEXED BY"
    " acts_spanning WHERE last_day > day AND last_day >= ?5), ?5))",
    ACT_CONDITIONS,
};
/* An act that names an agreement or actor twice is led to by the first. */
static const char *const agreement_act_conditions[] = {
    [P_AGREEMENT] =
        " AND x.rank = (SELECT min(rank) FROM act_agreements y WHERE"
        " y.page = x.page AND y.n = x.n AND y.agreement IN " AHD_SQLITE_SAME
        ")",
    [P_ACTOR] = " AND EXISTS (SELECT 1 FROM act_actors WHERE page = x.page"
                " AND n = x.n AND actor = ?2)",
    [P_FROM] = UNTIL_FROM,
    ACT_CONDITIONS,
};
static const char *const actor_act_conditions[] = {
    [P_ACTOR] = " AND x.slot = (SELECT min(slot) FROM act_actors y WHERE"
                " y.page = x.page AND y.n = x.n AND y.actor = ?2)",
    [P_FROM] = UNTIL_FROM,
    ACT_CONDITIONS,
};
static const char *const document_conditions[] = {
    [P_AGREEMENT] = " AND d.page IN (SELECT page" OF_AGREEMENT,
    [P_ACTOR] = " AND d.page IN (SELECT page" OF_ACTOR,
    [P_DOCUMENT] = " AND d.id = ?3",
    [P_ACT] = " AND d.page IN (SELECT page FROM acts WHERE act = ?4)",
    [P_FROM] = " AND (d.published IS NULL) = 0 AND d.published >= ?5",
    [P_TO] = " AND (d.published IS NULL) = 0 AND d.published <= ?6",
};

/* The same, asked of one document after the other. */
static const char *const walked_conditions[] = {
    [P_AGREEMENT] = " AND EXISTS (SELECT 1 FROM act_agreements x WHERE"
                    " x.page = d.page AND x.agreement IN " AHD_SQLITE_SAME ")",
    [P_ACTOR] = " AND EXISTS (SELECT 1 FROM act_actors x WHERE"
                " x.page = d.page AND x.actor = ?2)",
    [P_DOCUMENT] = NULL,
    [P_ACT] = " AND EXISTS (SELECT 1 FROM acts x WHERE x.page = d.page"
              " AND x.act = ?4)",
    [P_FROM] = " AND (d.published IS NULL) = 0 AND d.published >= ?5",
    [P_TO] = " AND (d.published IS NULL) = 0 AND d.published <= ?6",
};

#define LIMITED " LIMIT ?7 OFFSET ?8"

/* What a listing is made of. */
struct list {
    const char *select; /* ends in a WHERE that is always true */
    const char *order;  /* with its LIMITED */
    const char *const *conditions;
};

static ahd_str value_of(const ahd_filter *f, int parameter)
{
    const char *const values[] = {
        [P_AGREEMENT] = f->agreement, [P_ACTOR] = f->actor,
        [P_DOCUMENT] = f->document,   [P_ACT] = f->act,
        [P_FROM] = f->from,           [P_TO] = f->to};

    return ahd_str_from(values[parameter]);
}

static void bind_filter(sqlite3_stmt *statement, const ahd_filter *f)
{
    ahd_cell cells[P_AFTER];

    for (int i = P_AGREEMENT; i <= P_TO; i++)
        cells[i - 1] = AHD_CELL_STR(value_of(f, i));
    cells[P_LIMIT - 1] = AHD_CELL_INT(f->limit > 0 ? f->limit : DEFAULT_LIMIT);
    cells[P_OFFSET - 1] = AHD_CELL_INT(f->offset > 0 ? f->offset : 0);
    uint32_t after = 0;
    if (f->after)
        (void)ahd_str_number(ahd_str_from(f->after), &after);
    cells[P_AFTER - 1] = AHD_CELL_INT(after);
    ahd_sqlite_bind(statement, cells, P_AFTER);
}

/* The statement of a list, bound to the filter's values, which it borrows. */
static ahd_status prepare(ahd_store *store, const struct list *list,
                          const ahd_filter *filter, sqlite3_stmt **out,
                          ahd_error *error)
{
    static const ahd_filter any = {0};
    ahd_buf sql = AHD_BUF(MOST_SQL);

    filter = filter ? filter : &any;
    ahd_buf_add(&sql, ahd_str_from(list->select));
    for (int i = P_AGREEMENT; i <= P_TO; i++)
        if (value_of(filter, i).len > 0 && list->conditions[i])
            ahd_buf_add(&sql, ahd_str_from(list->conditions[i]));
    ahd_buf_add(&sql, ahd_str_from(list->order));
    ahd_status status = sql.failed
                            ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                            : ahd_sqlite_prepare(store, sql.ptr, out, error);
    ahd_buf_finish(&sql);
    if (status == AHD_OK)
        bind_filter(*out, filter);
    return status;
}

/* --------------------------------------------------------------- walking */

/* Who the rows are for: one of the functions is set. */
struct taker {
    void *context;
    ahd_document_fn *document;
    ahd_act_fn *act;
};

/* ------------------------------------------------------------- documents */

#define BY_DAY " ORDER BY d.published IS NULL, d.published DESC, d.id, d.page"
/* Which documents is found in an index, where they are small; then they are
 * looked at. */
#define DOCUMENTS(index, which, by, conditions)                                \
    {                                                                          \
        "SELECT d.id, d.title, d.outlet, d.url, d.published, d.lang, d.kind,"  \
        " d.refused, CASE WHEN c.line > 0 THEN c.path || ':' || c.line"        \
        " ELSE c.path END, (SELECT count(*) FROM acts WHERE page = d.page),"   \
        " (SELECT count(*) FROM captures WHERE page = d.page), d.page FROM"    \
        " (SELECT d.page FROM documents d INDEXED BY " index " WHERE " which,  \
            by LIMITED ") k CROSS JOIN documents d ON d.page = k.page"         \
                       " LEFT JOIN leads l ON l.page = d.page"                 \
                       " LEFT JOIN captures c ON c.capture = l.capture"        \
                       " WHERE true" by,                                       \
            conditions                                                         \
    }

static const struct list documents =
    DOCUMENTS("documents_listed", "true", BY_DAY, walked_conditions);
static const struct list led_documents =
    DOCUMENTS("documents_brief", "true", BY_DAY, document_conditions);
static const struct list named_documents =
    DOCUMENTS("documents_id", "true", BY_DAY, document_conditions);
static const struct list following_documents = DOCUMENTS(
    "documents_brief", "d.page > ?9", " ORDER BY d.page", document_conditions);

/* Who is led to the documents by n acts puts them all in order, for `wanted` of
 * them; who walks all N in their order finds these among wanted * N / n, and
 * each costs a third. */
static const struct lead_by {
    int parameter;
    const char *is_frequent;
} leads_by[] = {
    {P_AGREEMENT,
     "SELECT ?2 * (SELECT max(page) FROM documents) < 3 * n * n FROM"
     " (SELECT sum(acts) AS n FROM agreement_counts WHERE agreement = coalesce("
     "(SELECT entry FROM merged_agreements WHERE found = ?1), ?1))"},
    {P_ACTOR, "SELECT ?2 * (SELECT max(page) FROM documents) < 3 * acts * acts"
              " FROM actor_counts WHERE actor = ?1"},
    {P_ACT, "SELECT ?2 * (SELECT max(page) FROM documents) < 3 * n * n FROM"
            " (SELECT count(*) AS n FROM (SELECT 1 FROM acts WHERE act = ?1"
            " LIMIT 20000))"}};
enum { LEADS_BY = sizeof leads_by / sizeof *leads_by };

/* By what most is left out: the rarest of what it asks leads, when it is rare.
 */
static ahd_status choose_documents(ahd_store *store, const ahd_filter *f,
                                   const struct list **out, ahd_error *error)
{
    int64_t frequent = 1;
    int64_t wanted = f == NULL      ? 0
                     : f->limit > 0 ? f->limit + f->offset
                                    : DEFAULT_LIMIT + f->offset;

    *out = &documents;
    if (f && value_of(f, P_DOCUMENT).len > 0)
        *out = &named_documents;
    else if (f && f->after)
        *out = &following_documents;
    for (size_t i = 0; f && *out == &documents && frequent && i < LEADS_BY;
         i++) {
        const ahd_cell key[2] = {
            AHD_CELL_STR(value_of(f, leads_by[i].parameter)),
            AHD_CELL_INT(wanted)};
        if (key[0].s.len > 0)
            AHD_TRY(ahd_sqlite_number(store, leads_by[i].is_frequent, key,
                                      &frequent, error));
    }
    if (!frequent)
        *out = &led_documents;
    return AHD_OK;
}

static bool give_document(const void *context, sqlite3_stmt *s)
{
    const struct taker *to = context;
    const ahd_document_row row = {.id = ahd_sqlite_str(s, 0),
                                  .title = ahd_sqlite_str(s, 1),
                                  .outlet = ahd_sqlite_str(s, 2),
                                  .url = ahd_sqlite_str(s, 3),
                                  .published = ahd_sqlite_str(s, 4),
                                  .lang = ahd_sqlite_str(s, 5),
                                  .kind = ahd_sqlite_str(s, 6),
                                  .refused = ahd_sqlite_str(s, 7),
                                  .path = ahd_sqlite_str(s, 8),
                                  .acts = sqlite3_column_int64(s, 9),
                                  .captures = sqlite3_column_int64(s, 10),
                                  .key = ahd_sqlite_str(s, 11)};

    return to->document(to->context, &row);
}

ahd_status ahd_store_documents(ahd_store *store, const ahd_filter *filter,
                               ahd_document_fn *each, void *context,
                               ahd_error *error)
{
    const struct taker to = {.context = context, .document = each};
    const struct list *list;
    sqlite3_stmt *s = NULL;

    AHD_TRY(choose_documents(store, filter, &list, error));
    AHD_TRY(prepare(store, list, filter, &s, error));
    return ahd_sqlite_walk(store, s, give_document, &to, error);
}

/* ------------------------------------------------------------------ acts */

/* Acts by what leads to them, in the order of `x`, an index: so the first of
 * many are found without a look at the others. */
#define ACTS(names, lead, conditions)                                          \
    {                                                                          \
        "SELECT d.id, a.act, a.date, a.modality, a.sentence, d.title, "        \
        "d.outlet, " names                                                     \
        ", a.n, a.sentence_start, a.sentence_end, a.confidence, d.published,"  \
        " a.review FROM " lead                                                 \
        " CROSS JOIN acts a ON a.page = x.page AND a.n = x.n"                  \
        " CROSS JOIN documents d ON d.page = x.page"                           \
        " LEFT JOIN act_agreements g"                                          \
        " ON g.page = a.page AND g.n = a.n AND g.rank = 0 WHERE true",         \
            " ORDER BY x.day, d.id, a.page, a.n" LIMITED, conditions           \
    }
#define EN "a.source, a.target, a.speaker, a.via, a.place, g.agreement, g.name"
#define AR                                                                     \
    "a.source_ar, a.target_ar, a.speaker_ar, a.via_ar, a.place_ar,"            \
    " g.agreement, coalesce(g.name_ar, g.name)"
#define BY_AGREEMENT                                                           \
    "(SELECT * FROM act_agreements INDEXED BY act_agreements_listed WHERE "    \
    "agreement = ?1) x"
#define BY_AGREEMENTS                                                          \
    "(SELECT * FROM act_agreements INDEXED BY act_agreements_listed WHERE "    \
    "agreement IN " AHD_SQLITE_SAME ") x"
#define BY_ACTOR                                                               \
    "(SELECT * FROM act_actors INDEXED BY act_actors_listed WHERE actor = "    \
    "?2) x"
#define BY_DOCUMENT                                                            \
    "(SELECT y.* FROM documents e CROSS JOIN acts y ON y.page = e.page"        \
    " WHERE e.id = ?3) x"
#define BOTH(lead, conditions)                                                 \
    {                                                                          \
        ACTS(EN, lead, conditions), ACTS(AR, lead, conditions)                 \
    }

enum lead {
    LEAD_ANY,
    LEAD_DOCUMENT,
    LEAD_ACTOR,
    LEAD_AGREEMENT,
    LEAD_AGREEMENTS,
    LEADS
};

/* By what leads, and whether names are wanted in Arabic. */
static const struct list acts[LEADS][2] = {
    [LEAD_ANY] = BOTH("acts x", act_conditions),
    [LEAD_DOCUMENT] = BOTH(BY_DOCUMENT, act_conditions),
    [LEAD_ACTOR] = BOTH(BY_ACTOR, actor_act_conditions),
    [LEAD_AGREEMENT] = BOTH(BY_AGREEMENT, agreement_act_conditions),
    [LEAD_AGREEMENTS] = BOTH(BY_AGREEMENTS, agreement_act_conditions),
};

static const char is_merged_sql[] =
    "SELECT 1 FROM merged_agreements WHERE found = ?1 OR entry = ?1 LIMIT 1";

/* Of one agreement its acts come in order; of several told as one, they are
 * put in order. */
static ahd_status choose_lead(ahd_store *store, const ahd_filter *f,
                              enum lead *out, ahd_error *error)
{
    ahd_str agreement = f ? ahd_str_from(f->agreement) : AHD_STR("");
    const ahd_cell key[] = {AHD_CELL_STR(agreement)};
    sqlite3_stmt *s;
    bool merged;

    *out = f && f->actor && *f->actor ? LEAD_ACTOR : LEAD_ANY;
    if (f && f->document && *f->document)
        *out = LEAD_DOCUMENT;
    if (agreement.len == 0 || *out == LEAD_DOCUMENT)
        return AHD_OK;
    AHD_TRY(ahd_sqlite_ready(store, is_merged_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    ahd_status status = ahd_sqlite_step(store, s, &merged, error);
    sqlite3_reset(s);
    *out = merged ? LEAD_AGREEMENTS : LEAD_AGREEMENT;
    return status;
}

static bool wants_arabic(const ahd_filter *filter)
{
    return filter && filter->lang &&
           ahd_str_eq(ahd_str_from(filter->lang), AHD_STR("ar"));
}

ahd_act_row ahd_sqlite_act_row(sqlite3_stmt *s)
{
    return (ahd_act_row){.document = ahd_sqlite_str(s, 0),
                         .act = ahd_sqlite_str(s, 1),
                         .date = ahd_sqlite_str(s, 2),
                         .modality = ahd_sqlite_str(s, 3),
                         .sentence = ahd_sqlite_str(s, 4),
                         .title = ahd_sqlite_str(s, 5),
                         .outlet = ahd_sqlite_str(s, 6),
                         .source = ahd_sqlite_str(s, 7),
                         .target = ahd_sqlite_str(s, 8),
                         .speaker = ahd_sqlite_str(s, 9),
                         .via = ahd_sqlite_str(s, 10),
                         .place = ahd_sqlite_str(s, 11),
                         .agreement = ahd_sqlite_str(s, 12),
                         .agreement_name = ahd_sqlite_str(s, 13),
                         .n = sqlite3_column_int64(s, 14),
                         .sentence_start = sqlite3_column_int64(s, 15),
                         .sentence_end = sqlite3_column_int64(s, 16),
                         .confidence = sqlite3_column_double(s, 17),
                         .published = ahd_sqlite_str(s, 18),
                         .review = ahd_sqlite_str(s, 19)};
}

static bool give_act(const void *context, sqlite3_stmt *s)
{
    const struct taker *to = context;
    const ahd_act_row row = ahd_sqlite_act_row(s);

    return to->act(to->context, &row);
}

ahd_status ahd_store_acts(ahd_store *store, const ahd_filter *filter,
                          ahd_act_fn *each, void *context, ahd_error *error)
{
    const struct taker to = {.context = context, .act = each};
    sqlite3_stmt *s = NULL;

    enum lead lead;

    AHD_TRY(choose_lead(store, filter, &lead, error));
    AHD_TRY(
        prepare(store, &acts[lead][wants_arabic(filter)], filter, &s, error));
    return ahd_sqlite_walk(store, s, give_act, &to, error);
}

/* ---------------------------------------------------------- single ones */

/* The JSON and its unpacked size; of equal ids, the page kept last. */
#define DOCUMENT                                                               \
    "SELECT d.json, d.json_size FROM documents d WHERE d.page IN"              \
    " (SELECT page FROM documents WHERE id = ?1"                               \
    " UNION ALL SELECT page FROM pages WHERE sha256 = ?1)"                     \
    " ORDER BY d.page DESC LIMIT 1"
#define READING "SELECT json, json_size FROM documents WHERE page = ?1"
#define FOUND                                                                  \
    "SELECT json, 0 FROM found_agreements WHERE id = ?1"                       \
    " ORDER BY page DESC LIMIT 1"

static ahd_status take_json(ahd_store *store, sqlite3_stmt *row, ahd_buf *out,
                            ahd_error *error)
{
    ahd_str json = ahd_sqlite_str(row, 0);
    size_t size = (size_t)sqlite3_column_int64(row, 1);

    if (size > 0 && !ahd_pack_restore(json, size, &store->bytes))
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "a document is damaged; make it again with: "
                           "ahd rebuild");
    ahd_buf_add(out, size > 0 ? ahd_buf_str(&store->bytes) : json);
    if (out->failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return AHD_OK;
}

/* The first row's JSON; without a row, `out` stays as it is. */
static ahd_status find_json(ahd_store *store, const char *sql, ahd_str id,
                            ahd_buf *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id)};
    sqlite3_stmt *s = NULL;
    bool row = false;

    ahd_status status = ahd_sqlite_prepare(store, sql, &s, error);
    if (status == AHD_OK) {
        ahd_sqlite_bind(s, key, 1);
        status = ahd_sqlite_step(store, s, &row, error);
    }
    if (row)
        status = take_json(store, s, out, error);
    sqlite3_finalize(s);
    return status;
}

static void take_reading(sqlite3_stmt *row, ahd_buf *out)
{
    size_t size = (size_t)sqlite3_column_int64(row, 1);

    if (!ahd_pack_restore(ahd_sqlite_str(row, 0), size, out))
        ahd_buf_clear(out);
}

ahd_status ahd_store_reading(ahd_store *store, int64_t page, ahd_buf *out,
                             bool *found, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    sqlite3_stmt *s = NULL;

    *found = false;
    ahd_buf_clear(out);
    AHD_TRY(ahd_sqlite_prepare(store, READING, &s, error));
    ahd_sqlite_bind(s, key, 1);
    ahd_status status = ahd_sqlite_step(store, s, found, error);
    if (*found)
        take_reading(s, out);
    sqlite3_finalize(s);
    return status;
}

ahd_status ahd_store_document(ahd_store *store, ahd_str id, ahd_buf *out,
                              bool *found, ahd_error *error)
{
    size_t before = out->len;

    AHD_TRY(find_json(store, DOCUMENT, id, out, error));
    *found = out->len > before;
    return AHD_OK;
}

ahd_status ahd_store_found(ahd_store *store, ahd_str id, ahd_buf *out,
                           bool *found, ahd_error *error)
{
    size_t before = out->len;

    AHD_TRY(find_json(store, FOUND, id, out, error));
    *found = out->len > before;
    return AHD_OK;
}
