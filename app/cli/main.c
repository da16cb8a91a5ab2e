/* main.c - the commands of ahd, and nothing else. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"

#include <stdio.h>
#include <string.h>

static ahd_command_fn help, version;

static const struct command {
    const char *name;
    ahd_command_fn *run;
    const char *help;
} commands[] = {
    {"read", ahd_command_read, "read pages and print what they say"},
    {"explain", ahd_command_explain, "each act with the rule that made it"},
    {"add", ahd_command_add, "keep pages in a record"},
    {"watch", ahd_command_watch, "poll feeds and keep what is new"},
    {"rebuild", ahd_command_rebuild, "understand all kept pages anew"},
    {"verify", ahd_command_verify, "does what was read follow from the bytes?"},
    {"head", ahd_command_head,
     "what the log is now, signed, to keep elsewhere"},
    {"backup", ahd_command_backup, "copy a record while it is used"},
    {"export", ahd_command_export,
     "evidence that proves itself; or all, as text"},
    {"review", ahd_command_review, "confirm, correct or reject what was read"},
    {"list", ahd_command_list, "agreements, documents, acts, disputes ..."},
    {"show", ahd_command_show,
     "one agreement, actor, document, dispute or story"},
    {"find", ahd_command_find, "documents by their words"},
    {"propose", ahd_command_propose, "new names, as rows for data/actors"},
    {"serve", ahd_command_serve, "the record as web pages"},
    {"help", help, "this text, or that of a command"},
    {"version", version, "the version of the program"},
};

enum { COMMANDS = sizeof commands / sizeof *commands, NEAR = 2 };

static const struct command *find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int unknown(const char *name)
{
    const char *nearest = NULL;
    size_t best = NEAR + 1;

    for (size_t i = 0; i < COMMANDS; i++) {
        size_t far = ahd_usage_distance(name, commands[i].name);
        if (far < best) {
            best = far;
            nearest = commands[i].name;
        }
    }
    if (nearest)
        ahd_say("unknown command %s; did you mean %s?", name, nearest);
    else
        ahd_say("unknown command %s; \"ahd help\" lists them", name);
    return AHD_EXIT_USAGE;
}

static int version(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    printf("ahd " AHD_VERSION "\n");
    return AHD_EXIT_OK;
}

static int help(int argc, char **argv)
{
    static char option[] = "--help";
    const struct command *command = argc > 1 ? find(argv[1]) : NULL;

    if (argc > 1 && command == NULL)
        return unknown(argv[1]);
    if (command != NULL && command->run != help && command->run != version)
        return command->run(2, (char *[]){argv[1], option, NULL});
    printf("usage: ahd COMMAND [options] ...\n\n"
           "Ahd reads the news and keeps the record of agreements: who signed "
           "what with\nwhom, who says that it was broken, who denies it.\n\n");
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-9s %s\n", commands[i].name, commands[i].help);
    printf("\n\"ahd COMMAND --help\" tells the options; see also ahd(1).\n");
    return AHD_EXIT_OK;
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        help(1, argv);
        return AHD_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0)
        return help(argc - 1, argv + 1);
    if (strcmp(argv[1], "--version") == 0)
        return version(argc - 1, argv + 1);
    const struct command *command = find(argv[1]);
    return command ? command->run(argc - 1, argv + 1) : unknown(argv[1]);
}

int main(int argc, char **argv)
{
    ahd_print_guard();
    ahd_stop_watch();
    return ahd_print_finish(run(argc, argv));
}
