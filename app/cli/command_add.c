/* `ahd add` and `ahd rebuild`: keep pages as evidence, and understand all
 * that is kept anew. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/meter.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/summary.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <unistd.h>

/* What both need open, and what they did. */
struct work {
    ahd_record *record;
    ahd_engine *engine;
    ahd_added done;
    size_t paths; /* so many were named */
    bool summary; /* was asked for */
    const char *db, *head, *key;
};

static void print_line(const struct work *work)
{
    const ahd_added *d = &work->done;
    ahd_buf out = AHD_BUF(1000);

    ahd_buf_printf(&out,
                   "%" PRIu64 " pages: %" PRIu64 " new, %" PRIu64
                   " known; %" PRIu64 " articles, %" PRIu64 " refused, %" PRIu64
                   " skipped; %" PRIu64 " acts\n",
                   d->seen, d->new_pages, d->known_pages, d->articles,
                   d->refused, d->skipped, d->acts);
    ahd_print_buf(&out);
    ahd_buf_finish(&out);
}

/* The line is for scripts: people who see the table on the same terminal know
 * it all. */
static void print_done(const struct work *work)
{
    const ahd_summary done = {.standing = ahd_meter_stop(work->engine),
                              .added = &work->done,
                              .paths = work->paths};
    bool table = ahd_summary_print(&done, work->summary);

    if (!table || !isatty(STDERR_FILENO) || !isatty(STDOUT_FILENO))
        print_line(work);
}

/* What the log is after the last commit. */
static ahd_status keep_head(const struct work *work, ahd_error *error)
{
    if (work->head == NULL)
        return AHD_OK;
    return ahd_record_keep_head(work->record, work->key, work->head, error);
}

/* What was ticked is safely in the record, so this is where Ctrl-C may end
 * the program: the library offers no way to end the batch by itself. */
static void tick(void *context, const ahd_added *so_far, bool done)
{
    struct work *work = context;
    ahd_error error = {0};

    work->done = *so_far;
    ahd_meter_tick(work->engine);
    if (!ahd_stop_asked || done)
        return;
    ahd_meter_clear();
    print_line(work);
    if (keep_head(work, &error) != AHD_OK)
        ahd_say_error(&error);
    ahd_say("stopped; what is counted above is in the record");
    ahd_print_finish(0);
    _exit(AHD_EXIT_STOPPED);
}

static void tell_skipped(void *context, const ahd_error *why)
{
    (void)context;
    ahd_say_error(why);
}

static ahd_status run(struct work *work, const ahd_words *paths,
                      ahd_error *error)
{
    ahd_options options = AHD_OPTIONS;
    ahd_progress progress = {work, tick, tell_skipped};

    AHD_TRY(ahd_record_open(work->db, true, &work->record, error));
    AHD_TRY(ahd_engine_new(&options, &work->engine, error));
    ahd_meter_start(paths);
    ahd_status status =
        paths
            ? ahd_record_add(work->record, work->engine, paths->at,
                             paths->count, &progress, error)
            : ahd_record_rebuild(work->record, work->engine, &progress, error);
    return status == AHD_OK ? keep_head(work, error) : status;
}

/* Everything was opened here, so everything is closed here. */
static int work_on(struct work *work, const ahd_words *paths)
{
    ahd_error error = {0};
    ahd_status status;

    work->paths = paths ? paths->count : 0;
    status = run(work, paths, &error);
    if (work->engine != NULL)
        print_done(work);
    if (status != AHD_OK)
        ahd_say_error(&error);
    ahd_engine_free(work->engine);
    ahd_record_close(work->record);
    if (status != AHD_OK)
        return ahd_command_exit(status);
    return work->done.skipped > 0 ? AHD_EXIT_INPUT : AHD_EXIT_OK;
}

/* The options of both, a row each. */
#define FLAGS(work)                                                            \
    {.name = "db",                                                             \
     .value = "FILE",                                                          \
     .text = &(work).db,                                                       \
     .help = "the record; " AHD_COMMAND_DB " without it"},                     \
        {.name = "head",                                                       \
         .value = "FILE",                                                      \
         .text = &(work).head,                                                 \
         .help = "keep the head of the log there afterwards"},                 \
        {.name = "key",                                                        \
         .value = "FILE",                                                      \
         .text = &(work).key,                                                  \
         .help = "sign that head"},                                            \
    {                                                                          \
        .name = "summary", .on = &(work).summary, .help = AHD_SUMMARY_HELP     \
    }

int ahd_command_add(int argc, char **argv)
{
    struct work work = {.db = AHD_COMMAND_DB};
    const ahd_flag flags[] = {FLAGS(work), {0}};
    const ahd_usage usage = {
        "add", "PATH...",
        "Read pages and keep them in the record, which is made when there is "
        "none.\n"
        "What it has is not read again: a run that was stopped is taken up by\n"
        "the same command. The same bytes elsewhere are one page, seen twice.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count == 0) {
        ahd_say("nothing to add; name files, folders, or - for standard input");
        return AHD_EXIT_USAGE;
    }
    return work_on(&work, &words);
}

int ahd_command_rebuild(int argc, char **argv)
{
    struct work work = {.db = AHD_COMMAND_DB};
    const ahd_flag flags[] = {FLAGS(work), {0}};
    const ahd_usage usage = {
        "rebuild", "",
        "Read every kept page again, after the program or its data improved.\n"
        "The pages themselves stay untouched.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count > 0) {
        ahd_say("rebuild reads kept pages only; to read %s use: ahd add",
                words.at[0]);
        return AHD_EXIT_USAGE;
    }
    if (access(work.db, F_OK) != 0) {
        ahd_say("%s: no record is there; make one with: ahd add --db %s PATH",
                work.db, work.db);
        return AHD_EXIT_RECORD;
    }
    return work_on(&work, NULL);
}
