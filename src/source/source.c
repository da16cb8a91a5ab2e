/* Files are read through zlib, which passes plain bytes on as they are. One
 * buffer holds the page: a whole file, or the lines of JSONL that one read
 * brought, of which the first is handed out. */
#include "source.h"

#include "base/buf.h"
#include "folder.h"
#include "sniff.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { READ_BYTES = 1 << 16, SNIFF_BYTES = 8192 };

struct ahd_source {
    char *path;         /* the one given; NULL once a single file was read */
    ahd_folder *folder; /* NULL for a single file */
    const char *file;   /* the open file's name */
    gzFile stream;      /* NULL between files */
    ahd_format format;
    size_t line; /* of the JSONL record handed out last */
    ahd_buf buf;
    size_t taken; /* bytes of buf handed out before */
    bool at_end;  /* the stream has no more */
};

/* "cannot open: No such file or directory; check the name" */
static ahd_status fail_io(const char *file, const char *what, const char *cure,
                          ahd_error *error)
{
    int why = errno;

    ahd_fail_at(error, AHD_EIO, file, 0, "%s: %s; %s", what, strerror(why),
                cure);
    if (error != NULL)
        error->system = why;
    return AHD_EIO;
}

static ahd_status fail_open(const char *file, ahd_error *error)
{
    return fail_io(file, "cannot open",
                   errno == ENOENT ? "check the name"
                                   : "make it readable or leave it out",
                   error);
}

static ahd_status fail_large(const ahd_source *source, size_t line,
                             ahd_error *error)
{
    struct stat info;
    size_t size = source->buf.len;

    if (line == 0 && stat(source->file, &info) == 0 &&
        (size_t)info.st_size > size)
        size = (size_t)info.st_size;
    return ahd_fail_at(error, AHD_ELIMIT, source->file, line,
                       "has a page of %zu MiB, above the limit of %d MiB; "
                       "split it or leave it out",
                       size >> 20, AHD_SOURCE_LARGEST >> 20);
}

static void close_file(ahd_source *source)
{
    if (source->stream != NULL)
        gzclose(source->stream);
    source->stream = NULL;
    source->taken = source->line = 0;
    source->at_end = false;
    ahd_buf_clear(&source->buf);
}

/* One more read into the buffer. Stops quietly at one byte above the limit. */
static ahd_status fill(ahd_source *source, ahd_error *error)
{
    size_t room = source->buf.max - source->buf.len;
    size_t want = room < READ_BYTES ? room : READ_BYTES;

    ahd_buf_reserve(&source->buf, want);
    if (source->buf.failed)
        return ahd_fail_at(error, AHD_ENOMEM, source->file, 0,
                           "no memory to read it");
    int got = gzread(source->stream, source->buf.ptr + source->buf.len,
                     (unsigned)want);
    int code = Z_OK;
    const char *why = gzerror(source->stream, &code);
    if (got < 0 && code == Z_ERRNO)
        return fail_io(source->file, "cannot read", "leave it out", error);
    if (got < 0 || code == Z_BUF_ERROR)
        return ahd_fail_at(error, AHD_EFORMAT, source->file, 0,
                           "its gzip data is damaged or cut off (%s)", why);
    source->buf.len += (size_t)got;
    source->buf.ptr[source->buf.len] = 0;
    source->at_end = got == 0;
    return AHD_OK;
}

static int open_descriptor(const char *path)
{
    return strcmp(path, "-") == 0 ? dup(STDIN_FILENO)
                                  : open(path, O_RDONLY | O_CLOEXEC);
}

/* Fails for what is no file at all: a socket, a folder, a device. */
static ahd_status check_kind(int fd, const char *path, ahd_error *error)
{
    struct stat info;

    if (fstat(fd, &info) == 0 &&
        (S_ISREG(info.st_mode) || S_ISFIFO(info.st_mode) ||
         strcmp(path, "-") == 0))
        return AHD_OK;
    return ahd_fail_at(error, AHD_EFORMAT, path, 0,
                       "is not a file; leave it out");
}

/* Read the start of the open stream, and decide what it is. */
static ahd_status look(ahd_source *source, ahd_error *error)
{
    while (!source->at_end && source->buf.len < SNIFF_BYTES)
        AHD_TRY(fill(source, error));
    ahd_str head = ahd_buf_str(&source->buf);
    if (head.len == 0)
        return ahd_fail_at(error, AHD_EFORMAT, source->file, 0,
                           "is empty; leave it out");
    head.len = head.len < SNIFF_BYTES ? head.len : SNIFF_BYTES;
    const char *binary = ahd_sniff_binary(head);
    if (binary != NULL)
        return ahd_fail_at(error, AHD_EFORMAT, source->file, 0,
                           "is not text or HTML (looks like %s); leave it out",
                           binary);
    source->format = ahd_sniff_format(source->file, head);
    return AHD_OK;
}

static ahd_status open_file(ahd_source *source, const char *path,
                            ahd_error *error)
{
    int fd = open_descriptor(path);

    if (fd < 0)
        return fail_open(path, error);
    ahd_status status = check_kind(fd, path, error);
    if (status != AHD_OK) {
        close(fd);
        return status;
    }
    source->stream = gzdopen(fd, "rb");
    if (source->stream == NULL) {
        close(fd);
        return ahd_fail_at(error, AHD_ENOMEM, path, 0, "no memory to open it");
    }
    gzbuffer(source->stream, READ_BYTES);
    source->file = path;
    return look(source, error);
}

/* The whole file as one page. The stream stays open until the next call, so
 * that the bytes stay as well. */
static ahd_status whole(ahd_source *source, ahd_page *out, ahd_error *error)
{
    while (!source->at_end && source->buf.len <= AHD_SOURCE_LARGEST)
        AHD_TRY(fill(source, error));
    if (source->buf.len > AHD_SOURCE_LARGEST)
        return fail_large(source, 0, error);
    *out = (ahd_page){.path = source->file,
                      .bytes = ahd_buf_str(&source->buf),
                      .format = source->format};
    source->taken = source->buf.len;
    return AHD_OK;
}

static void drop_taken(ahd_source *source)
{
    if (source->taken == 0)
        return;
    memmove(source->buf.ptr, source->buf.ptr + source->taken,
            source->buf.len - source->taken);
    source->buf.len -= source->taken;
    source->taken = 0;
}

/* The bytes of the next line; more is read until its end is in the buffer. */
static ahd_status next_line(ahd_source *source, ahd_str *line, ahd_error *error)
{
    size_t looked = source->taken;

    for (;;) {
        ahd_buf *buf = &source->buf;
        const char *end = buf->len > looked ? memchr(buf->ptr + looked, '\n',
                                                     buf->len - looked)
                                            : NULL;
        size_t to = end ? (size_t)(end - buf->ptr) : buf->len;
        if (to - source->taken > AHD_SOURCE_LARGEST)
            return fail_large(source, source->line + 1, error);
        if (end != NULL || source->at_end) {
            *line = (ahd_str){buf->ptr + source->taken, to - source->taken};
            source->taken = end ? to + 1 : to;
            return AHD_OK;
        }
        drop_taken(source);
        looked = buf->len;
        AHD_TRY(fill(source, error));
    }
}

/* The next line that is not blank; false at the end of the file. */
static ahd_status record(ahd_source *source, ahd_page *out, bool *found,
                         ahd_error *error)
{
    ahd_str line = {0};

    *found = false;
    while (!source->at_end || source->taken < source->buf.len) {
        AHD_TRY(next_line(source, &line, error));
        source->line++;
        if (ahd_str_trim(line).len == 0)
            continue;
        *out = (ahd_page){.path = source->file,
                          .line = source->line,
                          .bytes = line,
                          .format = source->format};
        *found = true;
        return AHD_OK;
    }
    return AHD_OK;
}

/* The next file's path, NULL when there is none. */
static ahd_status next_file(ahd_source *source, const char **path,
                            ahd_error *error)
{
    *path = NULL;
    if (source->folder != NULL)
        return ahd_folder_next(source->folder, path, error);
    if (source->file == NULL)
        *path = source->path;
    return AHD_OK;
}

/* A stream to read from: the one at hand, or the next file's. */
static ahd_status have_stream(ahd_source *source, bool *end, ahd_error *error)
{
    const char *path;

    if (source->stream != NULL)
        return AHD_OK;
    AHD_TRY(next_file(source, &path, error));
    *end = path == NULL;
    if (*end)
        return AHD_OK;
    source->file = path;
    return open_file(source, path, error);
}

static ahd_status advance(ahd_source *source, ahd_page *out, bool *end,
                          ahd_error *error)
{
    bool found = false;

    while (!found) {
        bool fresh = source->stream == NULL;
        AHD_TRY(have_stream(source, end, error));
        if (*end)
            return AHD_OK;
        if (source->format == AHD_FORMAT_JSONL)
            AHD_TRY(record(source, out, &found, error));
        else if (fresh)
            return whole(source, out, error);
        if (!found)
            close_file(source);
    }
    return AHD_OK;
}

ahd_status ahd_source_next(ahd_source *source, ahd_page *out, bool *end,
                           ahd_error *error)
{
    *end = false;
    *out = (ahd_page){0};
    ahd_status status = advance(source, out, end, error);
    if (status != AHD_OK)
        close_file(source);
    return status;
}

ahd_status ahd_source_open(const char *path, ahd_source **out, ahd_error *error)
{
    struct stat info;
    bool standard = strcmp(path, "-") == 0;

    *out = NULL;
    if (!standard && stat(path, &info) != 0)
        return fail_open(path, error);
    ahd_source *source = calloc(1, sizeof *source);
    if (source == NULL || (source->path = strdup(path)) == NULL) {
        free(source);
        return ahd_fail_at(error, AHD_ENOMEM, path, 0, "no memory");
    }
    source->buf = AHD_BUF(AHD_SOURCE_LARGEST + READ_BYTES);
    if (!standard && S_ISDIR(info.st_mode)) {
        ahd_status status = ahd_folder_open(path, &source->folder, error);
        if (status != AHD_OK) {
            ahd_source_close(source);
            return status;
        }
    }
    *out = source;
    return AHD_OK;
}

void ahd_source_close(ahd_source *source)
{
    if (source == NULL)
        return;
    close_file(source);
    ahd_folder_close(source->folder);
    ahd_buf_finish(&source->buf);
    free(source->path);
    free(source);
}
