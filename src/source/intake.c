#include "intake.h"

#include "refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LEAST_ROOM = AHD_INTAKE_BYTES / 4 };

static ahd_status read_file(void *context, char *to, size_t size, size_t *got,
                            ahd_error *error)
{
    const ahd_intake *in = context;
    ssize_t n;

    do
        n = read(in->file, to, size);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return ahd_refusal_fail_system(error, AHD_REFUSAL_UNREAD, in->path,
                                       "cannot read", "leave it out");
    *got = (size_t)n;
    return AHD_OK;
}

/* What is still wanted comes to the front. */
static void tidy(ahd_intake *in)
{
    if (in->kept && in->keep == 0 && in->len == AHD_INTAKE_BYTES)
        in->kept = false;
    size_t from = in->kept ? in->keep : in->at;
    if (from == 0)
        return;
    memmove(in->ptr, in->ptr + from, in->len - from);
    in->base += from;
    in->len -= from;
    in->at -= from;
    in->keep = 0;
}

ahd_status ahd_intake_read(ahd_intake *in, char *to, size_t size, size_t *got,
                           ahd_error *error)
{
    *got = 0;
    in->base += in->len;
    in->at = in->len = 0;
    if (in->end)
        return AHD_OK;
    AHD_TRY(in->feed.read(in->feed.context, to, size, got, error));
    in->base += *got;
    in->end = *got == 0;
    return AHD_OK;
}

ahd_status ahd_intake_more(ahd_intake *in, ahd_error *error)
{
    size_t got = 0;

    if (AHD_INTAKE_BYTES - in->len < LEAST_ROOM)
        tidy(in);
    if (in->end || in->len == AHD_INTAKE_BYTES)
        return AHD_OK;
    AHD_TRY(in->feed.read(in->feed.context, in->ptr + in->len,
                          AHD_INTAKE_BYTES - in->len, &got, error));
    in->len += got;
    in->end = got == 0;
    return AHD_OK;
}

ahd_status ahd_intake_have(ahd_intake *in, size_t want, ahd_error *error)
{
    while (in->len - in->at < want && !in->end)
        AHD_TRY(ahd_intake_more(in, error));
    return AHD_OK;
}

bool ahd_intake_seek(ahd_intake *in, uint64_t at)
{
    if (in->size == 0 || lseek(in->file, (off_t)at, SEEK_SET) < 0)
        return false;
    in->at = in->len = 0;
    in->base = at;
    in->end = in->kept = false;
    return true;
}

/* Fails for what is no file at all: a socket, a folder, a device. */
static ahd_status check_kind(ahd_intake *in, ahd_error *error)
{
    struct stat info;

    if (fstat(in->file, &info) != 0 ||
        !(S_ISREG(info.st_mode) || S_ISFIFO(info.st_mode) ||
          strcmp(in->path, "-") == 0))
        return ahd_refusal_fail(error, AHD_REFUSAL_NO_FILE, in->path,
                                "is not a file; leave it out");
    /* Standard input may not stand at the start of its file. */
    if (S_ISREG(info.st_mode) && strcmp(in->path, "-") != 0)
        in->size = (uint64_t)info.st_size;
    return AHD_OK;
}

ahd_status ahd_intake_open_feed(ahd_intake *in, const char *path,
                                ahd_stream_feed feed, ahd_error *error)
{
    *in = (ahd_intake){.path = strdup(path),
                       .feed = feed,
                       .file = -1,
                       .ptr = malloc(AHD_INTAKE_BYTES)};
    if (in->path != NULL && in->ptr != NULL)
        return AHD_OK;
    ahd_intake_close(in);
    return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, path,
                            "no memory to open it");
}

ahd_status ahd_intake_open_file(ahd_intake *in, const char *path,
                                ahd_error *error)
{
    AHD_TRY(ahd_intake_open_feed(in, path, (ahd_stream_feed){in, read_file},
                                 error));
    in->file = strcmp(path, "-") == 0 ? dup(STDIN_FILENO)
                                      : open(path, O_RDONLY | O_CLOEXEC);
    if (in->file < 0)
        return ahd_refusal_fail_system(
            error, AHD_REFUSAL_UNOPENED, path, "cannot open",
            errno == ENOENT ? "check the name"
                            : "make it readable or leave it out");
    return check_kind(in, error);
}

void ahd_intake_close(ahd_intake *in)
{
    if (in->file >= 0)
        close(in->file);
    free(in->ptr);
    free(in->path);
    *in = (ahd_intake){.file = -1};
}
