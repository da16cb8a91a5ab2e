/* sqlite_watch.c - feeds, the articles they point at, and machines. */
#include "store/sqlite.h"
#include "store/watching.h"

#include <string.h>

/* A revision is fetched no sooner after the last time. */
enum { REVISION_SECONDS = 600, ORPHAN = 2 };

/* `state` of an article: it waits, is being fetched, or its feed is listed no
 * more. Those that are done have no due. */
static const char clear_sql[] = "UPDATE watch_feeds SET listed = 0";
static const char list_sql[] =
    "INSERT INTO watch_feeds (url, listed, interval, due, failures)"
    " VALUES (?1, 1, 0, 0, 0)"
    " ON CONFLICT (url) DO UPDATE SET listed = 1";
static const char feed_sql[] =
    "SELECT feed, etag, modified, digest, interval, due, polled, failures"
    " FROM watch_feeds WHERE url = ?1";
static const char start_sql[] =
    "UPDATE watch_links SET state = CASE WHEN"
    " (SELECT listed FROM watch_feeds f WHERE f.feed = watch_links.feed)"
    " THEN 0 ELSE 2 END WHERE due IS NOT NULL";
static const char polled_sql[] =
    "UPDATE watch_feeds SET etag = ?2, modified = ?3, digest = ?4,"
    " interval = ?5, due = ?6, polled = ?7, failures = ?8, why = ?9"
    " WHERE feed = ?1";
static const char find_sql[] =
    "SELECT link, mark, due, fetched, state FROM watch_links WHERE url = ?1";
static const char adopt_sql[] =
    "UPDATE watch_links SET feed = ?2, state = 0 WHERE link = ?1";
static const char captured_sql[] =
    "SELECT 1 FROM captures WHERE url = ?1 LIMIT 1";
static const char add_sql[] =
    "INSERT INTO watch_links (feed, url, mark, seen, due, state, failures)"
    " VALUES (?1, ?2, ?3, ?4, ?5, 0, 0)";
static const char done_sql[] =
    "INSERT INTO watch_links (feed, url, mark, seen, state, failures)"
    " VALUES (?1, ?2, ?3, ?4, 0, 0)";
static const char mark_sql[] =
    "UPDATE watch_links SET mark = ?2 WHERE link = ?1";
static const char revise_sql[] =
    "UPDATE watch_links SET mark = ?2, due = ?3, seen = ?4, feed = ?5,"
    " state = 0, failures = 0, why = NULL WHERE link = ?1";
static const char due_sql[] =
    "SELECT 1 FROM watch_links WHERE state = 0 AND due <= ?1 LIMIT 1";
static const char take_sql[] =
    "UPDATE watch_links SET state = 1 WHERE link IN"
    " (SELECT link FROM watch_links WHERE state = 0 AND due <= ?1"
    "  ORDER BY due LIMIT ?2)"
    " RETURNING link, feed, url, mark, seen, failures";
static const char again_sql[] =
    "UPDATE watch_links SET state = 0, due = ?2, failures = ?3, why = ?4"
    " WHERE link = ?1";
static const char ended_sql[] =
    "UPDATE watch_links SET state = 0, due = NULL, failures = ?2, why = ?3,"
    " fetched = ?4 WHERE link = ?1";
static const char recall_sql[] =
    "SELECT robots, robots_at, held_until, failures FROM watch_hosts"
    " WHERE host = ?1";
static const char keep_sql[] =
    "INSERT INTO watch_hosts (host, robots, robots_at, held_until, failures)"
    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (host) DO UPDATE SET"
    " robots = CASE WHEN ?6 THEN excluded.robots ELSE robots END,"
    " robots_at = excluded.robots_at, held_until = excluded.held_until,"
    " failures = excluded.failures";

/* ------------------------------------------------------------------ feeds */

ahd_status ahd_store_watch_clear(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, clear_sql, NULL, 0, error);
}

/* The first row of `sql` for one key, or none; `s` must be reset. */
typedef struct looked {
    sqlite3_stmt *s;
    bool row;
} looked;

static ahd_status look_up(ahd_store *store, const char *sql, ahd_str key,
                          looked *out, ahd_error *error)
{
    const ahd_cell cells[] = {AHD_CELL_STR(key)};

    AHD_TRY(ahd_sqlite_ready(store, sql, &out->s, error));
    ahd_sqlite_bind(out->s, cells, AHD_CELL_COUNT(cells));
    return ahd_sqlite_step(store, out->s, &out->row, error);
}

static void copy(char *out, size_t size, ahd_str text)
{
    size_t len = text.len < size ? text.len : 0; /* none rather than half */

    memcpy(out, text.ptr, len);
    out[len] = '\0';
}

ahd_status ahd_store_watch_list(ahd_store *store, ahd_str url,
                                ahd_watch_feed *out, ahd_error *error)
{
    const ahd_cell key[] = {AHD_CELL_STR(url)};
    looked feed;

    AHD_TRY(ahd_sqlite_put(store, list_sql, key, AHD_CELL_COUNT(key), error));
    AHD_TRY(look_up(store, feed_sql, url, &feed, error));
    sqlite3_stmt *s = feed.s;
    *out = (ahd_watch_feed){.feed = sqlite3_column_int64(s, 0),
                            .interval = sqlite3_column_int64(s, 4),
                            .due = sqlite3_column_int64(s, 5),
                            .polled = sqlite3_column_int64(s, 6),
                            .failures = (uint32_t)sqlite3_column_int64(s, 7)};
    copy(out->etag, sizeof out->etag, ahd_sqlite_str(s, 1));
    copy(out->modified, sizeof out->modified, ahd_sqlite_str(s, 2));
    copy(out->digest, sizeof out->digest, ahd_sqlite_str(s, 3));
    sqlite3_reset(s);
    return AHD_OK;
}

ahd_status ahd_store_watch_start(ahd_store *store, ahd_error *error)
{
    return ahd_sqlite_put(store, start_sql, NULL, 0, error);
}

ahd_status ahd_store_watch_polled(ahd_store *store, const ahd_watch_feed *feed,
                                  ahd_str why, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(feed->feed),
                            AHD_CELL_STR(ahd_str_from(feed->etag)),
                            AHD_CELL_STR(ahd_str_from(feed->modified)),
                            AHD_CELL_STR(ahd_str_from(feed->digest)),
                            AHD_CELL_INT(feed->interval),
                            AHD_CELL_INT(feed->due),
                            AHD_CELL_INT(feed->polled),
                            AHD_CELL_INT(feed->failures),
                            AHD_CELL_STR(why)};

    return ahd_sqlite_put(store, polled_sql, row, AHD_CELL_COUNT(row), error);
}

/* --------------------------------------------------------------- articles */

static ahd_status add(ahd_store *store, const ahd_watch_link *link, int64_t now,
                      ahd_watch_news *news, ahd_error *error)
{
    const ahd_cell row[] = {AHD_CELL_INT(link->feed), AHD_CELL_STR(link->url),
                            AHD_CELL_STR(link->mark), AHD_CELL_INT(now),
                            AHD_CELL_INT(now)};
    looked capture;

    AHD_TRY(look_up(store, captured_sql, link->url, &capture, error));
    sqlite3_reset(capture.s);
    *news = capture.row ? AHD_WATCH_KNOWN : AHD_WATCH_NEW;
    return capture.row ? ahd_sqlite_put(store, done_sql, row, 4, error)
                       : ahd_sqlite_put(store, add_sql, row,
                                        AHD_CELL_COUNT(row), error);
}

/* What is known of an article that a feed points at again. */
typedef struct known {
    int64_t link, fetched;
    bool waits, same, marked;
    bool orphan; /* the feed that it was found in is listed no more */
} known;

static ahd_status revise(ahd_store *store, const ahd_watch_link *link,
                         const known *k, int64_t now, ahd_error *error)
{
    int64_t soonest = k->fetched + REVISION_SECONDS;
    const ahd_cell row[] = {AHD_CELL_INT(k->link), AHD_CELL_STR(link->mark),
                            AHD_CELL_INT(now > soonest ? now : soonest),
                            AHD_CELL_INT(now), AHD_CELL_INT(link->feed)};

    /* A first mark of what is known, or one of what waits: no revision. */
    if (k->waits || !k->marked)
        return ahd_sqlite_put(store, mark_sql, row, 2, error);
    return ahd_sqlite_put(store, revise_sql, row, AHD_CELL_COUNT(row), error);
}

ahd_status ahd_store_watch_see(ahd_store *store, const ahd_watch_link *link,
                               int64_t now, ahd_watch_news *news,
                               ahd_error *error)
{
    looked found;

    *news = AHD_WATCH_KNOWN;
    AHD_TRY(look_up(store, find_sql, link->url, &found, error));
    if (!found.row)
        return add(store, link, now, news, error);
    sqlite3_stmt *s = found.s;
    const known k = {.link = sqlite3_column_int64(s, 0),
                     .same = ahd_str_eq(ahd_sqlite_str(s, 1), link->mark),
                     .marked = ahd_sqlite_str(s, 1).len > 0,
                     .waits = sqlite3_column_type(s, 2) != SQLITE_NULL,
                     .fetched = sqlite3_column_int64(s, 3),
                     .orphan = sqlite3_column_int(s, 4) == ORPHAN};
    sqlite3_reset(s);
    const ahd_cell adopted[] = {AHD_CELL_INT(k.link), AHD_CELL_INT(link->feed)};
    if (k.orphan)
        AHD_TRY(ahd_sqlite_put(store, adopt_sql, adopted, 2, error));
    if (k.same || link->mark.len == 0)
        return AHD_OK;
    *news = k.waits || !k.marked ? AHD_WATCH_KNOWN : AHD_WATCH_REVISED;
    return revise(store, link, &k, now, error);
}

ahd_status ahd_store_watch_due(ahd_store *store, int64_t now, bool *due,
                               ahd_error *error)
{
    const ahd_cell values[] = {AHD_CELL_INT(now)};
    sqlite3_stmt *s;

    AHD_TRY(ahd_sqlite_ready(store, due_sql, &s, error));
    ahd_sqlite_bind(s, values, AHD_CELL_COUNT(values));
    ahd_status status = ahd_sqlite_step(store, s, due, error);
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_watch_take(ahd_store *store,
                                const ahd_watch_taking *taking,
                                ahd_error *error)
{
    const ahd_cell values[] = {AHD_CELL_INT(taking->now),
                               AHD_CELL_INT(taking->most)};
    sqlite3_stmt *s;
    bool row;

    AHD_TRY(ahd_sqlite_ready(store, take_sql, &s, error));
    ahd_sqlite_bind(s, values, AHD_CELL_COUNT(values));
    ahd_status status = ahd_sqlite_step(store, s, &row, error);
    while (status == AHD_OK && row) {
        const ahd_watch_link link = {.link = sqlite3_column_int64(s, 0),
                                     .feed = sqlite3_column_int64(s, 1),
                                     .url = ahd_sqlite_str(s, 2),
                                     .mark = ahd_sqlite_str(s, 3),
                                     .seen = sqlite3_column_int64(s, 4),
                                     .failures =
                                         (uint32_t)sqlite3_column_int64(s, 5)};
        status = taking->each(taking->context, &link, error);
        if (status == AHD_OK)
            status = ahd_sqlite_step(store, s, &row, error);
    }
    sqlite3_reset(s);
    return status;
}

ahd_status ahd_store_watch_end(ahd_store *store, const ahd_watch_end *end,
                               ahd_error *error)
{
    const ahd_cell done[] = {
        AHD_CELL_INT(end->link), AHD_CELL_INT(end->failures),
        AHD_CELL_STR(end->why), AHD_CELL_INT(end->fetched)};
    const ahd_cell again[] = {AHD_CELL_INT(end->link), AHD_CELL_INT(end->due),
                              AHD_CELL_INT(end->failures),
                              AHD_CELL_STR(end->why)};

    return end->due == 0 ? ahd_sqlite_put(store, ended_sql, done,
                                          AHD_CELL_COUNT(done), error)
                         : ahd_sqlite_put(store, again_sql, again,
                                          AHD_CELL_COUNT(again), error);
}

/* --------------------------------------------------------------- machines */

ahd_status ahd_store_watch_recall(ahd_store *store, ahd_watch_host *host,
                                  ahd_buf *robots, bool *found,
                                  ahd_error *error)
{
    looked machine;

    AHD_TRY(look_up(store, recall_sql, host->host, &machine, error));
    sqlite3_stmt *s = machine.s;
    *found = machine.row;
    if (*found) {
        ahd_buf_clear(robots);
        ahd_buf_add(robots, ahd_sqlite_str(s, 0));
        host->robots = ahd_buf_str(robots);
        host->robots_at = sqlite3_column_int64(s, 1);
        host->held_until = sqlite3_column_int64(s, 2);
        host->failures = (uint32_t)sqlite3_column_int64(s, 3);
    }
    sqlite3_reset(s);
    return robots->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                          : AHD_OK;
}

ahd_status ahd_store_watch_keep(ahd_store *store, const ahd_watch_host *host,
                                ahd_error *error)
{
    const ahd_cell row[] = {
        AHD_CELL_STR(host->host),      AHD_CELL_BLOB(host->robots),
        AHD_CELL_INT(host->robots_at), AHD_CELL_INT(host->held_until),
        AHD_CELL_INT(host->failures),  AHD_CELL_INT(host->robots.ptr != NULL)};

    return ahd_sqlite_put(store, keep_sql, row, AHD_CELL_COUNT(row), error);
}
