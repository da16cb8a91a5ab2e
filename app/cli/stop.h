/* stop.h - Ctrl-C and SIGTERM ask; the command stops at the next safe point.
 * A second one ends the program at once. */
#ifndef AHD_CLI_STOP_H
#define AHD_CLI_STOP_H

#include <signal.h>

extern volatile sig_atomic_t ahd_stop_asked;

void ahd_stop_watch(void);

#endif
