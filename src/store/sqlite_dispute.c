/* sqlite_dispute.c - disputes, occurrences and commitments out of the database.
 */
#include "disputes/dispute.h"
#include "store/sqlite.h"
#include "store/standing.h"

#include <string.h>

enum { DEFAULT_LIMIT = 1000 };

#define PAGING " LIMIT ?5 OFFSET ?6"
/* The name of an agreement that only documents have. */
#define FOUND(name)                                                            \
    " (SELECT " name " FROM found_agreements f WHERE f.id = agreement LIMIT "  \
    "1)"

/* NULL in a parameter is "any". */
#define DISPUTES                                                               \
    "SELECT id, agreement, accused, first_day, last_day, rung, claims,"        \
    " claimants, sides, stories, replies," FOUND("name_ar") "," FOUND(         \
        "name_en") " FROM disputes"
/* In the order of an index; of an agreement in that of its own. */
#define LISTED(index, which)                                                   \
    DISPUTES " INDEXED BY " index " WHERE " which                              \
             " AND (?2 IS NULL OR accused = ?2)"                               \
             " AND (?3 IS NULL OR last_day >= ?3)"                             \
             " AND (?4 IS NULL OR first_day <= ?4)"                            \
             " ORDER BY claims DESC, id" PAGING
static const char disputes_sql[] = LISTED("disputes_listed", "true");
static const char disputes_of_sql[] = LISTED("disputes_of", "agreement = ?1");
static const char following_sql[] = DISPUTES
    " WHERE id > coalesce(?9, '') AND (?1 IS NULL OR agreement = ?1)"
    " AND (?2 IS NULL OR accused = ?2) AND (?3 IS NULL OR last_day >= ?3)"
    " AND (?4 IS NULL OR first_day <= ?4) ORDER BY id LIMIT ?5";
static const char occurrences_sql[] =
    "SELECT o.id, o.act, o.modality, o.first_day, o.last_day, d.id, o.n,"
    " o.tellings, o.stories, a.sentence, iif(?8, a.source_ar, a.source),"
    " iif(?8, a.target_ar, a.target), iif(?8, a.speaker_ar, a.speaker),"
    " d.outlet FROM occurrences o"
    " JOIN documents d ON d.page = o.page"
    " JOIN acts a ON a.page = o.page AND a.n = o.n"
    " WHERE (?1 IS NULL OR o.occurrence IN (SELECT occurrence FROM"
    " occurrence_acts x JOIN act_agreements g ON g.page = x.page AND g.n = x.n"
    " WHERE g.agreement = ?1)) AND (?2 IS NULL OR o.occurrence IN (SELECT"
    " occurrence FROM occurrence_acts x JOIN act_actors s ON s.page = x.page"
    " AND s.n = x.n WHERE s.actor = ?2)) AND (?3 IS NULL OR o.last_day >= ?3)"
    " AND (?4 IS NULL OR o.first_day <= ?4) AND (?7 IS NULL OR o.act = ?7)"
    " ORDER BY o.first_day IS NULL, o.first_day, o.id" PAGING;
static const char dispute_sql[] = "SELECT json FROM disputes WHERE id = ?1";
static const char fulfilments_sql[] =
    "SELECT status, deadline, json FROM fulfilments WHERE agreement = ?1"
    " ORDER BY rowid";

typedef struct taker {
    void *context;
    ahd_dispute_fn *dispute;
    ahd_occurrence_fn *occurrence;
    ahd_fulfilment_fn *fulfilment;
} taker;

static void bind(sqlite3_stmt *s, const ahd_filter *f)
{
    static const ahd_filter any = {0};

    f = f ? f : &any;
    const ahd_cell cells[] = {
        AHD_CELL_STR(ahd_str_from(f->agreement)),
        AHD_CELL_STR(ahd_str_from(f->actor)),
        AHD_CELL_STR(ahd_str_from(f->from)),
        AHD_CELL_STR(ahd_str_from(f->to)),
        AHD_CELL_INT(f->limit > 0 ? f->limit : DEFAULT_LIMIT),
        AHD_CELL_INT(f->offset > 0 ? f->offset : 0),
        AHD_CELL_STR(ahd_str_from(f->act)),
        AHD_CELL_INT(f->lang && strcmp(f->lang, "ar") == 0),
        AHD_CELL_STR(ahd_str_from(f->after)),
    };
    ahd_sqlite_bind(s, cells, (int)(sizeof cells / sizeof *cells));
}

static bool give_dispute(const void *context, sqlite3_stmt *s)
{
    const taker *to = context;
    int64_t level = sqlite3_column_int64(s, 5);
    bool known = level >= 0 && level <= AHD_RUNG_FOUND;
    const ahd_dispute_row row = {
        .id = ahd_sqlite_str(s, 0),
        .agreement = ahd_sqlite_str(s, 1),
        .accused = ahd_sqlite_str(s, 2),
        .first = ahd_sqlite_str(s, 3),
        .last = ahd_sqlite_str(s, 4),
        .rung = ahd_str_from(known ? ahd_rung_names[level] : ""),
        .level = level,
        .claims = sqlite3_column_int64(s, 6),
        .claimants = sqlite3_column_int64(s, 7),
        .sides = sqlite3_column_int64(s, 8),
        .stories = sqlite3_column_int64(s, 9),
        .replies = sqlite3_column_int64(s, 10),
        .name_ar = ahd_sqlite_str(s, 11),
        .name_en = ahd_sqlite_str(s, 12)};

    return to->dispute(to->context, &row);
}

ahd_status ahd_store_disputes(ahd_store *store, const ahd_filter *filter,
                              ahd_dispute_fn *each, void *context,
                              ahd_error *error)
{
    const taker to = {.context = context, .dispute = each};
    sqlite3_stmt *s = NULL;

    bool of = filter && filter->agreement && *filter->agreement;
    const char *sql = filter && filter->after ? following_sql
                      : of                    ? disputes_of_sql
                                              : disputes_sql;

    AHD_TRY(ahd_sqlite_prepare(store, sql, &s, error));
    bind(s, filter);
    return ahd_sqlite_walk(store, s, give_dispute, &to, error);
}

ahd_occurrence_row ahd_sqlite_occurrence(sqlite3_stmt *s)
{
    return (ahd_occurrence_row){.id = ahd_sqlite_str(s, 0),
                                .act = ahd_sqlite_str(s, 1),
                                .modality = ahd_sqlite_str(s, 2),
                                .first = ahd_sqlite_str(s, 3),
                                .last = ahd_sqlite_str(s, 4),
                                .document = ahd_sqlite_str(s, 5),
                                .n = sqlite3_column_int64(s, 6),
                                .tellings = sqlite3_column_int64(s, 7),
                                .stories = sqlite3_column_int64(s, 8),
                                .sentence = ahd_sqlite_str(s, 9),
                                .source = ahd_sqlite_str(s, 10),
                                .target = ahd_sqlite_str(s, 11),
                                .speaker = ahd_sqlite_str(s, 12),
                                .outlet = ahd_sqlite_str(s, 13)};
}

static bool give_occurrence(const void *context, sqlite3_stmt *s)
{
    const taker *to = context;
    const ahd_occurrence_row row = ahd_sqlite_occurrence(s);

    return to->occurrence(to->context, &row);
}

ahd_status ahd_store_occurrences(ahd_store *store, const ahd_filter *filter,
                                 ahd_occurrence_fn *each, void *context,
                                 ahd_error *error)
{
    const taker to = {.context = context, .occurrence = each};
    sqlite3_stmt *s = NULL;

    AHD_TRY(ahd_sqlite_prepare(store, occurrences_sql, &s, error));
    bind(s, filter);
    return ahd_sqlite_walk(store, s, give_occurrence, &to, error);
}

ahd_status ahd_store_dispute(ahd_store *store, ahd_str id, ahd_buf *out,
                             bool *found, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id)};
    sqlite3_stmt *s = NULL;

    *found = false;
    AHD_TRY(ahd_sqlite_prepare(store, dispute_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    ahd_status status = ahd_sqlite_step(store, s, found, error);
    if (*found)
        ahd_buf_add(out, ahd_sqlite_str(s, 0));
    sqlite3_finalize(s);
    return status;
}

static bool give_fulfilment(const void *context, sqlite3_stmt *s)
{
    const taker *to = context;
    return to->fulfilment(to->context, ahd_sqlite_str(s, 0),
                          ahd_sqlite_str(s, 1), ahd_sqlite_str(s, 2));
}

ahd_status ahd_store_fulfilments(ahd_store *store, ahd_str agreement,
                                 ahd_fulfilment_fn *each, void *context,
                                 ahd_error *error)
{
    const taker to = {.context = context, .fulfilment = each};
    const ahd_cell key[] = {AHD_CELL_STR(agreement)};
    sqlite3_stmt *s = NULL;

    AHD_TRY(ahd_sqlite_prepare(store, fulfilments_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    return ahd_sqlite_walk(store, s, give_fulfilment, &to, error);
}
