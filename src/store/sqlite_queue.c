/* sqlite_queue.c - the review queue out of its indices, and into them. */
#include "store/queue.h"
#include "store/sqlite.h"

/* ------------------------------------------------------------ statements
 *
 * ?1 agreement, ?2 act, ?3 the confidence to be below, ?4 by, ?5 not by;
 * ?6 ?7 ?8 where from: confidence or review, page, n; ?9 how many at most. */

#define ACTS(index) " FROM acts x INDEXED BY " index " WHERE review IS NULL"
#define BELOW " AND confidence < ?3"

static const char any_from[] = ACTS("acts_unreviewed");
static const char type_from[] = ACTS("acts_unreviewed_of_type") " AND act = ?2";
static const char agreement_from[] =
    " FROM unreviewed x INDEXED BY unreviewed_of WHERE agreement = ?1"
    " AND (?2 IS NULL OR act = ?2)";

/* Reviews are as many as people can make, so these filters look at each. */
#define DECIDED                                                                \
    BELOW " AND (?2 IS NULL OR act = ?2)"                                      \
          " AND (?5 IS NULL OR NOT EXISTS (SELECT 1 FROM reviewed_acts y"      \
          " WHERE y.page = x.page AND y.n = x.n AND y.reviewer = ?5))"         \
          " AND (?1 IS NULL OR EXISTS (SELECT 1 FROM " AHD_SQLITE_SAME         \
          " WHERE instr(' | ' || x.agreements || ' | ', ' | ' || id"           \
          " || ' | ')))"
#define REVIEWED(index) " FROM reviewed_acts x INDEXED BY " index " WHERE "

static const char newest_from[] =
    REVIEWED("reviewed_acts_newest") "newest" DECIDED;
static const char by_from[] =
    REVIEWED("reviewed_acts_by") "reviewer = ?4" DECIDED;
static const char contested_from[] =
    REVIEWED("reviewed_acts_contested") "newest AND contested"
                                        " AND (?4 IS NULL OR EXISTS (SELECT 1"
                                        " FROM reviewed_acts y WHERE y.page ="
                                        " x.page AND y.n = x.n AND y.reviewer"
                                        " = ?4))" DECIDED;

#define OPEN_PICK "SELECT page, n, confidence, 0"
#define OPEN_NEXT                                                              \
    BELOW " AND (confidence, page, n) > (?6, ?7, ?8)"                          \
          " ORDER BY confidence, page, n LIMIT 1"
#define OPEN_BACK                                                              \
    " AND (confidence, page, n) < (?6, ?7, ?8)"                                \
    " ORDER BY confidence DESC, page DESC, n DESC LIMIT 1"
#define DECIDED_PICK "SELECT page, n, confidence, review"
#define DECIDED_NEXT " AND review < ?6 ORDER BY review DESC LIMIT 1"
#define DECIDED_BACK " AND review > ?6 ORDER BY review LIMIT 1"

/* Backwards only one bound of the confidence is walked from: find_place sees to
 * the other. */
static const struct lead {
    const char *from;
    bool decided;
} leads[] = {
    {any_from, false},   {type_from, false}, {agreement_from, false},
    {newest_from, true}, {by_from, true},    {contested_from, true},
};
enum { ANY, TYPE, AGREEMENT, NEWEST, BY, CONTESTED };

static const struct lead *lead_of(const ahd_queue_of *q)
{
    if (q->state == AHD_QUEUE_DISAGREEING)
        return &leads[CONTESTED];
    if (q->state == AHD_QUEUE_REVIEWED)
        return &leads[q->by.len > 0 ? BY : NEWEST];
    if (q->agreement.len > 0)
        return &leads[AGREEMENT];
    return &leads[q->act.len > 0 ? TYPE : ANY];
}

static const char same_sql[] = "SELECT id FROM " AHD_SQLITE_SAME;
static const char place_sql[] =
    "SELECT coalesce((SELECT confidence FROM acts WHERE page = ?1 AND n = ?2),"
    " (SELECT confidence FROM set_aside WHERE page = ?1 AND n = ?2), -1),"
    " (SELECT max(review) FROM reviewed_acts WHERE page = ?1 AND n = ?2"
    " AND (?3 IS NULL OR reviewer = ?3))";
static const char id_sql[] = "SELECT id FROM documents WHERE page = ?1";
static const char reviewers_sql[] =
    "SELECT reviewer, count(*) FROM reviewed_acts GROUP BY reviewer"
    " ORDER BY count(*) DESC, reviewer";
static const char drop_sql[] = "DELETE FROM reviewed_acts WHERE page = ?1";
static const char told_sql[] = "DELETE FROM reviewed_missing WHERE page = ?1";
static const char put_sql[] =
    "INSERT OR IGNORE INTO reviewed_acts (page, n, reviewer, review, newest,"
    " contested, act, agreements, confidence)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
    " coalesce((SELECT confidence FROM acts WHERE page = ?1 AND n = ?2),"
    " (SELECT confidence FROM set_aside WHERE page = ?1 AND n = ?2), 1))";
static const char unqueued_sql[] = "SELECT min(page) FROM reviewed_missing";

/* -------------------------------------------------------------- asking */

enum { PARAMETERS = 9, MOST_SQL = 4096 };

/* Everything a statement may ask for. */
typedef struct asking {
    ahd_store *store;
    const ahd_queue_of *queue;
    const struct lead *lead;
    sqlite3_stmt *statement;
    ahd_queue_item from;
    int64_t most;
} asking;

static void bind(const asking *a, ahd_str agreement)
{
    const double below = a->queue->below > 0 ? a->queue->below : 2;
    const ahd_cell cells[PARAMETERS] = {AHD_CELL_STR(agreement),
                                        AHD_CELL_STR(a->queue->act),
                                        AHD_CELL_REAL(below),
                                        AHD_CELL_STR(a->queue->by),
                                        AHD_CELL_STR(a->queue->not_by),
                                        a->lead->decided
                                            ? AHD_CELL_INT(a->from.review)
                                            : AHD_CELL_REAL(a->from.confidence),
                                        AHD_CELL_INT(a->from.page),
                                        AHD_CELL_INT(a->from.n),
                                        AHD_CELL_INT(a->most)};
    int wanted = sqlite3_bind_parameter_count(a->statement);

    sqlite3_reset(a->statement);
    ahd_sqlite_bind(a->statement, cells, wanted);
}

static ahd_status prepare(asking *a, const char *before, const char *behind,
                          ahd_error *error)
{
    ahd_buf sql = AHD_BUF(MOST_SQL);

    ahd_buf_printf(&sql, "%s%s%s", before, a->lead->from, behind);
    ahd_status status =
        sql.failed
            ? ahd_fail(error, AHD_ENOMEM, "out of memory")
            : ahd_sqlite_prepare(a->store, sql.ptr, &a->statement, error);
    ahd_buf_finish(&sql);
    return status;
}

static bool comes_before(const asking *a, const ahd_queue_item *one,
                         const ahd_queue_item *other)
{
    bool less = one->confidence != other->confidence
                    ? one->confidence < other->confidence
                : one->page != other->page ? one->page < other->page
                                           : one->n < other->n;

    return less != a->queue->back;
}

/* The row of one agreement, if it is before what was found of others. */
static ahd_status try_one(const asking *a, ahd_str agreement,
                          ahd_queue_item *out, ahd_error *error)
{
    bool row;

    bind(a, agreement);
    AHD_TRY(ahd_sqlite_step(a->store, a->statement, &row, error));
    if (!row)
        return AHD_OK;
    const ahd_queue_item item = {
        .page = sqlite3_column_int64(a->statement, 0),
        .n = sqlite3_column_int64(a->statement, 1),
        .confidence = sqlite3_column_double(a->statement, 2),
        .review = sqlite3_column_int64(a->statement, 3)};
    if (out->page == 0 || comes_before(a, &item, out))
        *out = item;
    return AHD_OK;
}

static ahd_status count_one(const asking *a, ahd_str agreement,
                            ahd_queue_item *out, ahd_error *error)
{
    bool row;

    bind(a, agreement);
    AHD_TRY(ahd_sqlite_step(a->store, a->statement, &row, error));
    out->n += row ? sqlite3_column_int64(a->statement, 0) : 0;
    return AHD_OK;
}

typedef ahd_status one_fn(const asking *a, ahd_str agreement,
                          ahd_queue_item *out, ahd_error *error);

/* An agreement that several discoveries are: each in its own order. */
static ahd_status ask_each(const asking *a, one_fn *one, ahd_queue_item *out,
                           ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(a->queue->agreement)};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(a->store, same_sql, &s, error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    ahd_status status = ahd_sqlite_step(a->store, s, &row, error);
    while (status == AHD_OK && row) {
        status = one(a, ahd_sqlite_str(s, 0), out, error);
        if (status == AHD_OK)
            status = ahd_sqlite_step(a->store, s, &row, error);
    }
    sqlite3_reset(s);
    return status;
}

static ahd_status ask(asking *a, one_fn *one, ahd_queue_item *out,
                      ahd_error *error)
{
    ahd_status status = a->lead == &leads[AGREEMENT]
                            ? ask_each(a, one, out, error)
                            : one(a, a->queue->agreement, out, error);

    sqlite3_finalize(a->statement);
    return status;
}

/* Where a walk that has no place begins: before all of them. */
static void begin(asking *a)
{
    bool back = a->queue->back;

    a->from = (ahd_queue_item){.confidence = back ? 2 : -1,
                               .review = back ? 0 : INT64_MAX};
}

static ahd_status find_place(asking *a, const ahd_queue_item *from,
                             ahd_error *error)
{
    const ahd_cell key[] = {
        AHD_CELL_INT(from->page), AHD_CELL_INT(from->n),
        AHD_CELL_STR(a->lead == &leads[BY] ? a->queue->by : AHD_STR(""))};
    sqlite3_stmt *s;
    bool row;

    begin(a);
    if (from->page == 0)
        return AHD_OK;
    AHD_TRY(ahd_sqlite_ready(a->store, place_sql, &s, error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    AHD_TRY(ahd_sqlite_step(a->store, s, &row, error));
    if (sqlite3_column_double(s, 0) >= 0)
        a->from = (ahd_queue_item){.page = from->page,
                                   .n = from->n,
                                   .confidence = sqlite3_column_double(s, 0),
                                   .review = a->from.review};
    if (a->queue->back && a->queue->below > 0 &&
        a->from.confidence > a->queue->below)
        a->from = (ahd_queue_item){.confidence = a->queue->below,
                                   .review = a->from.review};
    if (sqlite3_column_int64(s, 1) > 0)
        a->from.review = sqlite3_column_int64(s, 1);
    sqlite3_reset(s);
    return AHD_OK;
}

ahd_status ahd_store_queue(ahd_store *store, const ahd_queue_of *queue,
                           const ahd_queue_item *from, ahd_queue_item *out,
                           ahd_error *error)
{
    asking a = {.store = store, .queue = queue, .lead = lead_of(queue)};
    bool decided = a.lead->decided, back = queue->back;

    *out = (ahd_queue_item){.page = 0};
    AHD_TRY(find_place(&a, from, error));
    AHD_TRY(prepare(&a, decided ? DECIDED_PICK : OPEN_PICK,
                    decided ? (back ? DECIDED_BACK : DECIDED_NEXT)
                            : (back ? OPEN_BACK : OPEN_NEXT),
                    error));
    return ask(&a, try_one, out, error);
}

ahd_status ahd_store_queue_count(ahd_store *store, const ahd_queue_of *queue,
                                 int64_t most, int64_t *out, ahd_error *error)
{
    asking a = {
        .store = store, .queue = queue, .lead = lead_of(queue), .most = most};
    ahd_queue_item sum = {.n = 0};

    begin(&a);
    AHD_TRY(prepare(&a, "SELECT count(*) FROM (SELECT 1", BELOW " LIMIT ?9)",
                    error));
    ahd_status status = ask(&a, count_one, &sum, error);
    *out = sum.n < most ? sum.n : most;
    return status;
}

/* ---------------------------------------------------------------- lists */

ahd_status ahd_store_document_id(ahd_store *store, int64_t page, ahd_buf *out,
                                 ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};
    sqlite3_stmt *s;
    bool row;

    ahd_buf_clear(out);
    AHD_TRY(ahd_sqlite_ready(store, id_sql, &s, error));
    ahd_sqlite_bind(s, key, AHD_CELL_COUNT(key));
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    if (status == AHD_OK && row)
        ahd_buf_add(out, ahd_sqlite_str(s, 0));
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_reviewers(ahd_store *store, ahd_reviewer_fn *each,
                               void *context, ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, reviewers_sql, &s, error));
    while ((status = ahd_sqlite_step(store, s, &row, error)) == AHD_OK && row) {
        if (!each(context, ahd_sqlite_str(s, 0), sqlite3_column_int64(s, 1)))
            break;
    }
    sqlite3_reset(s);
    return status;
}

/* -------------------------------------------------- what reviews made so */

ahd_status ahd_store_drop_reviewed(ahd_store *store, int64_t page,
                                   ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};

    AHD_TRY(ahd_sqlite_put(store, told_sql, key, AHD_CELL_COUNT(key), error));
    return ahd_sqlite_put(store, drop_sql, key, AHD_CELL_COUNT(key), error);
}

ahd_status ahd_store_put_reviewed(ahd_store *store, int64_t page,
                                  const ahd_reviewed_act *a, ahd_error *error)
{
    const ahd_cell row[] = {
        AHD_CELL_INT(page),        AHD_CELL_INT(a->n),
        AHD_CELL_STR(a->reviewer), AHD_CELL_INT(a->review),
        AHD_CELL_INT(a->newest),   AHD_CELL_INT(a->contested),
        AHD_CELL_STR(a->act),      AHD_CELL_STR(a->agreements)};

    return ahd_sqlite_put(store, put_sql, row, AHD_CELL_COUNT(row), error);
}

ahd_status ahd_store_unqueued(ahd_store *store, int64_t *page, ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};

    return ahd_sqlite_number(store, unqueued_sql, none, page, error);
}
