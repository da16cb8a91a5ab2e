#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Keep the end of a long path: the file's own name says most. */
static void set_file(ahd_error *error, const char *file)
{
    size_t len = strlen(file);
    size_t skip = len >= sizeof error->file ? len - sizeof error->file + 1 : 0;

    memcpy(error->file, file + skip, len - skip + 1);
}

static void fill(ahd_error *error, ahd_status status, const char *format,
                 va_list args)
{
    *error = (ahd_error){.status = status, .form = format};
    vsnprintf(error->message, sizeof error->message, format, args);
}

ahd_status ahd_fail(ahd_error *error, ahd_status status, const char *format,
                    ...)
{
    va_list args;

    if (error == NULL)
        return status;
    va_start(args, format);
    fill(error, status, format, args);
    va_end(args);
    return status;
}

ahd_status ahd_fail_at(ahd_error *error, ahd_status status, const char *file,
                       size_t line, const char *format, ...)
{
    va_list args;

    if (error == NULL)
        return status;
    va_start(args, format);
    fill(error, status, format, args);
    va_end(args);
    error->line = line;
    set_file(error, file);
    return status;
}

ahd_status ahd_fail_system(ahd_error *error, const char *file, const char *what)
{
    int system = errno;

    if (error == NULL)
        return AHD_EIO;
    *error = (ahd_error){.status = AHD_EIO, .system = system};
    snprintf(error->message, sizeof error->message, "%s: %s", what,
             strerror(system));
    set_file(error, file);
    return AHD_EIO;
}
