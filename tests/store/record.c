/* record.c - the record by its public header, and by what may go wrong.
 *
 *     record FOLDER     every test works on a database of its own in FOLDER */
#include "ahd.h"
#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* ----------------------------------------------------------------- tools */

static const char pages_folder[] = "pages";

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");

    CHECK(file != NULL);
    if (file == NULL)
        return;
    fputs(text, file);
    fclose(file);
}

static void write_pages(void)
{
    mkdir(pages_folder, 0777);
    write_file("pages/a.txt",
               "اتفاق وقف إطلاق النار في جنيف\n\n"
               "وقعت حكومة الوفاق الوطني والجيش الوطني الليبي اتفاقا دائما "
               "لوقف إطلاق النار في جنيف يوم 23 أكتوبر 2020.\n"
               "وقال المتحدث باسم الجيش الليبي أحمد المسماري إن قطر خرقت "
               "اتفاق جنيف.\n");
    write_file("pages/b.txt",
               "Libya ceasefire signed in Geneva\n\n"
               "The Government of National Accord and the Libyan National "
               "Army signed a ceasefire agreement in Geneva on 23 October "
               "2020.\nThe United Nations welcomed the agreement.\n");
}

static void remove_database(const char *name)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    char path[200];

    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s%s", name, ends[i]);
        unlink(path);
    }
}

struct told {
    ahd_added last;
    int ticks, dones;
};

static void tick(void *context, const ahd_added *so_far, bool done)
{
    struct told *told = context;

    told->last = *so_far;
    told->ticks++;
    told->dones += done;
}

static ahd_engine *new_engine(void)
{
    ahd_options options = AHD_OPTIONS;
    ahd_engine *engine = NULL;
    ahd_error error = {0};

    CHECK(ahd_engine_new(&options, &engine, &error) == AHD_OK);
    return engine;
}

/* Adds the pages to `db`; what was told, and how it ended. */
static ahd_status add(const char *db, const char *path, struct told *told,
                      ahd_error *error)
{
    ahd_progress progress = {.context = told, .tick = tick};
    ahd_engine *engine = new_engine();
    ahd_record *record = NULL;

    ahd_status status = ahd_record_open(db, true, &record, error);
    if (status == AHD_OK)
        status = ahd_record_add(record, engine, &path, 1, &progress, error);
    ahd_record_close(record);
    ahd_engine_free(engine);
    return status;
}

/* All the rows of a record as text, so that two of them can be compared. */
static bool document_text(void *context, const ahd_document_row *row)
{
    ahd_buf_printf(context, "D %.*s|%.*s|%.*s|%.*s|%lld|%lld\n",
                   AHD_STR_ARG(row->id), AHD_STR_ARG(row->title),
                   AHD_STR_ARG(row->published), AHD_STR_ARG(row->kind),
                   (long long)row->acts, (long long)row->captures);
    return true;
}

static bool act_text(void *context, const ahd_act_row *row)
{
    ahd_buf_printf(context, "A %.*s %lld %.*s|%.*s|%.*s|%.*s|%.*s|%lld-%lld\n",
                   AHD_STR_ARG(row->document), (long long)row->n,
                   AHD_STR_ARG(row->act), AHD_STR_ARG(row->date),
                   AHD_STR_ARG(row->source), AHD_STR_ARG(row->target),
                   AHD_STR_ARG(row->agreement), (long long)row->sentence_start,
                   (long long)row->sentence_end);
    return true;
}

static bool agreement_text(void *context, const ahd_agreement_row *row)
{
    ahd_buf_printf(context, "G %.*s|%.*s|%lld|%lld|%lld\n",
                   AHD_STR_ARG(row->id), AHD_STR_ARG(row->date),
                   (long long)row->acts, (long long)row->claims,
                   (long long)row->documents);
    return true;
}

static bool actor_text(void *context, const ahd_actor_row *row)
{
    ahd_buf_printf(context, "P %.*s|%.*s|%lld\n", AHD_STR_ARG(row->id),
                   AHD_STR_ARG(row->type), (long long)row->acts);
    return true;
}

static void write_rows(const char *db, ahd_buf *out)
{
    ahd_filter any = {0};
    ahd_record *record = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(db, false, &record, &error);
    if (status == AHD_OK)
        status = ahd_record_documents(record, &any, document_text, out, &error);
    if (status == AHD_OK)
        status = ahd_record_acts(record, &any, act_text, out, &error);
    if (status == AHD_OK)
        status =
            ahd_record_agreements(record, false, agreement_text, out, &error);
    if (status == AHD_OK)
        status = ahd_record_actors(record, actor_text, out, &error);
    if (status != AHD_OK)
        printf("%s: %s\n", error.file, error.message);
    CHECK(status == AHD_OK && !out->failed);
    ahd_record_close(record);
}

static int count_lines(const ahd_buf *text, char first)
{
    int count = 0;

    for (size_t i = 0; i < text->len; i++)
        count += text->ptr[i] == first && (i == 0 || text->ptr[i - 1] == '\n');
    return count;
}

static bool tells(const ahd_error *error, const char *words)
{
    bool told = strstr(error->message, words) != NULL;

    if (!told)
        printf("\"%s\" is not in \"%s\"\n", words, error->message);
    return told;
}

/* One number that SQL gives. */
static long long ask(const char *db, const char *sql)
{
    sqlite3 *base = NULL;
    sqlite3_stmt *query = NULL;
    long long answer = -1;

    if (sqlite3_open_v2(db, &base, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(base, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW)
        answer = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    sqlite3_close(base);
    return answer;
}

/* ----------------------------------------------------------------- tests */

static void an_empty_record_is_made(void)
{
    ahd_record *record = NULL;
    ahd_error error = {0};
    ahd_buf rows = AHD_BUF(1 << 20);

    remove_database("empty.db");
    CHECK(ahd_record_open("empty.db", true, &record, &error) == AHD_OK);
    ahd_record_close(record);
    CHECK(ask("empty.db", "PRAGMA user_version") > 0);
    write_rows("empty.db", &rows);
    CHECK(rows.len == 0);
    ahd_buf_finish(&rows);
}

static void an_empty_file_becomes_a_record(void)
{
    ahd_error error = {0};
    struct told told = {0};

    remove_database("void.db");
    write_file("void.db", "");
    CHECK(add("void.db", pages_folder, &told, &error) == AHD_OK);
    CHECK(told.last.new_pages == 2);
}

static void adding_again_is_no_second_sighting(void)
{
    ahd_buf once = AHD_BUF(1 << 20), twice = AHD_BUF(1 << 20);
    struct told first = {0}, second = {0};
    ahd_error error = {0};

    remove_database("twice.db");
    CHECK(add("twice.db", pages_folder, &first, &error) == AHD_OK);
    write_rows("twice.db", &once);
    CHECK(add("twice.db", pages_folder, &second, &error) == AHD_OK);
    write_rows("twice.db", &twice);
    CHECK(first.last.seen == 2 && first.last.new_pages == 2);
    CHECK(second.last.new_pages == 0 && second.last.known_pages == 2);
    CHECK(first.dones == 1 && second.dones == 1);
    CHECK(ask("twice.db", "SELECT count(*) FROM pages") == 2);
    CHECK(ask("twice.db", "SELECT count(*) FROM captures") == 2);
    CHECK(ahd_str_eq(ahd_buf_str(&once), ahd_buf_str(&twice)));
    CHECK(add("twice.db", "pages/../pages", &second, &error) == AHD_OK);
    CHECK(ask("twice.db", "SELECT count(*) FROM captures") == 4);
    CHECK(count_lines(&once, 'D') == 2 && count_lines(&twice, 'D') == 2);
    CHECK(count_lines(&once, 'A') > 0);
    CHECK(count_lines(&once, 'A') == count_lines(&twice, 'A'));
    ahd_buf_finish(&once);
    ahd_buf_finish(&twice);
}

static void what_is_known_is_not_read(void)
{
    ahd_engine *engine = new_engine();
    ahd_record *record = NULL;
    const char *path = pages_folder;
    ahd_error error = {0};

    remove_database("known.db");
    CHECK(ahd_record_open("known.db", true, &record, &error) == AHD_OK);
    CHECK(ahd_record_add(record, engine, &path, 1, NULL, &error) == AHD_OK);
    CHECK(ahd_engine_counts(engine).tokens > 0);
    CHECK(ahd_record_add(record, engine, &path, 1, NULL, &error) == AHD_OK);
    CHECK(ahd_engine_counts(engine).pages == 2);
    CHECK(ahd_engine_counts(engine).tokens == 0);
    ahd_record_close(record);
    ahd_engine_free(engine);
}

static void rebuilding_keeps_evidence_and_gives_the_same_rows(void)
{
    ahd_buf before = AHD_BUF(1 << 20), after = AHD_BUF(1 << 20);
    ahd_engine *engine = new_engine();
    ahd_record *record = NULL;
    struct told told = {0};
    ahd_progress progress = {.context = &told, .tick = tick};
    ahd_error error = {0};

    remove_database("rebuilt.db");
    CHECK(add("rebuilt.db", pages_folder, &told, &error) == AHD_OK);
    write_rows("rebuilt.db", &before);
    CHECK(ahd_record_open("rebuilt.db", true, &record, &error) == AHD_OK);
    CHECK(ahd_record_rebuild(record, engine, &progress, &error) == AHD_OK);
    ahd_record_close(record);
    write_rows("rebuilt.db", &after);
    CHECK(before.len > 0 &&
          ahd_str_eq(ahd_buf_str(&before), ahd_buf_str(&after)));
    CHECK(told.last.seen == 2);
    CHECK(ask("rebuilt.db", "SELECT count(*) FROM pages") == 2);
    CHECK(ask("rebuilt.db", "SELECT count(*) FROM captures") == 2);
    ahd_engine_free(engine);
    ahd_buf_finish(&before);
    ahd_buf_finish(&after);
}

static void a_locked_record_is_told(void)
{
    ahd_error error = {0};
    struct told told = {0};
    sqlite3 *other = NULL;

    remove_database("locked.db");
    CHECK(add("locked.db", "pages/a.txt", &told, &error) == AHD_OK);
    CHECK(sqlite3_open("locked.db", &other) == SQLITE_OK);
    CHECK(sqlite3_exec(other, "BEGIN IMMEDIATE", 0, 0, 0) == SQLITE_OK);
    CHECK(add("locked.db", "pages/b.txt", &told, &error) == AHD_ESTORE);
    CHECK(tells(&error, "locked by another program; wait for it or stop it"));
    CHECK(strcmp(error.file, "locked.db") == 0);
    CHECK(sqlite3_exec(other, "ROLLBACK", 0, 0, 0) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(add("locked.db", "pages/b.txt", &told, &error) == AHD_OK);
}

static void what_is_no_database_is_left_alone(void)
{
    const char *const names[] = {"letter.db", "folder.db", "no/such/x.db",
                                 "/proc/x.db"};
    ahd_record *record = NULL;
    ahd_error error = {0};

    write_file("letter.db", "Dear reader, this is a letter and not a database, "
                            "and it is long enough to have a header. Yours.\n");
    mkdir("folder.db", 0777);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        CHECK(ahd_record_open(names[i], true, &record, &error) == AHD_ESTORE);
        CHECK(record == NULL && strstr(error.file, "db") != NULL);
        CHECK(strchr(error.message, ';') != NULL); /* a cure */
        CHECK(ahd_record_open(names[i], false, &record, &error) == AHD_ESTORE);
        CHECK(record == NULL);
    }
}

static void a_database_of_another_program_is_left_alone(void)
{
    ahd_record *record = NULL;
    ahd_error error = {0};

    remove_database("other.db");
    write_file("other.db", "");
    CHECK(ask("other.db", "PRAGMA user_version") == 0);
    sqlite3 *other = NULL;
    CHECK(sqlite3_open("other.db", &other) == SQLITE_OK);
    sqlite3_exec(other, "CREATE TABLE pages (x)", 0, 0, 0);
    sqlite3_close(other);
    CHECK(ahd_record_open("other.db", true, &record, &error) == AHD_ESTORE);
    CHECK(tells(&error, "another program"));
    CHECK(ask("other.db", "SELECT count(*) FROM sqlite_master") == 1);
    CHECK(ask("other.db", "SELECT count(*) FROM pragma_journal_mode"
                          " WHERE journal_mode = 'wal'") == 0);
}

static void a_newer_record_is_not_touched(void)
{
    ahd_record *record = NULL;
    ahd_error error = {0};

    remove_database("newer.db");
    CHECK(ahd_record_open("newer.db", true, &record, &error) == AHD_OK);
    ahd_record_close(record);
    sqlite3 *other = NULL;
    CHECK(sqlite3_open("newer.db", &other) == SQLITE_OK);
    sqlite3_exec(other, "PRAGMA user_version = 1000", 0, 0, 0);
    sqlite3_close(other);
    CHECK(ahd_record_open("newer.db", true, &record, &error) == AHD_ESTORE);
    CHECK(tells(&error, "newer"));
}

/* Not below here: that may be a folder only its owner can pass through. */
static char shut[] = "/tmp/ahd-shut-XXXXXX", shut_record[64];

/* As a user who may not write there; root may write everywhere. */
static int read_as_nobody(void)
{
    ahd_buf rows = AHD_BUF(1 << 20);
    ahd_record *record = NULL;
    ahd_error error = {0};

    if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 77;
    write_rows(shut_record, &rows);
    if (count_lines(&rows, 'D') != 2)
        return 1;
    if (ahd_record_open(shut_record, true, &record, &error) != AHD_ESTORE)
        return 2;
    return tells(&error, "permissions") ? test_failures != 0 : 3;
}

static void a_record_in_a_shut_folder_can_be_read(void)
{
    struct told told = {0};
    ahd_error error = {0};
    int status = 0;

    CHECK(mkdtemp(shut) != NULL);
    snprintf(shut_record, sizeof shut_record, "%s/read.db", shut);
    CHECK(add(shut_record, pages_folder, &told, &error) == AHD_OK);
    chmod(shut_record, 0444);
    chmod(shut, 0555);
    pid_t child = fork();
    if (child == 0)
        _exit(read_as_nobody());
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) &&
          (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 77));
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        printf("child ended with %d\n", WEXITSTATUS(status));
    chmod(shut, 0700);
    remove_database(shut_record);
    rmdir(shut);
}

/* The system kills at this limit unless the store holds the signal back. */
static int add_with_little_room(void)
{
    struct rlimit limit = {200 << 10, 200 << 10};
    struct told told = {0};
    ahd_error error = {0};

    signal(SIGXFSZ, SIG_DFL);
    setrlimit(RLIMIT_FSIZE, &limit);
    if (add("full.db", "many.jsonl", &told, &error) != AHD_ESTORE)
        return 1;
    return tells(&error, "full") ? 0 : 2;
}

/* Words without a pattern, so that no packing makes them small. */
static void write_many(void)
{
    FILE *file = fopen("many.jsonl", "wb");
    uint32_t word = 1;

    for (int i = 0; file && i < 300; i++) {
        fprintf(file, "{\"id\":\"d%d\",\"title\":\"Page %d\",\"text\":\"", i,
                i);
        for (int k = 0; k < 300; k++) {
            word = word * 1664525 + 1013904223;
            fprintf(file, "met%u ", (unsigned)word);
        }
        fprintf(file, "\"}\n");
    }
    if (file)
        fclose(file);
}

static void a_full_disk_is_told_and_nothing_is_torn(void)
{
    struct told told = {0};
    ahd_error error = {0};
    int status = 0;

    remove_database("full.db");
    write_many();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
        _exit(add_with_little_room());
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK(ask("full.db", "SELECT count(*) FROM pragma_integrity_check"
                         " WHERE integrity_check = 'ok'") == 1);
    CHECK(add("full.db", "many.jsonl", &told, &error) == AHD_OK);
    CHECK(told.last.new_pages + told.last.known_pages == 300);
    CHECK(ask("full.db", "SELECT count(*) FROM documents") == 300);
}

static void an_unknown_id_is_a_mistake(void)
{
    ahd_buf out = AHD_BUF(1 << 20);
    ahd_record *record = NULL;
    ahd_error error = {0};

    CHECK(ahd_record_open("twice.db", false, &record, &error) == AHD_OK);
    CHECK(ahd_record_document_json(record, "no", &out, &error) == AHD_EUSAGE);
    CHECK(ahd_agreement_json(record, "no", &out, &error) == AHD_EUSAGE);
    CHECK(ahd_agreement_json(NULL, "found:no:1", &out, &error) == AHD_EUSAGE);
    CHECK(ahd_actor_json("no-such-actor", &out, &error) == AHD_EUSAGE);
    CHECK(out.len == 0);
    ahd_record_close(record);
    ahd_buf_finish(&out);
}

static bool count_row(void *context, const ahd_document_row *row)
{
    (void)row;
    return ++*(int *)context < 5;
}

static void a_listing_ends_where_it_is_told_to(void)
{
    ahd_filter page = {.offset = 290, .limit = 100}, any = {0};
    ahd_record *record = NULL;
    ahd_error error = {0};
    int rows = 0;

    CHECK(ahd_record_open("full.db", false, &record, &error) == AHD_OK);
    CHECK(ahd_record_documents(record, &any, count_row, &rows, &error) ==
          AHD_OK);
    CHECK(rows == 5);
    rows = -100;
    CHECK(ahd_record_documents(record, &page, count_row, &rows, &error) ==
          AHD_OK);
    CHECK(rows == -90);
    ahd_record_close(record);
}

/* Of two pages that give themselves the same id none is lost. */
static void one_id_for_two_pages_is_two_documents(void)
{
    struct told told = {0};
    ahd_error error = {0};

    remove_database("same.db");
    write_file("same.jsonl",
               "{\"id\":\"x\",\"title\":\"One\",\"text\":\"They met.\"}\n"
               "{\"id\":\"x\",\"title\":\"Two\",\"text\":\"They met.\"}\n");
    CHECK(add("same.db", "same.jsonl", &told, &error) == AHD_OK);
    CHECK(ask("same.db", "SELECT count(*) FROM documents") == 2);
}

int main(int argc, char **argv)
{
    if (argc != 2 || chdir(argv[1]) != 0)
        return 2;
    write_pages();
    RUN(an_empty_record_is_made);
    RUN(an_empty_file_becomes_a_record);
    RUN(adding_again_is_no_second_sighting);
    RUN(what_is_known_is_not_read);
    RUN(rebuilding_keeps_evidence_and_gives_the_same_rows);
    RUN(a_locked_record_is_told);
    RUN(what_is_no_database_is_left_alone);
    RUN(a_database_of_another_program_is_left_alone);
    RUN(a_newer_record_is_not_touched);
    RUN(a_record_in_a_shut_folder_can_be_read);
    RUN(a_full_disk_is_told_and_nothing_is_torn);
    RUN(an_unknown_id_is_a_mistake);
    RUN(a_listing_ends_where_it_is_told_to);
    RUN(one_id_for_two_pages_is_two_documents);
    return test_failures != 0;
}
