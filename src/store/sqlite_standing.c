/* sqlite_standing.c - acts out of the database as reports; what was found of
 * them into it.
 *
 * The tables of acts are all in the order of page and act, so each is walked
 * once, beside the others. A discovery that is one of several, or of the
 * registry, counts as what it is. */
#include "base/day.h"
#include "base/map.h"
#include "kb/names.h"
#include "output/enums.h"
#include "store/sqlite.h"
#include "store/standing.h"

/* ------------------------------------------------------------- one table */

static const char acts_sql[] =
    "SELECT a.page, a.n, a.act, a.mode, a.modality, a.first_day, a.last_day,"
    " a.sentence, a.source, a.target, a.speaker, a.place_id, a.numbers,"
    " a.scope, a.confidence, d.id, p.sha256, d.published, d.outlet_actor,"
    " d.outlet, iif(s.story IS NULL, m.agency, coalesce(m.agency, r.sha256))"
    " FROM acts a JOIN documents d ON d.page = a.page"
    " JOIN pages p ON p.page = a.page"
    " LEFT JOIN story_members m ON m.page = a.page"
    " LEFT JOIN stories s ON s.story = m.story"
    " LEFT JOIN pages r ON r.page = m.root ORDER BY a.page, a.n";
static const char actors_sql[] =
    "SELECT page, n, slot, actor, name, principal FROM act_actors"
    " ORDER BY page, n, slot, actor";
static const char agreements_sql[] =
    "SELECT page, n, coalesce(entry, agreement) FROM act_agreements"
    " LEFT JOIN merged_agreements ON found = agreement ORDER BY page, n, rank";
static const char commitments_sql[] =
    "SELECT page, n, agreement, commitment, how FROM act_commitments"
    " ORDER BY page, n, agreement, commitment";
static const char links_sql[] =
    "SELECT page, n, other, role FROM act_links ORDER BY page, n, other, role";

enum table { ACTS, ACTORS, AGREEMENTS, COMMITMENTS, LINKS, TABLES };

static const char *const table_sql[TABLES] = {
    acts_sql, actors_sql, agreements_sql, commitments_sql, links_sql};

typedef struct cursor {
    sqlite3_stmt *statement;
    bool row; /* it stands at one */
} cursor;

typedef struct reading {
    ahd_store *store;
    const ahd_kb *kb;
    ahd_arena *arena;
    ahd_map words;  /* of strings: number in `kept` + 1 */
    ahd_map actors; /* by id: kb row + 1, or AHD_NONE */
    AHD_VEC(ahd_str) kept;
    cursor at[TABLES];
    /* Of the report at hand, with room to spare; its own are no longer. */
    ahd_whos source, target;
    AHD_VEC(ahd_bond) bonds;
    AHD_VEC(ahd_link) links;
} reading;

static ahd_status next(reading *r, enum table table, ahd_error *error)
{
    cursor *c = &r->at[table];

    return ahd_sqlite_step(r->store, c->statement, &c->row, error);
}

/* Does the row that `table` stands at belong to the act `t`? */
static bool is_of(const reading *r, enum table table, const ahd_report *t)
{
    const cursor *c = &r->at[table];

    return c->row && sqlite3_column_int64(c->statement, 0) == t->page &&
           (uint32_t)sqlite3_column_int64(c->statement, 1) == t->n;
}

/* ---------------------------------------------------------------- values */

/* Once for all acts that say the same. */
static ahd_str keep(reading *r, ahd_str s)
{
    const uint32_t *known = s.len > 0 ? ahd_map_find(&r->words, s) : NULL;

    if (s.len == 0)
        return AHD_STR("");
    if (known != NULL)
        return r->kept.items[*known - 1];
    ahd_str kept = ahd_arena_str(r->arena, s);
    *ahd_vec_push(r->arena, &r->kept) = kept;
    *ahd_map_put(r->arena, &r->words, kept) = r->kept.count;
    return kept;
}

static ahd_str text(reading *r, enum table table, int column)
{
    return keep(r, ahd_sqlite_str(r->at[table].statement, column));
}

static ahd_day day(const reading *r, int column)
{
    return ahd_day_from_iso(ahd_sqlite_str(r->at[ACTS].statement, column));
}

/* The row of the kb; those of one id are looked for once. */
static uint32_t actor(reading *r, ahd_str id)
{
    if (id.len == 0)
        return AHD_NONE;
    uint32_t *row = ahd_map_put(r->arena, &r->actors, id);
    if (*row == 0) {
        uint32_t found = ahd_kb_find_actor(r->kb, id);
        *row = found == AHD_KB_NONE ? AHD_NONE : found + 1;
    }
    return *row == AHD_NONE ? AHD_NONE : *row - 1;
}

static ahd_who who(reading *r, ahd_str id, ahd_str name, ahd_str principal)
{
    return (ahd_who){.actor = actor(r, id),
                     .principal = actor(r, principal),
                     .id = id,
                     .name = name};
}

/* The number of a name in a list such as ahd_names_act; 0 when it is not. */
static uint8_t number_of(const char *const *names, uint8_t count, ahd_str name)
{
    for (uint8_t i = 0; i < count; i++)
        if (names[i] && ahd_str_eq(name, ahd_str_from(names[i])))
            return i;
    return 0;
}

/* ------------------------------------------------------------- one report */

static void put_actor(reading *r, ahd_report *t, ahd_str slot)
{
    ahd_who one =
        who(r, text(r, ACTORS, 3), text(r, ACTORS, 4), text(r, ACTORS, 5));

    if (ahd_str_eq(slot, AHD_STR("source")))
        *ahd_vec_push(r->arena, &r->source) = one;
    else if (ahd_str_eq(slot, AHD_STR("target")))
        *ahd_vec_push(r->arena, &r->target) = one;
    else if (ahd_str_eq(slot, AHD_STR("speaker")))
        t->speaker = one;
}

/* Whom nobody knows is there by the text's words. */
static void put_strangers(reading *r, ahd_report *t)
{
    ahd_str source = text(r, ACTS, 8), target = text(r, ACTS, 9);
    ahd_str none = AHD_STR("");

    if (r->source.count == 0 && source.len > 0)
        *ahd_vec_push(r->arena, &r->source) = who(r, none, source, none);
    if (r->target.count == 0 && target.len > 0)
        *ahd_vec_push(r->arena, &r->target) = who(r, none, target, none);
    if (!ahd_report_is_who(&t->speaker))
        t->speaker = who(r, none, text(r, ACTS, 10), none);
}

static void put_agreement(reading *r)
{
    ahd_str agreement = text(r, AGREEMENTS, 2);

    for (uint32_t i = 0; i < r->bonds.count; i++)
        if (ahd_str_eq(r->bonds.items[i].agreement, agreement))
            return;
    if (agreement.len > 0)
        *ahd_vec_push(r->arena, &r->bonds) =
            (ahd_bond){.agreement = agreement, .commitment = AHD_STR("")};
}

/* The first of an agreement is told with it, further ones beside it. */
static void put_commitment(reading *r)
{
    ahd_bond bond = {.agreement = text(r, COMMITMENTS, 2),
                     .commitment = text(r, COMMITMENTS, 3)};

    bond.named = ahd_str_eq(text(r, COMMITMENTS, 4), AHD_STR("named"));
    for (uint32_t i = 0; i < r->bonds.count; i++)
        if (ahd_str_eq(r->bonds.items[i].agreement, bond.agreement) &&
            r->bonds.items[i].commitment.len == 0) {
            r->bonds.items[i] = bond;
            return;
        }
    *ahd_vec_push(r->arena, &r->bonds) = bond;
}

static void put_link(reading *r)
{
    uint32_t other = (uint32_t)sqlite3_column_int64(r->at[LINKS].statement, 2);

    *ahd_vec_push(r->arena, &r->links) =
        (ahd_link){other, text(r, LINKS, 3), 0};
}

/* What was gathered, in arrays of just its size. */
#define FIT(arena, to, from)                                                   \
    do {                                                                       \
        (to)->count = (to)->capacity = (from)->count;                          \
        (to)->items = NULL;                                                    \
        if ((from)->count > 0) {                                               \
            (to)->items = ahd_arena_alloc((arena), sizeof *(from)->items,      \
                                          (from)->count);                      \
            memcpy((to)->items, (from)->items,                                 \
                   sizeof *(from)->items *(from)->count);                      \
        }                                                                      \
        (from)->count = 0;                                                     \
    } while (0)

static void fit(reading *r, ahd_report *t)
{
    FIT(r->arena, &t->source, &r->source);
    FIT(r->arena, &t->target, &r->target);
    FIT(r->arena, &t->bonds, &r->bonds);
    FIT(r->arena, &t->links, &r->links);
}

static void put_row(reading *r, enum table table, ahd_report *t)
{
    switch (table) {
    case ACTORS:
        put_actor(r, t, ahd_sqlite_str(r->at[ACTORS].statement, 2));
        break;
    case AGREEMENTS:
        put_agreement(r);
        break;
    case COMMITMENTS:
        put_commitment(r);
        break;
    case LINKS:
        put_link(r);
        break;
    case ACTS:
    case TABLES:
        break;
    }
}

static void put_act(reading *r, ahd_report *t)
{
    sqlite3_stmt *s = r->at[ACTS].statement;

    t->page = sqlite3_column_int64(s, 0);
    t->n = (uint32_t)sqlite3_column_int64(s, 1);
    t->type = number_of(ahd_names_act, AHD_ACT_TYPES, ahd_sqlite_str(s, 2));
    t->mode =
        number_of(ahd_names_mode, AHD_MODE_ACCEDED + 1, ahd_sqlite_str(s, 3));
    t->modality = number_of(ahd_enums_modality, AHD_CONDITIONAL + 1,
                            ahd_sqlite_str(s, 4));
    t->from = day(r, 5);
    t->to = day(r, 6);
    t->sentence = text(r, ACTS, 7);
    t->place = text(r, ACTS, 11);
    t->numbers = text(r, ACTS, 12);
    t->scope = sqlite3_column_int(s, 13) != 0;
    t->confidence = (float)sqlite3_column_double(s, 14);
    t->document = text(r, ACTS, 15);
    t->sha256 = text(r, ACTS, 16);
    t->story = text(r, ACTS, 20);
    t->told = day(r, 17);
    t->outlet = who(r, text(r, ACTS, 18), text(r, ACTS, 19), AHD_STR(""));
    t->speaker.actor = t->speaker.principal = AHD_NONE;
}

static ahd_status read_report(reading *r, ahd_report *t, ahd_error *error)
{
    put_act(r, t);
    for (enum table table = ACTORS; table < TABLES; table++)
        while (is_of(r, table, t)) {
            put_row(r, table, t);
            AHD_TRY(next(r, table, error));
        }
    put_strangers(r, t);
    fit(r, t);
    return next(r, ACTS, error);
}

static const char count_acts_sql[] = "SELECT count(*) FROM acts";

static ahd_status read_all(reading *r, ahd_reports *out, ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};
    int64_t count;

    AHD_TRY(ahd_sqlite_number(r->store, count_acts_sql, none, &count, error));
    out->items = ahd_new(r->arena, ahd_report, (size_t)count + 1);
    out->capacity = (uint32_t)count + 1;
    for (enum table table = ACTS; table < TABLES; table++) {
        AHD_TRY(ahd_sqlite_ready(r->store, table_sql[table],
                                 &r->at[table].statement, error));
        AHD_TRY(next(r, table, error));
    }
    while (r->at[ACTS].row)
        AHD_TRY(read_report(r, ahd_vec_push(r->arena, out), error));
    return AHD_OK;
}

ahd_status ahd_store_reports(ahd_store *store, const ahd_kb *kb,
                             ahd_arena *arena, ahd_reports *out,
                             ahd_error *error)
{
    reading r = {.store = store, .kb = kb, .arena = arena};

    ahd_status status = read_all(&r, out, error);
    for (enum table table = ACTS; table < TABLES; table++)
        if (r.at[table].statement)
            sqlite3_reset(r.at[table].statement);
    return status;
}

/* ---------------------------------------------------------- what was found */

static const char put_occurrence_sql[] =
    "INSERT INTO occurrences (occurrence, id, act, modality, first_day,"
    " last_day, page, n, tellings, stories)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
static const char put_telling_sql[] =
    "INSERT INTO occurrence_acts (page, n, occurrence) VALUES (?1, ?2, ?3)";
static const char put_dispute_sql[] =
    "INSERT INTO disputes (id, agreement, accused, first_day, last_day, rung,"
    " claims, claimants, sides, stories, replies, json)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
static const char put_fulfilment_sql[] =
    "INSERT INTO fulfilments (agreement, commitment, status, deadline,"
    " evidence, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
static const char some_acts_sql[] =
    "SELECT count(*) FROM (SELECT 1 FROM acts LIMIT ?1)";
static const char is_settled_sql[] = "SELECT count(*) FROM settled";
static const char settle_sql[] = "INSERT OR IGNORE INTO settled VALUES (1)";

static ahd_str iso(ahd_day day, char out[AHD_DAY_ISO])
{
    if (day == AHD_NO_DAY)
        return AHD_STR("");
    ahd_day_iso(day, out);
    return (ahd_str){out, AHD_DAY_ISO};
}

ahd_status ahd_store_put_occurrence(ahd_store *store, const ahd_standing *s,
                                    uint32_t occurrence, ahd_str id,
                                    ahd_error *error)
{
    const ahd_occurrence *o = &s->occurrences.items[occurrence];
    const ahd_report *first = &s->reports.items[o->first];
    char from[AHD_DAY_ISO], to[AHD_DAY_ISO];
    const ahd_cell row[] = {
        AHD_CELL_INT(occurrence + 1),
        AHD_CELL_STR(id),
        AHD_CELL_STR(ahd_str_from(ahd_names_act[first->type])),
        AHD_CELL_STR(ahd_str_from(ahd_enums_modality[first->modality])),
        AHD_CELL_STR(iso(o->vague ? o->to : o->from, from)),
        AHD_CELL_STR(iso(o->to, to)),
        AHD_CELL_INT(first->page),
        AHD_CELL_INT(first->n),
        AHD_CELL_INT(o->tellings.count),
        AHD_CELL_INT(o->stories)};

    AHD_TRY(ahd_sqlite_put(store, put_occurrence_sql, row, AHD_CELL_COUNT(row),
                           error));
    for (uint32_t i = 0; i < o->tellings.count; i++) {
        const ahd_report *t = &s->reports.items[o->tellings.items[i]];
        const ahd_cell one[] = {AHD_CELL_INT(t->page), AHD_CELL_INT(t->n),
                                AHD_CELL_INT(occurrence + 1)};
        AHD_TRY(ahd_sqlite_put(store, put_telling_sql, one, AHD_CELL_COUNT(one),
                               error));
    }
    return AHD_OK;
}

ahd_status ahd_store_put_dispute(ahd_store *store, const ahd_dispute *dispute,
                                 ahd_str id, ahd_str json, ahd_error *error)
{
    char from[AHD_DAY_ISO], to[AHD_DAY_ISO];
    const ahd_cell row[] = {AHD_CELL_STR(id),
                            AHD_CELL_STR(dispute->agreement),
                            AHD_CELL_STR(dispute->accused.id),
                            AHD_CELL_STR(iso(dispute->first, from)),
                            AHD_CELL_STR(iso(dispute->last, to)),
                            AHD_CELL_INT(dispute->rung),
                            AHD_CELL_INT(dispute->claims.count),
                            AHD_CELL_INT(dispute->claimants),
                            AHD_CELL_INT(dispute->sides),
                            AHD_CELL_INT(dispute->stories),
                            AHD_CELL_INT(dispute->replies.count),
                            AHD_CELL_STR(json)};

    return ahd_sqlite_put(store, put_dispute_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_put_fulfilment(ahd_store *store, const ahd_kb *kb,
                                    const ahd_fulfilment *one, ahd_str json,
                                    ahd_error *error)
{
    const ahd_commitment *c = ahd_kb_commitment_at(kb, one->commitment);
    char deadline[AHD_DAY_ISO];
    const ahd_cell row[] = {
        AHD_CELL_STR(
            ahd_kb_str(kb, ahd_kb_agreement_at(kb, one->agreement)->id)),
        AHD_CELL_STR(ahd_kb_str(kb, c->n)),
        AHD_CELL_STR(ahd_str_from(ahd_fulfilled_names[one->status])),
        AHD_CELL_STR(iso(one->deadline, deadline)),
        AHD_CELL_INT(one->evidence.count),
        AHD_CELL_STR(json)};

    return ahd_sqlite_put(store, put_fulfilment_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_unsettle(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_exec(store,
                           "DELETE FROM settled; DELETE FROM occurrence_acts;"
                           "DELETE FROM occurrences; DELETE FROM disputes;"
                           "DELETE FROM fulfilments",
                           error);
}

ahd_status ahd_store_mark_settled(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, settle_sql, NULL, 0, error);
}

ahd_status ahd_store_is_settled(ahd_store *store, bool *settled,
                                ahd_error *error)
{
    const ahd_cell none[2] = {AHD_CELL_INT(0)};
    int64_t rows;

    AHD_TRY(ahd_sqlite_number(store, is_settled_sql, none, &rows, error));
    *settled = rows > 0;
    return AHD_OK;
}

ahd_status ahd_store_has_acts(ahd_store *store, int64_t most, bool *more,
                              ahd_error *error)
{
    const ahd_cell limit[2] = {AHD_CELL_INT(most + 1)};
    int64_t rows;

    AHD_TRY(ahd_sqlite_number(store, some_acts_sql, limit, &rows, error));
    *more = rows > most;
    return AHD_OK;
}
