#include "store/sqlite_found.h"

#include "store/paired.h"
#include "store/sqlite.h"
#include "store/surety.h"

#include <stdlib.h>

enum {
    MOST_SQL = 1 << 14,
    MOST_IDS = 1 << 16,
    DEFAULT_LIMIT = 20,
    ALL = 1 << 20, /* of acts that are counted, when no number is given */
    STEPS = 1000,  /* of SQLite between two looks at the clock */
    STEPS_AN_ACT = 200
};

enum { /* parameters */
       P_AGREEMENT = 1,
       P_ACTOR,
       P_ROLE,
       P_ACT,
       P_OUTLET,
       P_LANG,
       P_FROM,
       P_TO,
       P_REVIEW,
       P_DOCUMENT,
       P_DAY, /* of the key */
       P_PAGE,
       P_N,
       P_LIMIT,
       PARAMETERS
};

/* ------------------------------------------------------------------ SQL */

/* What leads to the acts, `x`: page, n, day and act. */
#define OF_AGREEMENT(index)                                                    \
    "(SELECT * FROM act_agreements INDEXED BY " index " WHERE agreement"
#define OF_ACTOR(index)                                                        \
    "(SELECT * FROM act_actors INDEXED BY " index " WHERE actor = ?2) x"

enum lead {
    LEAD_ANY,
    LEAD_TYPE,
    LEAD_REVIEWED,
    LEAD_OUTLET,
    LEAD_ACTOR,
    LEAD_AGREEMENT,
    LEAD_AGREEMENTS,
    LEAD_HITS,
    LEAD_DOCUMENT,
    LEADS
};

/* By day and by arrival. */
static const char *const leads[LEADS][2] = {
    [LEAD_ANY] = {"acts x INDEXED BY acts_listed", "acts x NOT INDEXED"},
    [LEAD_TYPE] = {"acts x INDEXED BY acts_of_type", "acts x NOT INDEXED"},
    [LEAD_REVIEWED] = {"acts x INDEXED BY acts_reviewed",
                       "acts x INDEXED BY acts_reviewed"},
    [LEAD_OUTLET] = {"(SELECT * FROM act_outlets WHERE outlet = ?5) x",
                     "acts x NOT INDEXED"},
    [LEAD_ACTOR] = {OF_ACTOR("act_actors_listed"),
                    OF_ACTOR("act_actors_actor")},
    [LEAD_AGREEMENT] = {OF_AGREEMENT("act_agreements_listed") " = ?1) x",
                        OF_AGREEMENT("act_agreements_agreement") " = ?1) x"},
    [LEAD_AGREEMENTS] = {OF_AGREEMENT("act_agreements_listed") " IN" //
                         AHD_SQLITE_SAME ") x",
                         OF_AGREEMENT("act_agreements_agreement") " IN" //
                         AHD_SQLITE_SAME ") x"},
    [LEAD_HITS] = {"(SELECT y.page, y.n, y.day, y.act FROM temp.hits h"
                   " CROSS JOIN acts y ON y.page = h.page) x",
                   "(SELECT y.page, y.n, y.day, y.act FROM temp.hits h"
                   " CROSS JOIN acts y ON y.page = h.page) x"},
    [LEAD_DOCUMENT] = {"(SELECT y.page, y.n, y.day, y.act FROM documents e"
                       " CROSS JOIN acts y ON y.page = e.page"
                       " WHERE e.id = ?10) x",
                       "(SELECT y.page, y.n, y.day, y.act FROM documents e"
                       " CROSS JOIN acts y ON y.page = e.page"
                       " WHERE e.id = ?10) x"},
};

#define NAMES_EN                                                               \
    "a.source, a.target, a.speaker, a.via, a.place, g.agreement, g.name"
#define NAMES_AR                                                               \
    "a.source_ar, a.target_ar, a.speaker_ar, a.via_ar, a.place_ar,"            \
    " g.agreement, coalesce(g.name_ar, g.name)"
#define OF_SLOT(slot)                                                          \
    " FROM act_actors s"                                                       \
    " WHERE s.page = a.page AND s.n = a.n AND s.slot = '" slot "')"
#define IDS(slot) "(SELECT group_concat(actor, ' | ')" OF_SLOT(slot)
/* For ahd_paired_ids. */
#define CALLED(slot)                                                           \
    "(SELECT group_concat(actor || char(9) ||"                                 \
    " replace(coalesce(name, ''), ' | ', ' '), ' | ')" OF_SLOT(slot)
/* clang-format off */
#define SEEN                                                                   \
    "CASE WHEN a.review IS NULL THEN p.first_seen ELSE max(p.first_seen, "     \
    "coalesce((SELECT max(json_extract(body, '$.at')) FROM reviews r WHERE"    \
    " r.page = a.page), '')) END"
#define NTH                                                                    \
    "1 + (SELECT count(*) FROM acts b WHERE b.page = a.page AND b.n < a.n"     \
    " AND b.sentence_start = a.sentence_start)"
#define ACT(names)                                                             \
    "SELECT d.id, a.act, a.date, a.modality, a.sentence, d.title, d.outlet, "  \
    names ", a.n, a.sentence_start, a.sentence_end, a.confidence,"             \
    " d.published, a.review, a.mode, d.lang, d.url, " CALLED("source") ", "    \
    CALLED("target") ", " IDS("speaker") ", a.place_id,"                       \
    " CASE WHEN o.tellings > 1 THEN o.id END, " SEEN                           \
    ", x.day || '.' || a.page || '.' || a.n, coalesce(o.tellings, 1),"         \
    " coalesce(o.stories, 1), " NTH ", " IDS("via") ", " IDS("for")            \
    ", (SELECT count(*) FROM act_agreements k"                                 \
    " WHERE k.page = a.page AND k.n = a.n) FROM "
/* clang-format on */
static const char act_en_sql[] = ACT(NAMES_EN);
static const char act_ar_sql[] = ACT(NAMES_AR);
static const char act_joins_sql[] =
    " CROSS JOIN acts a ON a.page = x.page AND a.n = x.n"
    " CROSS JOIN documents d ON d.page = x.page"
    " CROSS JOIN pages p ON p.page = x.page"
    " LEFT JOIN act_agreements g"
    " ON g.page = a.page AND g.n = a.n AND g.rank = 0"
    " LEFT JOIN occurrence_acts t ON t.page = a.page AND t.n = a.n"
    " LEFT JOIN occurrences o ON o.occurrence = t.occurrence WHERE true";
static const char count_sql[] =
    "SELECT x.page, x.n, x.day, a.act, d.outlet, d.lang,"
    " coalesce(a.review, 'none'), " AHD_SURE_SQL("a", AHD_SURE_LIKELY) ", " //
    AHD_SURE_SQL("a", AHD_SURE_SURE) " FROM ";
static const char count_joins_sql[] =
    " CROSS JOIN acts a ON a.page = x.page AND a.n = x.n"
    " CROSS JOIN documents d ON d.page = x.page WHERE true";

static const char *const conditions[PARAMETERS] = {
    [P_AGREEMENT] = " AND EXISTS (SELECT 1 FROM act_agreements y WHERE"
                    " y.page = x.page AND y.n = x.n AND y.agreement"
                    " IN " AHD_SQLITE_SAME ")",
    [P_ACTOR] = " AND EXISTS (SELECT 1 FROM act_actors y WHERE"
                " y.page = x.page AND y.n = x.n AND y.actor = ?2"
                " AND y.slot = coalesce(?3, y.slot))",
    [P_ACT] = " AND x.act = ?4",
    [P_OUTLET] = " AND d.outlet = ?5",
    [P_LANG] = " AND d.lang = ?6",
    [P_FROM] = " AND x.day >= ?7 AND +x.day < '9999'",
    [P_TO] = " AND x.day <= ?8 AND +x.day < '9999'",
    [P_DOCUMENT] = " AND d.id = ?10",
};

/* An act that names its agreement or actor twice is led to by the first. */
static const char *const first_only[LEADS] = {
    [LEAD_ACTOR] = " AND x.slot = (SELECT min(slot) FROM act_actors y WHERE"
                   " y.page = x.page AND y.n = x.n AND y.actor = ?2"
                   " AND y.slot = coalesce(?3, y.slot))",
    [LEAD_AGREEMENT] =
        " AND x.rank = (SELECT min(rank) FROM act_agreements y"
        " WHERE y.page = x.page AND y.n = x.n AND y.agreement = ?1)",
    [LEAD_AGREEMENTS] =
        " AND x.rank = (SELECT min(rank) FROM act_agreements y WHERE"
        " y.page = x.page AND y.n = x.n AND y.agreement IN " AHD_SQLITE_SAME
        ")",
    [LEAD_REVIEWED] = " AND x.review IS NOT NULL",
};

/* Told several times, it is the telling that stands for it. */
static const char once_sql[] =
    " AND NOT EXISTS (SELECT 1 FROM occurrence_acts z JOIN occurrences w"
    " ON w.occurrence = z.occurrence WHERE z.page = x.page AND z.n = x.n"
    " AND (w.page, w.n) <> (x.page, x.n))";

/* Acts without a day come behind all others. An index is entered at one bound,
 * and a + keeps it from another: that of the key is the nearest, then that of
 * the filter. */
static const char *const parts[] = {" AND x.day < '9999'",
                                    " AND x.day = '9999'"};
static const char dated_sql[] = " AND +x.day < '9999'";
static const char until_sql[] = " AND +x.day <= ?8 AND +x.day < '9999'";
enum { DATED, UNDATED, PARTS, WHOLE = PARTS };

static const char *const after[] = {
    " AND x.day <= ?11 AND (x.day < ?11 OR (d.id, x.page, x.n) >"
    " ((SELECT id FROM documents WHERE page = ?12), ?12, ?13))",
    " AND x.page <= ?12 AND (x.page < ?12 OR x.n > ?13)"};
static const char *const order[] = {
    " ORDER BY x.day DESC, d.id, x.page, x.n LIMIT ?14",
    " ORDER BY x.page DESC, x.n LIMIT ?14"};

/* ------------------------------------------------------------- the filter */

static ahd_str value_of(const ahd_find *f, int parameter)
{
    const char *const values[PARAMETERS] = {
        [P_AGREEMENT] = f->agreement, [P_ACTOR] = f->actor,
        [P_ROLE] = f->role,           [P_ACT] = f->act,
        [P_OUTLET] = f->outlet,       [P_LANG] = f->lang,
        [P_FROM] = f->from,           [P_TO] = f->to,
        [P_REVIEW] = f->review,       [P_DOCUMENT] = f->document};

    return ahd_str_from(values[parameter]);
}

static bool has(const ahd_find *f, int parameter)
{
    return value_of(f, parameter).len > 0;
}

static bool is_review(const ahd_find *f, const char *word)
{
    return ahd_str_eq(value_of(f, P_REVIEW), ahd_str_from(word));
}

/* Where an act stands: "2020-10-23.17.2". */
typedef struct key {
    ahd_str day;
    uint32_t page, n;
} key;

static ahd_status read_key(const ahd_find *f, key *out, ahd_error *error)
{
    ahd_str rest = ahd_str_from(f->after);

    *out = (key){.day = ahd_str_cut(&rest, '.')};
    ahd_str page = ahd_str_cut(&rest, '.');
    if (f->after == NULL || *f->after == '\0' ||
        (out->day.len > 0 && ahd_str_number(page, &out->page) &&
         ahd_str_number(rest, &out->n)))
        return AHD_OK;
    return ahd_fail(error, AHD_EUSAGE,
                    "'%s' is no place in a list; begin at its first page",
                    f->after);
}

static const char is_merged_sql[] =
    "SELECT 1 FROM merged_agreements WHERE found = ?1 OR entry = ?1 LIMIT 1";

/* By what most is left out. Of several agreements told as one the acts are put
 * in order first. */
static ahd_status choose_lead(const ahd_sqlite_found *look, enum lead *out,
                              ahd_error *error)
{
    static const struct {
        int parameter;
        enum lead lead;
    } choices[] = {{P_DOCUMENT, LEAD_DOCUMENT},
                   {P_AGREEMENT, LEAD_AGREEMENT},
                   {P_ACTOR, LEAD_ACTOR},
                   {P_OUTLET, LEAD_OUTLET},
                   {P_ACT, LEAD_TYPE}};
    const ahd_find *f = look->what;
    const ahd_cell id[2] = {AHD_CELL_STR(value_of(f, P_AGREEMENT))};
    int64_t merged = 0;

    *out = has(f, P_REVIEW) && !is_review(f, "none") ? LEAD_REVIEWED : LEAD_ANY;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (*out == LEAD_ANY && has(f, choices[i].parameter))
            *out = choices[i].lead;
    if (look->hits)
        *out = LEAD_HITS;
    if (*out == LEAD_AGREEMENT)
        AHD_TRY(
            ahd_sqlite_number(look->store, is_merged_sql, id, &merged, error));
    *out = merged ? LEAD_AGREEMENTS : *out;
    return AHD_OK;
}

static const char *review_condition(const ahd_find *f)
{
    if (is_review(f, "any"))
        return " AND a.review IS NOT NULL";
    if (is_review(f, "none"))
        return " AND a.review IS NULL";
    return " AND a.review = ?9";
}

static void add(ahd_buf *sql, const char *part)
{
    ahd_buf_add(sql, ahd_str_from(part));
}

/* `behind`: only acts behind a key. */
static void add_conditions(ahd_buf *sql, const ahd_find *f, enum lead lead,
                           bool behind)
{
    static const int led_by[LEADS] = {[LEAD_ACTOR] = P_ACTOR,
                                      [LEAD_AGREEMENT] = P_AGREEMENT,
                                      [LEAD_AGREEMENTS] = P_AGREEMENT};

    for (int i = 1; i < PARAMETERS; i++)
        if (conditions[i] && has(f, i) && i != led_by[lead])
            add(sql, i == P_TO && behind ? until_sql : conditions[i]);
    if (first_only[lead])
        add(sql, first_only[lead]);
    if (has(f, P_REVIEW))
        add(sql, review_condition(f));
    if (f->sure)
        add(sql, ahd_sure_condition(ahd_str_from(f->sure)));
    if (f->once)
        add(sql, once_sql);
}

static void add_part(ahd_buf *sql, const ahd_find *f, int part, bool behind)
{
    if (part == UNDATED)
        add(sql, parts[part]);
    if (part == DATED)
        add(sql, behind || has(f, P_TO) ? dated_sql : parts[part]);
}

static void bind(sqlite3_stmt *s, const ahd_find *f, const key *from,
                 int64_t limit)
{
    ahd_cell cells[PARAMETERS - 1];

    for (int i = 1; i < P_DAY; i++)
        cells[i - 1] = AHD_CELL_STR(value_of(f, i));
    cells[P_DAY - 1] = AHD_CELL_STR(from->day);
    cells[P_PAGE - 1] = AHD_CELL_INT(from->page);
    cells[P_N - 1] = AHD_CELL_INT(from->n);
    cells[P_LIMIT - 1] = AHD_CELL_INT(limit);
    ahd_sqlite_bind(s, cells, PARAMETERS - 1);
}

/* --------------------------------------------------------- a limited look */

static int enough(void *context)
{
    int64_t *left = context;

    *left -= STEPS;
    return *left <= 0;
}

static void begin_look(ahd_sqlite_found *look)
{
    look->left = look->what->most * STEPS_AN_ACT;
    look->cut = false;
}

/* *row is false at the end, also when the look ended. */
static ahd_status step(ahd_sqlite_found *look, sqlite3_stmt *s, bool *row,
                       ahd_error *error)
{
    sqlite3 *db = look->store->db;

    if (look->what->most > 0)
        sqlite3_progress_handler(db, STEPS, enough, &look->left);
    int code = sqlite3_step(s);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    *row = code == SQLITE_ROW;
    look->cut |= code == SQLITE_INTERRUPT;
    if (code != SQLITE_ROW && code != SQLITE_DONE && code != SQLITE_INTERRUPT)
        return ahd_sqlite_fail(look->store, error);
    return AHD_OK;
}

static ahd_status prepare(const ahd_sqlite_found *look, ahd_buf *sql,
                          sqlite3_stmt **out, ahd_error *error)
{
    ahd_status status =
        sql->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                    : ahd_sqlite_prepare(look->store, sql->ptr, out, error);
    ahd_buf_finish(sql);
    return status;
}

/* -------------------------------------------------------------- the acts */

static bool wants_arabic(const ahd_find *f)
{
    return ahd_str_eq(ahd_str_from(f->names), AHD_STR("ar"));
}

typedef struct taking {
    ahd_act_fn *each;
    void *context;
    int64_t left; /* to be given; 0 also when no more are wanted */
    ahd_buf source_ids, target_ids, principals;
    bool arabic;
} taking;

static bool give(sqlite3_stmt *s, taking *to)
{
    ahd_act_row row = ahd_sqlite_act_row(s);

    row.mode = ahd_sqlite_str(s, 20);
    row.lang = ahd_sqlite_str(s, 21);
    row.url = ahd_sqlite_str(s, 22);
    row.source_ids =
        ahd_paired_ids(row.source, ahd_sqlite_str(s, 23), &to->source_ids);
    row.target_ids =
        ahd_paired_ids(row.target, ahd_sqlite_str(s, 24), &to->target_ids);
    row.speaker_id = ahd_sqlite_str(s, 25);
    row.place_id = ahd_sqlite_str(s, 26);
    row.occurrence = ahd_sqlite_str(s, 27);
    row.seen = ahd_sqlite_str(s, 28);
    row.key = ahd_sqlite_str(s, 29);
    row.tellings = sqlite3_column_int64(s, 30);
    row.stories = sqlite3_column_int64(s, 31);
    row.nth = sqlite3_column_int64(s, 32);
    row.via_id = ahd_sqlite_str(s, 33);
    row.principal_ids = ahd_sqlite_str(s, 34);
    row.principals =
        ahd_paired_names(row.principal_ids, to->arabic, &to->principals);
    row.agreements = sqlite3_column_int64(s, 35);
    return to->each(to->context, &row);
}

static ahd_status prepare_acts(const ahd_sqlite_found *look, int part,
                               const key *from, sqlite3_stmt **out,
                               ahd_error *error)
{
    const ahd_find *f = look->what;
    ahd_buf sql = AHD_BUF(MOST_SQL);
    enum lead lead;

    AHD_TRY(choose_lead(look, &lead, error));
    add(&sql, wants_arabic(f) ? act_ar_sql : act_en_sql);
    add(&sql, leads[lead][f->by_arrival]);
    add(&sql, act_joins_sql);
    add_conditions(&sql, f, lead, from->page > 0);
    add_part(&sql, f, part, from->page > 0);
    if (from->page > 0)
        add(&sql, after[f->by_arrival]);
    add(&sql, order[f->by_arrival]);
    return prepare(look, &sql, out, error);
}

/* Those of one part; *left of the limit are still wanted. */
static ahd_status give_part(ahd_sqlite_found *look, int part, const key *from,
                            taking *to, ahd_error *error)
{
    sqlite3_stmt *s = NULL;
    ahd_status status;
    bool row;

    AHD_TRY(prepare_acts(look, part, from, &s, error));
    bind(s, look->what, from, to->left);
    do {
        status = step(look, s, &row, error);
        to->left -= row;
        if (row && !give(s, to))
            to->left = 0;
    } while (status == AHD_OK && row && to->left > 0);
    sqlite3_finalize(s);
    return status;
}

static ahd_status give_parts(ahd_sqlite_found *look, const key *from,
                             taking *to, ahd_error *error)
{
    static const key start = {.day = {"", 0}};
    bool undated = ahd_str_eq(from->day, AHD_STR("9999"));

    if (look->what->by_arrival)
        return give_part(look, WHOLE, from, to, error);
    if (!undated)
        AHD_TRY(give_part(look, DATED, from, to, error));
    if (to->left == 0 || look->cut)
        return AHD_OK;
    return give_part(look, UNDATED, undated ? from : &start, to, error);
}

ahd_status ahd_sqlite_found_acts(ahd_sqlite_found *look, ahd_act_fn *each,
                                 void *context, ahd_error *error)
{
    int64_t limit = look->what->limit;
    taking to = {.each = each,
                 .context = context,
                 .left = limit > 0 ? limit : DEFAULT_LIMIT,
                 .source_ids = AHD_BUF(MOST_IDS),
                 .target_ids = AHD_BUF(MOST_IDS),
                 .principals = AHD_BUF(MOST_IDS),
                 .arabic = wants_arabic(look->what)};
    key from;

    AHD_TRY(read_key(look->what, &from, error));
    begin_look(look);
    ahd_status status = give_parts(look, &from, &to, error);

    ahd_buf_finish(&to.source_ids);
    ahd_buf_finish(&to.target_ids);
    ahd_buf_finish(&to.principals);
    return status;
}

/* ------------------------------------------------------------ the counts */

static const char actors_sql[] =
    "SELECT DISTINCT actor FROM act_actors WHERE page = ?1 AND n = ?2";
static const char agreements_sql[] =
    "SELECT DISTINCT coalesce(entry, agreement) FROM act_agreements"
    " LEFT JOIN merged_agreements ON found = agreement"
    " WHERE page = ?1 AND n = ?2 AND agreement IS NOT NULL";

static ahd_status count_named(ahd_sqlite_found *look, ahd_facet facet,
                              const ahd_cell act[2], ahd_facets *counts,
                              ahd_error *error)
{
    ahd_status status;
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(
        look->store, facet == AHD_FACET_ACTOR ? actors_sql : agreements_sql, &s,
        error));
    ahd_sqlite_bind(s, act, 2);
    while ((status = step(look, s, &row, error)) == AHD_OK && row)
        ahd_facets_add(counts, facet, ahd_sqlite_str(s, 0), 1);
    sqlite3_reset(s);
    return status;
}

static ahd_status count_act(ahd_sqlite_found *look, sqlite3_stmt *s,
                            ahd_facets *counts, ahd_error *error)
{
    const ahd_cell act[2] = {AHD_CELL_INT(sqlite3_column_int64(s, 0)),
                             AHD_CELL_INT(sqlite3_column_int64(s, 1))};
    ahd_str month = ahd_sqlite_str(s, 2);

    if (month.len > sizeof "2020-10" - 1)
        month.len = sizeof "2020-10" - 1;
    if (!ahd_str_eq(month, AHD_STR("9999")))
        ahd_facets_add(counts, AHD_FACET_MONTH, month, 1);
    ahd_facets_add(counts, AHD_FACET_ACT, ahd_sqlite_str(s, 3), 1);
    ahd_facets_add(counts, AHD_FACET_OUTLET, ahd_sqlite_str(s, 4), 1);
    ahd_facets_add(counts, AHD_FACET_LANG, ahd_sqlite_str(s, 5), 1);
    ahd_facets_add(counts, AHD_FACET_REVIEW, ahd_sqlite_str(s, 6), 1);
    if (sqlite3_column_int(s, 7))
        ahd_facets_add(counts, AHD_FACET_SURE, AHD_STR("likely"), 1);
    if (sqlite3_column_int(s, 8))
        ahd_facets_add(counts, AHD_FACET_SURE, AHD_STR("sure"), 1);
    AHD_TRY(count_named(look, AHD_FACET_ACTOR, act, counts, error));
    return count_named(look, AHD_FACET_AGREEMENT, act, counts, error);
}

static ahd_status prepare_count(const ahd_sqlite_found *look, int part,
                                sqlite3_stmt **out, ahd_error *error)
{
    const key nowhere = {.day = AHD_STR("")};
    ahd_buf sql = AHD_BUF(MOST_SQL);
    enum lead lead;

    AHD_TRY(choose_lead(look, &lead, error));
    add(&sql, count_sql);
    add(&sql, leads[lead][0]);
    add(&sql, count_joins_sql);
    add_conditions(&sql, look->what, lead, false);
    add_part(&sql, look->what, part, false);
    add(&sql, " ORDER BY x.day DESC");
    AHD_TRY(prepare(look, &sql, out, error));
    bind(*out, look->what, &nowhere, 0);
    return AHD_OK;
}

/* One more than is counted tells that there are more. */
static ahd_status count_all(ahd_sqlite_found *look, sqlite3_stmt *s,
                            ahd_facets *counts, int64_t *found,
                            ahd_error *error)
{
    int64_t most = look->what->most > 0 ? look->what->most : ALL;
    bool row;

    for (;; ++*found) {
        AHD_TRY(step(look, s, &row, error));
        look->cut |= row && *found == most;
        if (!row || look->cut)
            return AHD_OK;
        AHD_TRY(count_act(look, s, counts, error));
    }
}

static ahd_status count_part(ahd_sqlite_found *look, int part,
                             ahd_facets *counts, int64_t *found,
                             ahd_error *error)
{
    sqlite3_stmt *s = NULL;

    AHD_TRY(prepare_count(look, part, &s, error));
    ahd_status status = count_all(look, s, counts, found, error);
    sqlite3_finalize(s);
    return status;
}

ahd_status ahd_sqlite_found_count(ahd_sqlite_found *look, ahd_facets *counts,
                                  int64_t *found, ahd_error *error)
{
    *found = 0;
    begin_look(look);
    ahd_status status = count_part(look, DATED, counts, found, error);
    if (status == AHD_OK && !look->cut)
        status = count_part(look, UNDATED, counts, found, error);
    return status;
}
