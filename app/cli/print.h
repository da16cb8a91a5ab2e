/* print.h - standard output, when it may be closed, full or a pipe.
 *
 * A reader that went away (`ahd list acts | head`) has all it wanted: the
 * command stops and that is no error. A full disk is one. */
#ifndef AHD_CLI_PRINT_H
#define AHD_CLI_PRINT_H

#include "base/buf.h"

#include <stdbool.h>

/* Before anything else: a descriptor 0, 1 or 2 that is closed is taken, so
 * that no database is ever opened as "standard output". */
void ahd_print_guard(void);

/* False when there is no use in going on. */
bool ahd_print(ahd_str text);
bool ahd_print_buf(ahd_buf *text); /* and empties it */

/* At the end of main: `code`, or what the output made of it. */
int ahd_print_finish(int code);

#endif
