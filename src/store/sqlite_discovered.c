/* sqlite_discovered.c - discoveries, what they were merged into, what is told.
 */
#include "store/discovered.h"

#include "base/day.h"
#include "base/map.h"
#include "kb/kb.h"
#include "store/sqlite.h"

/* Of equal ids the page with the lowest hash stands for all, so that arrival
 * decides nothing. */
static const char found_sql[] =
    "SELECT f.id, d.id, f.sentence, f.place_id, f.subject, f.kind,"
    " d.lang = 'ar', f.date, d.published, f.words"
    " FROM found_agreements f JOIN documents d ON d.page = f.page"
    " JOIN pages p ON p.page = f.page ORDER BY f.id, p.sha256";
/* A signature counts while its act says so: a review may have taken the act, or
 * somebody out of it. */
#define STANDS                                                                 \
    " EXISTS (SELECT 1 FROM act_agreements g WHERE g.page = s.page"            \
    " AND g.n = s.n AND g.agreement = s.agreement) AND (s.actor IS NULL"       \
    " OR EXISTS (SELECT 1 FROM act_actors w WHERE w.page = s.page"             \
    " AND w.n = s.n AND w.actor = s.actor))"
static const char parties_sql[] =
    "SELECT DISTINCT s.agreement, s.actor FROM signatures s"
    " WHERE s.agreement LIKE 'found:%' AND s.actor IS NOT NULL"
    " AND s.state NOT IN ('absent', 'withdrew') AND" STANDS
    " ORDER BY s.agreement, s.actor";
static const char unmerge_sql[] = "DELETE FROM merged_agreements";
static const char put_sql[] =
    "INSERT INTO merged_agreements (found, entry) VALUES (?1, ?2)";
static const char entry_sql[] =
    "SELECT entry FROM merged_agreements WHERE found = ?1";

/* The entry itself and all that are told as it; a row for each value that a
 * document tells. */
static const char told_sql[] =
    "WITH m (id) AS (SELECT ?1 UNION"
    " SELECT found FROM merged_agreements WHERE entry = ?1),"
    " f AS (SELECT * FROM found_agreements WHERE id IN (SELECT id FROM m)),"
    " t AS (SELECT 'name' AS field, coalesce(name_ar, name_en) AS value,"
    " NULL AS actor, NULL AS name, page FROM f"
    " UNION ALL SELECT 'kind', kind, NULL, NULL, page FROM f"
    " UNION ALL SELECT 'date', date, NULL, NULL, page FROM f"
    " UNION ALL SELECT 'place', place, NULL, NULL, page FROM f"
    " UNION ALL SELECT 'party', s.state, s.actor,"
    " iif(s.actor IS NULL, s.name, NULL), s.page FROM signatures s"
    " WHERE s.agreement IN (SELECT id FROM m) AND" STANDS
    " UNION ALL SELECT 'same_as', id, NULL, NULL, page FROM f WHERE id <> ?1),"
    " u AS (SELECT DISTINCT t.field, t.value, t.actor, t.name,"
    " d.id AS document, d.outlet, d.published"
    " FROM t JOIN documents d ON d.page = t.page WHERE t.value IS NOT NULL)"
    " SELECT field, value, actor, name, document, outlet FROM u"
    " ORDER BY CASE field WHEN 'name' THEN 0 WHEN 'kind' THEN 1"
    " WHEN 'date' THEN 2 WHEN 'place' THEN 3 WHEN 'party' THEN 4 ELSE 5 END,"
    " count(*) OVER (PARTITION BY field, actor, name) DESC, actor, name,"
    " count(*) OVER (PARTITION BY field, value, actor, name) DESC, value,"
    " published IS NULL, published, document, outlet";

/* -------------------------------------------------------- the discoveries */

static uint32_t noun_of(ahd_str kind)
{
    for (uint32_t i = 0; i <= AHD_NOUN_CONTRACT; i++)
        if (ahd_str_eq(kind, ahd_str_from(ahd_kb_noun_kind_name(i))))
            return i;
    return AHD_NONE;
}

static ahd_day day_of(ahd_str iso)
{
    return iso.len > 0 ? ahd_day_from_iso(iso) : AHD_NO_DAY;
}

typedef struct reader {
    ahd_arena *arena;
    ahd_discoveries *out;
    ahd_map index; /* by id: number + 1 */
} reader;

static ahd_str keep(reader *r, sqlite3_stmt *s, int column)
{
    return ahd_arena_str(r->arena, ahd_sqlite_str(s, column));
}

static void take_found(reader *r, sqlite3_stmt *s)
{
    ahd_str id = keep(r, s, 0);
    uint32_t *at = ahd_map_put(r->arena, &r->index, id);

    if (*at != 0)
        return;
    ahd_discovery *d = ahd_vec_push(r->arena, r->out);
    *at = r->out->count;
    *d = (ahd_discovery){.id = id,
                         .document = keep(r, s, 1),
                         .sentence = keep(r, s, 2),
                         .place = keep(r, s, 3),
                         .subject = keep(r, s, 4),
                         .noun = noun_of(ahd_sqlite_str(s, 5)),
                         .arabic = sqlite3_column_int(s, 6) != 0,
                         .day = day_of(ahd_sqlite_str(s, 7)),
                         .told = day_of(ahd_sqlite_str(s, 8)),
                         .words = keep(r, s, 9)};
}

static void take_party(reader *r, sqlite3_stmt *s)
{
    const uint32_t *at = ahd_map_find(&r->index, ahd_sqlite_str(s, 0));

    if (at && *at)
        *ahd_vec_push(r->arena, &r->out->items[*at - 1].parties) =
            keep(r, s, 1);
}

static ahd_status read_all(ahd_store *store, const char *sql, reader *r,
                           void take(reader *r, sqlite3_stmt *s),
                           ahd_error *error)
{
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    for (;;) {
        AHD_TRY(ahd_sqlite_step(store, s, &row, error));
        if (!row)
            break;
        take(r, s);
    }
    sqlite3_reset(s);
    return AHD_OK;
}

ahd_status ahd_store_discoveries(ahd_store *store, ahd_arena *arena,
                                 ahd_discoveries *out, ahd_error *error)
{
    reader r = {.arena = arena, .out = out};

    AHD_TRY(read_all(store, found_sql, &r, take_found, error));
    return read_all(store, parties_sql, &r, take_party, error);
}

/* ------------------------------------------------------------------ merged */

ahd_status ahd_store_unmerge(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, unmerge_sql, NULL, 0, error);
}

ahd_status ahd_store_put_merged(ahd_store *store, ahd_str found, ahd_str entry,
                                ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_STR(found), AHD_CELL_STR(entry)};

    return ahd_sqlite_put(store, put_sql, row, 2, error);
}

ahd_status ahd_store_entry_of(ahd_store *store, ahd_str id, ahd_buf *out,
                              ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(id)};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, entry_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    AHD_TRY(ahd_sqlite_step(store, s, &row, error));
    ahd_buf_add(out, row ? ahd_sqlite_str(s, 0) : id);
    sqlite3_reset(s);
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

/* ---------------------------------------------------------- what is told */

ahd_status ahd_store_told(ahd_store *store, ahd_str entry, ahd_told_fn *each,
                          void *context, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(entry)};
    sqlite3_stmt *s;
    bool row, more = true;

    AHD_TRY(ahd_sqlite_ready(store, told_sql, &s, error));
    ahd_sqlite_bind(s, key, 1);
    while (more) {
        AHD_TRY(ahd_sqlite_step(store, s, &row, error));
        if (!row)
            break;
        const ahd_told one = {.field = ahd_sqlite_str(s, 0),
                              .value = ahd_sqlite_str(s, 1),
                              .actor = ahd_sqlite_str(s, 2),
                              .name = ahd_sqlite_str(s, 3),
                              .document = ahd_sqlite_str(s, 4),
                              .outlet = ahd_sqlite_str(s, 5)};
        more = each(context, &one);
    }
    sqlite3_reset(s);
    return AHD_OK;
}
