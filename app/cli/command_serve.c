/* `ahd serve`: the record as web pages. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "http/server.h"
#include "web/pages.h"

#include <stdio.h>
#include <string.h>

enum { PORT = 8320, LAST_PORT = 65535 };

static void print_address(const ahd_server_options *options,
                          const ahd_server *server)
{
    bool v6 = strchr(options->host, ':') != NULL;

    printf("http://%s%s%s:%u/  (Ctrl-C stops)\n", v6 ? "[" : "", options->host,
           v6 ? "]" : "", ahd_server_port(server));
    fflush(stdout);
}

static int serve(const ahd_server_options *options, const char *db)
{
    ahd_desk desk = {.db = db, .read_only = options->read_only};
    ahd_server *server = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(db, false, &desk.record, &error);
    ahd_site site = ahd_pages_site(&desk);
    if (status == AHD_OK)
        status = ahd_server_open(options, &site, &server, &error);
    if (status == AHD_OK) {
        print_address(options, server);
        ahd_server_run(server, &ahd_stop_asked);
    } else {
        ahd_say_error(&error);
    }
    ahd_server_close(server);
    ahd_desk_settle(&desk);
    ahd_desk_finish(&desk);
    ahd_record_close(desk.record);
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
