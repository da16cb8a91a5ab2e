/* sqlite_list.c - what lists and single entries are made of.
 *
 * A list is a SELECT, the conditions that the filter sets, and an order that
 * does not depend on when pages came. Conditions are rows of a table; their
 * values are bound by number, so each can stand in any statement. */
#include "store/pack.h"
#include "store/sqlite.h"

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
       P_OFFSET
};

/* An agreement, and what is told as it; also by the id of what is. */
#define OF_AGREEMENT                                                           \
    " FROM act_agreements WHERE agreement IN (SELECT ?1 UNION"                 \
    " SELECT entry FROM merged_agreements WHERE found = ?1 UNION"              \
    " SELECT found FROM merged_agreements WHERE entry = coalesce("             \
    "(SELECT entry FROM merged_agreements WHERE found = ?1), ?1)))"
#define OF_ACTOR " FROM act_actors WHERE actor = ?2)"

/* By parameter. An undated act is in no range of dates. */
static const char *const act_conditions[] = {
    [P_AGREEMENT] = " AND (a.page, a.n) IN (SELECT page, n" OF_AGREEMENT,
    [P_ACTOR] = " AND (a.page, a.n) IN (SELECT page, n" OF_ACTOR,
    [P_DOCUMENT] = " AND d.id = ?3",
    [P_ACT] = " AND a.act = ?4",
    [P_FROM] = " AND a.last_day >= ?5",
    [P_TO] = " AND a.first_day <= ?6",
};
static const char *const document_conditions[] = {
    [P_AGREEMENT] = " AND d.page IN (SELECT page" OF_AGREEMENT,
    [P_ACTOR] = " AND d.page IN (SELECT page" OF_ACTOR,
    [P_DOCUMENT] = " AND d.id = ?3",
    [P_ACT] = " AND d.page IN (SELECT page FROM acts WHERE act = ?4)",
    [P_FROM] = " AND d.published >= ?5",
    [P_TO] = " AND d.published <= ?6",
};

/* What a listing is made of. */
struct list {
    const char *select; /* ends in a WHERE that is always true */
    const char *order;
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
    ahd_cell cells[P_OFFSET];

    for (int i = P_AGREEMENT; i <= P_TO; i++)
        cells[i - 1] = AHD_CELL_STR(value_of(f, i));
    cells[P_LIMIT - 1] = AHD_CELL_INT(f->limit > 0 ? f->limit : DEFAULT_LIMIT);
    cells[P_OFFSET - 1] = AHD_CELL_INT(f->offset > 0 ? f->offset : 0);
    ahd_sqlite_bind(statement, cells, P_OFFSET);
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
        if (value_of(filter, i).len > 0)
            ahd_buf_add(&sql, ahd_str_from(list->conditions[i]));
    ahd_buf_add(&sql, ahd_str_from(list->order));
    ahd_buf_add(&sql, AHD_STR(" LIMIT ?7 OFFSET ?8"));
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
    ahd_agreement_fn *agreement;
    ahd_actor_fn *actor;
};

/* Hands on the row that the statement stands at; false to end. */
typedef bool give_fn(const struct taker *to, sqlite3_stmt *s);

/* Every row to its taker; the statement is used up. */
static ahd_status walk(ahd_store *store, sqlite3_stmt *s, give_fn *give,
                       const struct taker *to, ahd_error *error)
{
    ahd_status status;
    bool row;

    do
        status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row && give(to, s));
    sqlite3_finalize(s);
    return status;
}

/* ------------------------------------------------------------- documents */

static const struct list documents = {
    "SELECT d.id, d.title, d.outlet, d.url, d.published, d.lang, d.kind,"
    " d.refused, CASE WHEN c.line > 0 THEN c.path || ':' || c.line"
    " ELSE c.path END, (SELECT count(*) FROM acts WHERE page = d.page),"
    " (SELECT count(*) FROM captures WHERE page = d.page)"
    " FROM documents d LEFT JOIN leads l ON l.page = d.page"
    " LEFT JOIN captures c ON c.capture = l.capture WHERE true",
    " ORDER BY d.published IS NULL, d.published DESC, d.id, d.page",
    document_conditions};

static bool give_document(const struct taker *to, sqlite3_stmt *s)
{
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
                                  .captures = sqlite3_column_int64(s, 10)};

    return to->document(to->context, &row);
}

ahd_status ahd_store_documents(ahd_store *store, const ahd_filter *filter,
                               ahd_document_fn *each, void *context,
                               ahd_error *error)
{
    const struct taker to = {.context = context, .document = each};
    sqlite3_stmt *s = NULL;

    AHD_TRY(prepare(store, &documents, filter, &s, error));
    return walk(store, s, give_document, &to, error);
}

/* ------------------------------------------------------------------ acts */

#define ACTS(names, agreement)                                                 \
    {                                                                          \
        "SELECT d.id, a.act, a.date, a.modality, a.sentence, d.title, "        \
        "d.outlet, " names ", g.agreement, " agreement ","                     \
        " a.n, a.sentence_start, a.sentence_end, a.confidence, d.published,"   \
        " a.review"                                                            \
        " FROM acts a JOIN documents d ON d.page = a.page"                     \
        " LEFT JOIN act_agreements g"                                          \
        " ON g.page = a.page AND g.n = a.n AND g.rank = 0 WHERE true",         \
            " ORDER BY coalesce(a.first_day, d.published) IS NULL,"            \
            " coalesce(a.first_day, d.published), d.id, a.page, a.n",          \
            act_conditions                                                     \
    }

static const struct list acts =
    ACTS("a.source, a.target, a.speaker, a.via, a.place", "g.name");
static const struct list acts_ar =
    ACTS("a.source_ar, a.target_ar, a.speaker_ar, a.via_ar, a.place_ar",
         "coalesce(g.name_ar, g.name)");

static bool wants_arabic(const ahd_filter *filter)
{
    return filter && filter->lang &&
           ahd_str_eq(ahd_str_from(filter->lang), AHD_STR("ar"));
}

static bool give_act(const struct taker *to, sqlite3_stmt *s)
{
    const ahd_act_row row = {.document = ahd_sqlite_str(s, 0),
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

    return to->act(to->context, &row);
}

ahd_status ahd_store_acts(ahd_store *store, const ahd_filter *filter,
                          ahd_act_fn *each, void *context, ahd_error *error)
{
    const struct taker to = {.context = context, .act = each};
    sqlite3_stmt *s = NULL;

    AHD_TRY(prepare(store, wants_arabic(filter) ? &acts_ar : &acts, filter, &s,
                    error));
    return walk(store, s, give_act, &to, error);
}

/* -------------------------------------------------- agreements and actors */

/* An act may name an agreement twice; it is one act about it. Of several
 * discoveries with one id, the last page's counts. */
#define AGREEMENTS                                                             \
    "SELECT x.agreement, count(*), sum(a.act IN ('accuse', 'breach')),"        \
    " count(DISTINCT x.page), f.name_ar, f.name_en, f.kind, f.date, f.place,"  \
    " f.id IS NOT NULL FROM (SELECT DISTINCT coalesce(entry, agreement)"       \
    " AS agreement, page, n FROM act_agreements LEFT JOIN merged_agreements"   \
    " ON found = agreement WHERE agreement IS NOT NULL) x"                     \
    " JOIN acts a ON a.page = x.page AND a.n = x.n"                            \
    " LEFT JOIN found_agreements f ON f.id = x.agreement AND f.page ="         \
    " (SELECT max(page) FROM found_agreements WHERE id = x.agreement)"         \
    " GROUP BY x.agreement ORDER BY 2 DESC, 1"

static bool give_agreement(const struct taker *to, sqlite3_stmt *s)
{
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

    AHD_TRY(ahd_sqlite_prepare(store, AGREEMENTS, &s, error));
    return walk(store, s, give_agreement, &to, error);
}

#define ACTORS                                                                 \
    "SELECT actor, count(*), max(name)"                                        \
    " FROM (SELECT actor, page, n, max(name) AS name FROM act_actors"          \
    " GROUP BY actor, page, n) GROUP BY actor ORDER BY 2 DESC, 1"

static bool give_actor(const struct taker *to, sqlite3_stmt *s)
{
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

    AHD_TRY(ahd_sqlite_prepare(store, ACTORS, &s, error));
    return walk(store, s, give_actor, &to, error);
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
