/* sqlite_write.c - pages, sightings and readings into the database. */
#include "store/pack.h"
#include "store/sqlite.h"
#include "store/sqlite_log.h"

#include <time.h>

static const char find_page_sql[] = "SELECT page FROM pages WHERE sha256 = ?1";
static const char put_page_sql[] =
    "INSERT INTO pages (sha256, format, size, bytes, first_seen)"
    " VALUES (?1, ?2, ?3, ?4, ?5)";
/* By whether its time was told: at that time, or by the clock at any. */
static const char find_untimed_sql[] =
    "SELECT 1 FROM captures WHERE page = ?1 AND path IS ?3 AND line = ?4"
    " AND (?2 IS NULL OR url = ?2) AND told = 0 LIMIT 1";
static const char find_timed_sql[] =
    "SELECT 1 FROM captures WHERE page = ?1 AND path IS ?3 AND line = ?4"
    " AND (?2 IS NULL OR url = ?2) AND told IN (0, 1) AND seen_at = ?5 LIMIT 1";
/* Of a page that was not read again, the address that its reading found. */
static const char put_capture_sql[] =
    "INSERT INTO captures (page, url, path, line, seen_at, headers, told)"
    " VALUES (?1, coalesce(?2, (SELECT url FROM documents WHERE page = ?1)),"
    " ?3, ?4, ?5, ?6, ?7)";
static const char lead_sql[] =
    "INSERT INTO leads (page, capture)"
    " SELECT page, capture FROM captures WHERE capture = ?1"
    " ON CONFLICT (page) DO UPDATE SET capture = excluded.capture"
    " WHERE (SELECT " AHD_SQLITE_RANK("n") " < " AHD_SQLITE_RANK(
        "o") " FROM captures n, captures o"
             " WHERE n.capture = excluded.capture AND o.capture = "
             "leads.capture)";
static const char knows_sql[] =
    "SELECT ?2 IS NULL OR (c.headers IS NOT NULL AND (c.told = 0,"
    " iif(c.told, c.seen_at, ''), coalesce(c.url, ''), c.path, c.line)"
    " <= (?3 IS NULL, coalesce(?3, ''), coalesce(?4, ''), ?5, ?6))"
    " FROM pages JOIN leads USING (page) JOIN captures c USING (capture)"
    " WHERE sha256 = ?1";
static const char next_page_sql[] =
    "SELECT p.page, sha256, format, size, bytes, url, path, line,"
    " headers FROM pages p LEFT JOIN leads l ON l.page = p.page"
    " LEFT JOIN captures c ON c.capture = l.capture"
    " WHERE p.page > ?1 ORDER BY p.page LIMIT 1";
static const char drop_document_sql[] = "DELETE FROM documents WHERE page = ?1";
static const char put_document_sql[] =
    "INSERT INTO documents (page, id, title, outlet, url,"
    " published, lang, kind, refused, json_size, json, outlet_actor)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
static const char put_act_sql[] =
    "INSERT INTO acts (page, n, act, mode, date, first_day,"
    " last_day, modality, sentence, sentence_start, sentence_end,"
    " source, target, speaker, via, place, source_ar, target_ar,"
    " speaker_ar, via_ar, place_ar, rule, confidence, place_id, numbers,"
    " scope, day)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
    " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26,"
    " coalesce(?6, (SELECT published FROM documents WHERE page = ?1), '9999'))"
    " ON CONFLICT (page, n) DO UPDATE SET act = ?3, mode = ?4, date = ?5,"
    " first_day = ?6, last_day = ?7, modality = ?8, sentence = ?9,"
    " sentence_start = ?10, sentence_end = ?11, source = ?12, target = ?13,"
    " speaker = ?14, via = ?15, place = ?16, source_ar = ?17,"
    " target_ar = ?18, speaker_ar = ?19, via_ar = ?20, place_ar = ?21,"
    " rule = ?22, confidence = ?23, place_id = ?24, numbers = ?25,"
    " scope = ?26";
static const char put_actor_sql[] =
    "INSERT OR IGNORE INTO act_actors"
    " (page, n, slot, actor, name, principal, day, act, last_day)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, day, act, last_day FROM acts"
    " WHERE page = ?1 AND n = ?2";
static const char put_agreement_sql[] =
    "INSERT INTO act_agreements"
    " (page, n, rank, agreement, name, how, name_ar, day, act, last_day)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, day, act, last_day FROM acts"
    " WHERE page = ?1 AND n = ?2";
static const char put_commitment_sql[] =
    "INSERT OR IGNORE INTO act_commitments (page, n, agreement, commitment,"
    " how) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char put_link_sql[] =
    "INSERT OR IGNORE INTO act_links (page, n, other, role)"
    " VALUES (?1, ?2, ?3, ?4)";
static const char unsettle_sql[] = "DELETE FROM settled";
static const char unsettle_stories_sql[] = "DELETE FROM settled_stories";
static const char put_found_sql[] =
    "INSERT INTO found_agreements (page, id, name_ar, name_en,"
    " kind, date, place, json, place_id, subject, sentence,"
    " words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
static const char put_signature_sql[] =
    "INSERT INTO signatures (page, n, rank, agreement, actor, name, state)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/* ------------------------------------------------------------- evidence */

enum { NOW = sizeof "2020-10-26T08:30:00Z" };

static ahd_str now(char out[NOW])
{
    time_t seconds = time(NULL);
    struct tm utc;

    gmtime_r(&seconds, &utc);
    return (ahd_str){out, strftime(out, NOW, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

/* 0 when the record does not have it. */
static ahd_status find_page(ahd_store *store, ahd_str sha256, int64_t *page,
                            ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(sha256)};
    sqlite3_stmt *found;
    bool row;

    *page = 0;
    AHD_TRY(ahd_sqlite_ready(store, find_page_sql, &found, error));
    ahd_sqlite_bind(found, key, AHD_CELL_COUNT(key));
    AHD_TRY(ahd_sqlite_step(store, found, &row, error));
    if (row)
        *page = sqlite3_column_int64(found, 0);
    sqlite3_reset(found);
    return AHD_OK;
}

static ahd_status put_page(ahd_store *store, const ahd_sighting *seen,
                           ahd_str when, ahd_error *error)
{
    if (!ahd_pack_shrink(seen->bytes, &store->packed))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    const ahd_cell page[] = {
        AHD_CELL_STR(seen->sha256), AHD_CELL_INT(seen->format),
        AHD_CELL_INT((int64_t)seen->bytes.len),
        AHD_CELL_BLOB(ahd_buf_str(&store->packed)), AHD_CELL_STR(when)};
    return ahd_sqlite_put(store, put_page_sql, page, AHD_CELL_COUNT(page),
                          error);
}

/* Values of put_capture_sql; those that find it are the same. */
enum { CAPTURE_CELLS = 7, TOLD = 6 };

static ahd_status find_capture(ahd_store *store, const ahd_cell *row,
                               bool *found, ahd_error *error)
{
    const char *sql = row[TOLD].i != 0 ? find_timed_sql : find_untimed_sql;
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, sql, &s, error));
    ahd_sqlite_bind(s, row, CAPTURE_CELLS);
    ahd_status status = ahd_sqlite_step(store, s, found, error);
    sqlite3_reset(s);
    return status;
}

static ahd_status put_capture(ahd_store *store, const ahd_cell *row,
                              ahd_kept *out, ahd_error *error)
{
    AHD_TRY(ahd_sqlite_put(store, put_capture_sql, row, CAPTURE_CELLS, error));
    int64_t capture = sqlite3_last_insert_rowid(store->db);
    const ahd_cell key[] = {AHD_CELL_INT(capture)};
    AHD_TRY(ahd_sqlite_put(store, lead_sql, key, AHD_CELL_COUNT(key), error));
    out->new_seen = true;
    out->to_be_read = sqlite3_changes(store->db) > 0;
    return ahd_sqlite_log_row(store, AHD_LOG_CAPTURE, capture, error);
}

ahd_status ahd_store_keep(ahd_store *store, const ahd_sighting *seen,
                          ahd_kept *out, ahd_error *error)
{
    char text[NOW];
    ahd_str when = now(text);
    bool told = seen->seen_at.len > 0, found = false;

    *out = (ahd_kept){.page = 0};
    AHD_TRY(find_page(store, seen->sha256, &out->page, error));
    out->new_page = out->page == 0;
    if (out->new_page) {
        AHD_TRY(put_page(store, seen, when, error));
        out->page = sqlite3_last_insert_rowid(store->db);
        AHD_TRY(ahd_sqlite_log_row(store, AHD_LOG_PAGE, out->page, error));
    }
    const ahd_cell row[CAPTURE_CELLS] = {
        AHD_CELL_INT(out->page),
        AHD_CELL_STR(seen->url),
        AHD_CELL_STR(seen->path),
        AHD_CELL_INT((int64_t)seen->line),
        AHD_CELL_STR(told ? seen->seen_at : when),
        AHD_CELL_STR(seen->headers),
        AHD_CELL_INT(told)};
    if (!out->new_page)
        AHD_TRY(find_capture(store, row, &found, error));
    return found ? AHD_OK : put_capture(store, row, out, error);
}

ahd_status ahd_store_knows(ahd_store *store, const ahd_sighting *seen,
                           bool *known, ahd_error *error)
{
    const ahd_cell row[] = {
        AHD_CELL_STR(seen->sha256),  AHD_CELL_STR(seen->headers),
        AHD_CELL_STR(seen->seen_at), AHD_CELL_STR(seen->url),
        AHD_CELL_STR(seen->path),    AHD_CELL_INT((int64_t)seen->line)};
    sqlite3_stmt *s;
    bool found;

    AHD_TRY(ahd_sqlite_ready(store, knows_sql, &s, error));
    ahd_sqlite_bind(s, row, AHD_CELL_COUNT(row));
    ahd_status status = ahd_sqlite_step(store, s, &found, error);
    *known = found && sqlite3_column_int(s, 0) != 0;
    sqlite3_reset(s);
    return status;
}

/* A copy of the column, which outlives the row. */
static ahd_str keep_column(ahd_buf *to, sqlite3_stmt *row, int column)
{
    ahd_str s = ahd_sqlite_str(row, column);
    size_t at = to->len;

    ahd_buf_add(to, s);
    return (ahd_str){to->ptr + at, to->failed ? 0 : s.len};
}

/* Columns of next_page_sql. Room is made first, so that nothing moves. */
static ahd_status take_page(ahd_store *store, sqlite3_stmt *row,
                            ahd_sighting *seen, ahd_error *error)
{
    size_t size = (size_t)sqlite3_column_int64(row, 3), room = 1;
    ahd_buf *to = &store->seen;

    for (int i = 0; i < 9; i++)
        room += i == 4 ? 0 : (size_t)sqlite3_column_bytes(row, i);
    ahd_buf_clear(to);
    if (!ahd_buf_reserve(to, room))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    *seen = (ahd_sighting){.sha256 = keep_column(to, row, 1),
                           .format = (ahd_format)sqlite3_column_int(row, 2),
                           .url = keep_column(to, row, 5),
                           .path = keep_column(to, row, 6),
                           .line = (size_t)sqlite3_column_int64(row, 7),
                           .headers = keep_column(to, row, 8)};
    if (!ahd_pack_restore(ahd_sqlite_str(row, 4), size, &store->bytes))
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "page %.*s is damaged; restore a copy of the record",
                           AHD_STR_ARG(seen->sha256));
    seen->bytes = ahd_buf_str(&store->bytes);
    return AHD_OK;
}

/* No row is left standing: while one is, this program reads the record as it
 * was, and cannot write when another has written since. */
ahd_status ahd_store_next(ahd_store *store, int64_t after, int64_t *page,
                          ahd_sighting *seen, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(after)};
    sqlite3_stmt *next;
    bool row;

    *page = 0;
    AHD_TRY(ahd_sqlite_ready(store, next_page_sql, &next, error));
    ahd_sqlite_bind(next, key, AHD_CELL_COUNT(key));
    ahd_status status = ahd_sqlite_step(store, next, &row, error);
    if (row) {
        *page = sqlite3_column_int64(next, 0);
        status = take_page(store, next, seen, error);
    }
    sqlite3_reset(next);
    return status;
}

/* ------------------------------------------------------------- analysis */

static ahd_status put_document(ahd_store *store, int64_t page,
                               const ahd_entry *e, ahd_error *error)
{
    if (!ahd_pack_shrink(e->json, &store->packed))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    const ahd_cell row[] = {AHD_CELL_INT(page),
                            AHD_CELL_STR(e->id),
                            AHD_CELL_STR(e->title),
                            AHD_CELL_STR(e->outlet),
                            AHD_CELL_STR(e->url),
                            AHD_CELL_STR(e->published),
                            AHD_CELL_STR(e->lang),
                            AHD_CELL_STR(e->kind),
                            AHD_CELL_STR(e->refused),
                            AHD_CELL_INT((int64_t)e->json.len),
                            AHD_CELL_BLOB(ahd_buf_str(&store->packed)),
                            AHD_CELL_STR(e->outlet_actor)};
    return ahd_sqlite_put(store, put_document_sql, row, AHD_CELL_COUNT(row),
                          error);
}

static ahd_status put_names(ahd_store *store, int64_t page,
                            const ahd_entry_act *a, ahd_error *error)
{
    for (uint32_t i = 0; i < a->actors.count; i++) {
        const ahd_cell row[] = {AHD_CELL_INT(page),
                                AHD_CELL_INT(a->n),
                                AHD_CELL_STR(a->actors.items[i].slot),
                                AHD_CELL_STR(a->actors.items[i].actor),
                                AHD_CELL_STR(a->actors.items[i].name),
                                AHD_CELL_STR(a->actors.items[i].principal)};
        AHD_TRY(ahd_sqlite_put(store, put_actor_sql, row, AHD_CELL_COUNT(row),
                               error));
    }
    for (uint32_t i = 0; i < a->agreements.count; i++) {
        const ahd_entry_agreement *g = &a->agreements.items[i];
        const ahd_cell row[] = {AHD_CELL_INT(page),      AHD_CELL_INT(a->n),
                                AHD_CELL_INT(i),         AHD_CELL_STR(g->id),
                                AHD_CELL_STR(g->name),   AHD_CELL_STR(g->how),
                                AHD_CELL_STR(g->name_ar)};
        AHD_TRY(ahd_sqlite_put(store, put_agreement_sql, row,
                               AHD_CELL_COUNT(row), error));
    }
    return AHD_OK;
}

static ahd_status put_matter(ahd_store *store, int64_t page,
                             const ahd_entry_act *a, ahd_error *error)
{
    for (uint32_t i = 0; i < a->commitments.count; i++) {
        const ahd_entry_commitment *c = &a->commitments.items[i];
        const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_INT(a->n),
                                AHD_CELL_STR(c->agreement), AHD_CELL_STR(c->n),
                                AHD_CELL_STR(c->how)};
        AHD_TRY(ahd_sqlite_put(store, put_commitment_sql, row,
                               AHD_CELL_COUNT(row), error));
    }
    for (uint32_t i = 0; i < a->links.count; i++) {
        const ahd_cell row[] = {AHD_CELL_INT(page), AHD_CELL_INT(a->n),
                                AHD_CELL_INT(a->links.items[i].n),
                                AHD_CELL_STR(a->links.items[i].role)};
        AHD_TRY(ahd_sqlite_put(store, put_link_sql, row, AHD_CELL_COUNT(row),
                               error));
    }
    return AHD_OK;
}

static ahd_status put_signatures(ahd_store *store, int64_t page,
                                 const ahd_entry_act *a, ahd_error *error)
{
    for (uint32_t i = 0; i < a->signatures.count; i++) {
        const ahd_entry_signature *s = &a->signatures.items[i];
        const ahd_cell row[] = {
            AHD_CELL_INT(page),     AHD_CELL_INT(a->n),
            AHD_CELL_INT(i),        AHD_CELL_STR(s->agreement),
            AHD_CELL_STR(s->actor), AHD_CELL_STR(s->name),
            AHD_CELL_STR(s->state)};
        AHD_TRY(ahd_sqlite_put(store, put_signature_sql, row,
                               AHD_CELL_COUNT(row), error));
    }
    return AHD_OK;
}

ahd_status ahd_sqlite_put_act(ahd_store *store, int64_t page,
                              const ahd_entry_act *a, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(page),
                            AHD_CELL_INT(a->n),
                            AHD_CELL_STR(a->act),
                            AHD_CELL_STR(a->mode),
                            AHD_CELL_STR(a->date),
                            AHD_CELL_STR(a->first_day),
                            AHD_CELL_STR(a->last_day),
                            AHD_CELL_STR(a->modality),
                            AHD_CELL_STR(a->sentence),
                            AHD_CELL_INT(a->sentence_start),
                            AHD_CELL_INT(a->sentence_end),
                            AHD_CELL_STR(a->en.source),
                            AHD_CELL_STR(a->en.target),
                            AHD_CELL_STR(a->en.speaker),
                            AHD_CELL_STR(a->en.via),
                            AHD_CELL_STR(a->en.place),
                            AHD_CELL_STR(a->ar.source),
                            AHD_CELL_STR(a->ar.target),
                            AHD_CELL_STR(a->ar.speaker),
                            AHD_CELL_STR(a->ar.via),
                            AHD_CELL_STR(a->ar.place),
                            AHD_CELL_STR(a->rule),
                            AHD_CELL_REAL(a->confidence),
                            AHD_CELL_STR(a->place_id),
                            AHD_CELL_STR(a->numbers),
                            AHD_CELL_INT(a->scope)};

    AHD_TRY(
        ahd_sqlite_put(store, put_act_sql, row, AHD_CELL_COUNT(row), error));
    AHD_TRY(put_names(store, page, a, error));
    AHD_TRY(put_signatures(store, page, a, error));
    return put_matter(store, page, a, error);
}

static ahd_status put_found(ahd_store *store, int64_t page,
                            const ahd_entry_found *f, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(page),        AHD_CELL_STR(f->id),
                            AHD_CELL_STR(f->name_ar),  AHD_CELL_STR(f->name_en),
                            AHD_CELL_STR(f->kind),     AHD_CELL_STR(f->date),
                            AHD_CELL_STR(f->place),    AHD_CELL_STR(f->json),
                            AHD_CELL_STR(f->place_id), AHD_CELL_STR(f->subject),
                            AHD_CELL_STR(f->sentence), AHD_CELL_STR(f->words)};

    return ahd_sqlite_put(store, put_found_sql, row, AHD_CELL_COUNT(row),
                          error);
}

ahd_status ahd_store_write(ahd_store *store, int64_t page,
                           const ahd_entry *entry, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_INT(page)};

    AHD_TRY(ahd_sqlite_put(store, unsettle_sql, NULL, 0, error));
    AHD_TRY(ahd_sqlite_put(store, unsettle_stories_sql, NULL, 0, error));
    AHD_TRY(ahd_sqlite_put(store, drop_document_sql, key, AHD_CELL_COUNT(key),
                           error));
    AHD_TRY(put_document(store, page, entry, error));
    for (uint32_t i = 0; i < entry->acts.count; i++)
        AHD_TRY(ahd_sqlite_put_act(store, page, &entry->acts.items[i], error));
    for (uint32_t i = 0; i < entry->found.count; i++)
        AHD_TRY(put_found(store, page, &entry->found.items[i], error));
    return ahd_sqlite_log_reading(store, page, entry->json, error);
}
