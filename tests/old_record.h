/* old_record.h - a record as an older Ahd left it, with something in it.
 *
 *     old_record_make("old.db", 1, 300)    300 pages, of the first step's shape
 *
 * It is filled when it has the shape of the first step, and brought from there
 * to that of `steps_done`, as those who went along with every version have it.
 */
#ifndef TESTS_OLD_RECORD_H
#define TESTS_OLD_RECORD_H

#include "base/sha256.h"
#include "store/pack.h"
#include "store/sqlite.h"
#include "store/sqlite_tokens.h"

#include <stdio.h>
#include <stdlib.h>

static void old_record_run(sqlite3 *db, const char *sql)
{
    char *wrong = NULL;

    if (sqlite3_exec(db, sql, NULL, NULL, &wrong) == SQLITE_OK)
        return;
    printf("%s\nin: %s\n", wrong, sql);
    exit(3);
}

static void old_record_blob(sqlite3 *db, const char *sql, int page,
                            const char *text)
{
    ahd_str bytes = ahd_str_from(text);
    ahd_buf packed = AHD_BUF(1 << 20);
    char sha256[AHD_SHA256_HEX];
    sqlite3_stmt *s = NULL;

    ahd_sha256_hex(bytes, sha256);
    if (!ahd_pack_shrink(bytes, &packed) ||
        sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
        exit(3);
    sqlite3_bind_int(s, 1, page);
    sqlite3_bind_text(s, 2, sha256, sizeof sha256, SQLITE_STATIC);
    sqlite3_bind_int64(s, 3, (int64_t)bytes.len);
    sqlite3_bind_blob(s, 4, packed.ptr, (int)packed.len, SQLITE_STATIC);
    if (sqlite3_step(s) != SQLITE_DONE)
        exit(3);
    sqlite3_finalize(s);
    ahd_buf_finish(&packed);
}

/* Page 1 was seen three times: it leads as it was seen first by a crawl. */
static void old_record_page(sqlite3 *db, int page)
{
    char text[300];

    snprintf(text, sizeof text,
             "Truce %d\n\nThe two armies signed a ceasefire on 23 October "
             "2020, says page %d.\n",
             page, page);
    old_record_blob(db,
                    "INSERT INTO pages (page, sha256, format, size, bytes,"
                    " first_seen) VALUES (?1, ?2, 0, ?3, ?4,"
                    " '2020-10-26T08:00:00Z')",
                    page, text);
    snprintf(text, sizeof text, "{\"n\":%d}", page);
    old_record_blob(db,
                    "INSERT INTO documents (page, id, title, kind, json_size,"
                    " json) VALUES (?1, 'd-' || ?1, ?2, 'article', ?3, ?4)",
                    page, text);
    snprintf(text, sizeof text,
             "INSERT INTO captures (page, path, line, seen_at)"
             " VALUES (%d, 'p%d.txt', 0, '2020-10-26T08:00:00Z')",
             page, page);
    old_record_run(db, text);
}

static void old_record_rows(sqlite3 *db)
{
    old_record_run(
        db,
        "INSERT INTO captures (page, url, path, line, seen_at, headers) VALUES"
        " (1, 'https://b.org/', 'b.warc:9', 0, '2020-10-27T08:00:00Z', '200'),"
        " (1, 'https://c.org/', 'c.warc:9', 0, '2020-10-26T08:00:00Z', '200');"
        "INSERT INTO acts (page, n, act, date, first_day, last_day, modality,"
        " sentence, sentence_start, sentence_end, source, confidence)"
        " SELECT page, 1, 'accuse', '2020-10-23', '2020-10-23', '2020-10-23',"
        " 'actual', 'They accuse.', 0, 12, 'A', 0.5 FROM pages;"
        "INSERT INTO act_actors (page, n, slot, actor)"
        " SELECT page, 1, 'source', 'ly-gna' FROM pages;"
        "INSERT INTO act_agreements (page, n, rank, agreement, name, how)"
        " SELECT page, 1, 0, 'truce', 'The truce', 'named' FROM pages;"
        "INSERT INTO found_agreements (page, id, name_en, kind, json)"
        " VALUES (1, 'truce', 'The truce', 'ceasefire', '{\"id\":\"truce\"}')");
}

static void old_record_make(const char *path, size_t steps_done, int pages)
{
    size_t count;
    const char *const *steps = ahd_migrate_steps(&count);
    sqlite3 *db = NULL;
    char mark[200];

    if (sqlite3_open(path, &db) != SQLITE_OK ||
        ahd_sqlite_tokens_add(&(ahd_store){.db = db}, NULL) != AHD_OK)
        exit(3);
    old_record_run(db, "PRAGMA journal_mode = WAL; BEGIN");
    old_record_run(db, steps[0]);
    for (int page = 1; page <= pages; page++)
        old_record_page(db, page);
    old_record_rows(db);
    for (size_t i = 1; i < steps_done && i < count; i++)
        old_record_run(db, steps[i]);
    snprintf(mark, sizeof mark,
             "PRAGMA application_id = 1095255041; PRAGMA user_version = %zu",
             steps_done);
    old_record_run(db, mark);
    old_record_run(db, "COMMIT");
    sqlite3_close(db);
}

#endif
