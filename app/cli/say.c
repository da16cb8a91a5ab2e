#include "cli/say.h"

#include "cli/meter.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The name of a file may hold signs that write on a terminal. */
static void write_safely(const char *message)
{
    for (; *message; message++) {
        unsigned char c = (unsigned char)*message;
        fputc(c < 0x20 || c == 0x7F ? '?' : c, stderr);
    }
}

void ahd_say(const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    ahd_meter_clear();
    fflush(stdout);
    fputs("ahd: ", stderr);
    write_safely(message);
    fputc('\n', stderr);
}

static const struct {
    int system;
    const char *cure;
} cures[] = {
    {ENOENT, "check the name"},
    {EACCES, "check its permissions"},
    {EPERM, "check its permissions"},
    {EISDIR, "name a file"},
    {ENOTDIR, "check the name"},
    {ENOSPC, "free some space and run it again"},
    {EDQUOT, "free some space and run it again"},
    {EROFS, "choose a place that can be written"},
    {EMFILE, "raise the limit of open files (ulimit -n)"},
    {ENOMEM, "free some memory, or use fewer --threads"},
};

static const char *cure_for(const ahd_error *error)
{
    if (strchr(error->message, ';') != NULL)
        return NULL; /* the message names one */
    for (size_t i = 0; i < sizeof cures / sizeof *cures; i++) {
        if (error->status != AHD_ESTORE && cures[i].system == error->system)
            return cures[i].cure;
    }
    if (error->status == AHD_ENOMEM)
        return "free some memory, or use fewer --threads";
    return NULL;
}

void ahd_say_error(const ahd_error *error)
{
    const char *cure = cure_for(error);
    char line[32] = "";

    if (error->line > 0)
        snprintf(line, sizeof line, ":%zu", error->line);
    ahd_say("%s%s%s%s%s%s", error->file, line, error->file[0] ? ": " : "",
            error->message, cure ? "; " : "", cure ? cure : "");
}
