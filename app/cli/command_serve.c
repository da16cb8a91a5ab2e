/* `ahd serve`: the record as web pages. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "http/server.h"
#include "web/pages.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PORT = 8320, LAST_PORT = 65535, LEAST_READERS = 2, READERS = 8 };

static void print_address(const ahd_server_options *options,
                          const ahd_server *server)
{
    bool v6 = strchr(options->host, ':') != NULL;

    printf("http://%s%s%s:%u/  (Ctrl-C stops)\n", v6 ? "[" : "", options->host,
           v6 ? "]" : "", ahd_server_port(server));
    fflush(stdout);
}

/* ----------------------------------------------------- several at a time
 *
 * A long answer holds up who asks the same reader, so there are several: each
 * with a record of its own, in a thread of its own, on one address. */

typedef struct reader {
    ahd_desk desk;
    ahd_site site;
    ahd_server *server;
    pthread_t thread;
    bool runs;
} reader;

/* As many as can work at once; two at least, so that nobody waits alone. */
static int count_readers(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores < LEAST_READERS ? LEAST_READERS
           : cores > READERS     ? READERS
                                 : (int)cores;
}

static ahd_status open_reader(reader *r, const ahd_server_options *options,
                              const char *db, const ahd_server *first,
                              ahd_error *error)
{
    r->desk = (ahd_desk){.db = db, .read_only = options->read_only};
    AHD_TRY(ahd_record_open(db, false, &r->desk.record, error));
    r->site = ahd_pages_site(&r->desk);
    return first == NULL
               ? ahd_server_open(options, &r->site, &r->server, error)
               : ahd_server_beside(first, &r->site, &r->server, error);
}

static void close_reader(reader *r)
{
    ahd_server_close(r->server);
    if (r->desk.record != NULL)
        ahd_desk_settle(&r->desk);
    ahd_desk_finish(&r->desk);
    ahd_record_close(r->desk.record);
}

static void *run_reader(void *context)
{
    const reader *r = context;

    ahd_server_run(r->server, &ahd_stop_asked);
    return NULL;
}

/* The signals that end the program are for the first thread. */
static void run_all(reader *readers, int count)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (int i = 1; i < count; i++)
        readers[i].runs = pthread_create(&readers[i].thread, NULL, run_reader,
                                         &readers[i]) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    run_reader(&readers[0]);
    for (int i = 1; i < count; i++)
        if (readers[i].runs)
            pthread_join(readers[i].thread, NULL);
}

static int serve(const ahd_server_options *options, const char *db)
{
    reader readers[READERS] = {0};
    int count = count_readers();
    ahd_status status = AHD_OK;
    ahd_error error = {0};

    for (int i = 0; i < count && status == AHD_OK; i++)
        status =
            open_reader(&readers[i], options, db, readers[0].server, &error);
    if (status == AHD_OK) {
        print_address(options, readers[0].server);
        run_all(readers, count);
    } else {
        ahd_say_error(&error);
    }
    for (int i = count; i-- > 0;)
        close_reader(&readers[i]);
    return status == AHD_EIO ? AHD_EXIT_SYSTEM : ahd_command_exit(status);
}

int ahd_command_serve(int argc, char **argv)
{
    ahd_server_options options = {.host = "127.0.0.1"};
    const char *db = AHD_COMMAND_DB;
    uint32_t port = PORT;
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "port",
         .value = "N",
         .number = &port,
         .help = "8320 without it; 0: any free one"},
        {.name = "host",
         .value = "ADDRESS",
         .text = &options.host,
         .help = "where to listen; 127.0.0.1 without it"},
        {.name = "allow-remote",
         .on = &options.allow_remote,
         .help = "let others reach it: they read all, and review as anybody"},
        {.name = "read-only",
         .on = &options.read_only,
         .help = "nobody can review here"},
        {0},
    };
    const ahd_usage usage = {
        "serve", "",
        "Show the record as web pages, to this machine only. Reviews can be "
        "made there.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count > 0 || port > LAST_PORT) {
        ahd_say(words.count > 0 ? "serve takes options only; the record is "
                                  "named by --db"
                                : "--port is at most 65535");
        return AHD_EXIT_USAGE;
    }
    options.port = (uint16_t)port;
    return serve(&options, db);
}
