/* say.h - what goes wrong, on standard error, in one shape:
 *
 *     ahd: pages/a.html: cannot open: No such file or directory; check the name
 *
 * "what it is about: what happened; the cure". */
#ifndef AHD_CLI_SAY_H
#define AHD_CLI_SAY_H

#include "base/error.h"

void ahd_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An error of the library; a cure is added where it names none. */
void ahd_say_error(const ahd_error *error);

#endif
