/* command.h - the commands of ahd(1), a file each, and what they return.
 *
 * main.c holds the table. A command gets its own name as argv[0], reads its
 * words with usage.h, and returns one of the exit codes below, which are
 * promised in the man page. */
#ifndef AHD_CLI_COMMAND_H
#define AHD_CLI_COMMAND_H

#include "base/error.h"

enum {
    AHD_EXIT_OK = 0,
    AHD_EXIT_INPUT = 1,  /* some input could not be read; the rest was done */
    AHD_EXIT_USAGE = 2,  /* the command line, or an id that nothing has */
    AHD_EXIT_RECORD = 3, /* the record (database) refused */
    AHD_EXIT_LIMIT = 4,  /* out of memory, or over a stated limit */
    AHD_EXIT_SYSTEM = 5, /* the output, a socket: the system refused */
    AHD_EXIT_STOPPED = 130, /* Ctrl-C; what was reported as done is done */
};

typedef int ahd_command_fn(int argc, char **argv);

ahd_command_fn ahd_command_read, ahd_command_explain, ahd_command_add,
    ahd_command_rebuild, ahd_command_verify, ahd_command_show, ahd_command_list,
    ahd_command_serve, ahd_command_propose, ahd_command_head,
    ahd_command_export, ahd_command_review, ahd_command_find, ahd_command_watch,
    ahd_command_backup;

#define AHD_COMMAND_DB "ahd.db" /* the record when --db is not given */

/* The exit code for a status. */
int ahd_command_exit(ahd_status status);

#endif
