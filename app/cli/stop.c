#include "cli/stop.h"

#include <stddef.h>

volatile sig_atomic_t ahd_stop_asked;

static void ask(int signal_number)
{
    (void)signal_number;
    ahd_stop_asked = 1;
}

void ahd_stop_watch(void)
{
    struct sigaction once = {.sa_handler = ask,
                             .sa_flags = (int)SA_RESETHAND | SA_RESTART};
    struct sigaction ignore = {.sa_handler = SIG_IGN};

    sigemptyset(&once.sa_mask);
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &once, NULL);
    sigaction(SIGTERM, &once, NULL);
    sigaction(SIGPIPE, &ignore, NULL); /* a write then fails: see print.h */
}
