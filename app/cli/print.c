#include "cli/print.h"

#include "cli/command.h"
#include "cli/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int refused; /* errno of the first write that failed */

void ahd_print_guard(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        /* read-only, so that writing there still fails as it should */
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0)
            _exit(AHD_EXIT_SYSTEM);
    }
}

bool ahd_print(ahd_str text)
{
    errno = 0;
    if (refused == 0 && text.len > 0 &&
        fwrite(text.ptr, 1, text.len, stdout) != text.len)
        refused = errno ? errno : EIO;
    return refused == 0;
}

bool ahd_print_buf(ahd_buf *text)
{
    bool failed = text->failed;

    if (failed)
        ahd_say("an entry is too large to print");
    ahd_print(failed ? AHD_STR("") : ahd_buf_str(text));
    ahd_buf_clear(text);
    return refused == 0;
}

int ahd_print_finish(int code)
{
    errno = 0;
    if (fflush(stdout) != 0 && refused == 0)
        refused = errno ? errno : EIO;
    if (refused == 0 || refused == EPIPE)
        return code;
    ahd_say("standard output: %s; the rest was not written", strerror(refused));
    return AHD_EXIT_SYSTEM;
}
