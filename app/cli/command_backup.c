/* `ahd backup`: a copy of the record, while others read and write it. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const time_t patience = 2;

struct copying {
    time_t began, shown;
    bool watched;
};

/* A line for who waits; what of a record is copied says nothing by itself. */
static bool tick(void *context, int64_t done, int64_t all)
{
    struct copying *c = context;
    time_t now = time(NULL);

    if (c->watched && now - c->began >= patience && now != c->shown) {
        fprintf(stderr, "\r\033[K%" PRId64 " %% of the record is copied",
                all > 0 ? 100 * done / all : 100);
        fflush(stderr);
        c->shown = now;
    }
    return !ahd_stop_asked;
}

static int backup(const char *db, const char *path, bool force)
{
    struct copying copying = {.began = time(NULL),
                              .watched = ahd_terminal_at(STDERR_FILENO)};
    const ahd_copying progress = {&copying, tick};
    ahd_record *record = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(db, false, &record, &error);
    if (status == AHD_OK)
        status = ahd_record_backup(record, path, force, &progress, &error);
    ahd_record_close(record);
    if (copying.shown != 0)
        fputs("\r\033[K", stderr);
    if (status == AHD_OK)
        return AHD_EXIT_OK;
    ahd_say_error(&error);
    return ahd_stop_asked ? AHD_EXIT_STOPPED : ahd_command_exit(status);
}

int ahd_command_backup(int argc, char **argv)
{
    const char *db = AHD_COMMAND_DB;
    bool force = false;
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "force", .on = &force, .help = "replace a file of that name"},
        {0},
    };
    const ahd_usage usage = {
        "backup", "FILE",
        "Copy the record into FILE as it is now; others may read and write it\n"
        "meanwhile. The copy is a record: to restore one, put it in its place\n"
        "while no program uses it.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count != 1) {
        ahd_say("say where the copy goes: ahd backup --db %s FILE", db);
        return AHD_EXIT_USAGE;
    }
    return backup(db, words.at[0], force);
}
