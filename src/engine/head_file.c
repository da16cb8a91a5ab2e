#include "engine/head_file.h"

#include "engine/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_PATH = 1 << 16 };

/* --------------------------------------------------------------- reading */

/* A small file, whole. What is longer than a head may be is none. */
static ahd_status read_file(const char *path, ahd_buf *out, ahd_error *error)
{
    char text[AHD_LOG_HEAD_MOST];
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return ahd_fail_system(error, path, "cannot open");
    size_t len = fread(text, 1, sizeof text, file);
    bool failed = ferror(file) != 0;
    if (failed)
        (void)ahd_fail_system(error, path, "cannot read");
    fclose(file);
    if (failed)
        return AHD_EIO;
    ahd_buf_add(out, (ahd_str){text, len});
    memset(text, 0, sizeof text);
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

ahd_status ahd_head_file_read(const char *path, ahd_log_head *out,
                              ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);
    ahd_status status = read_file(path, &text, error);

    if (status == AHD_OK && !ahd_log_head_read(ahd_buf_str(&text), out))
        status = ahd_fail_at(error, AHD_EFORMAT, path, 0,
                             "this is no head of a log; name a file that ahd "
                             "head --out made");
    ahd_buf_finish(&text);
    return status;
}

/* A key that others can read is none. */
static ahd_status read_key(const char *path, ahd_signer *out, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);
    struct stat about;

    if (stat(path, &about) != 0)
        return ahd_fail_system(error, path, "cannot open");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return ahd_fail_at(error, AHD_EIO, path, 0,
                           "others may read this key; take that away with: "
                           "chmod 600, or make a new one");
    ahd_status status = read_file(path, &text, error);
    if (status == AHD_OK && !ahd_log_head_read_signer(ahd_buf_str(&text), out))
        status = ahd_fail_at(error, AHD_EFORMAT, path, 0,
                             "this is no key; make one with: ahd head "
                             "--new-key --key FILE");
    if (text.len > 0)
        memset(text.ptr, 0, text.len);
    ahd_buf_finish(&text);
    return status;
}

/* --------------------------------------------------------------- writing */

static ahd_status write_all(int file, const char *path, ahd_str text,
                            ahd_error *error)
{
    while (text.len > 0) {
        ssize_t done = write(file, text.ptr, text.len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return ahd_fail_system(error, path, "cannot write");
        text = (ahd_str){text.ptr + done, text.len - (size_t)done};
    }
    if (fsync(file) != 0)
        return ahd_fail_system(error, path, "cannot write");
    return AHD_OK;
}

/* Beside its place first, so that a head that was kept is never half gone. */
static ahd_status write_file(const char *path, ahd_str text, ahd_error *error)
{
    ahd_buf beside = AHD_BUF(LONGEST_PATH);

    ahd_buf_printf(&beside, "%s.new", path);
    if (beside.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    int file = open(beside.ptr, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    ahd_status status = file < 0
                            ? ahd_fail_system(error, beside.ptr, "cannot write")
                            : write_all(file, path, text, error);
    if (file >= 0)
        close(file);
    if (status == AHD_OK && rename(beside.ptr, path) != 0)
        status = ahd_fail_system(error, path, "cannot write");
    if (status != AHD_OK && file >= 0)
        unlink(beside.ptr);
    ahd_buf_finish(&beside);
    return status;
}

ahd_status ahd_key_new(const char *path, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);
    ahd_signer signer;

    if (!ahd_log_head_new_signer(&signer))
        return ahd_fail(error, AHD_EIO,
                        "libsodium does not work here; "
                        "install it anew");
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
    if (file < 0 && errno == EEXIST)
        return ahd_fail_at(error, AHD_EUSAGE, path, 0,
                           "a key may be there already; choose another name");
    if (file < 0)
        return ahd_fail_system(error, path, "cannot write");
    ahd_log_head_write_signer(&signer, &text);
    ahd_status status = write_all(file, path, ahd_buf_str(&text), error);
    close(file);
    if (status != AHD_OK)
        unlink(path);
    memset(text.ptr, 0, text.len);
    ahd_buf_finish(&text);
    ahd_log_head_forget(&signer);
    return status;
}

/* ------------------------------------------------------ the head as it is */

static void tell_time(char out[AHD_LOG_HEAD_TIME])
{
    char text[AHD_LOG_HEAD_TIME + 1];
    time_t seconds = time(NULL);
    struct tm utc;

    gmtime_r(&seconds, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    memcpy(out, text, AHD_LOG_HEAD_TIME);
}

static ahd_status sign(ahd_log_head *head, const char *key, ahd_error *error)
{
    ahd_signer signer;

    AHD_TRY(read_key(key, &signer, error));
    bool done = ahd_log_head_sign(head, &signer);
    ahd_log_head_forget(&signer);
    return done ? AHD_OK
                : ahd_fail(error, AHD_EIO,
                           "libsodium does not work here; "
                           "install it anew");
}

ahd_status ahd_head_file_make(ahd_store *store, const char *key,
                              ahd_log_head *out, ahd_error *error)
{
    ahd_frontier frontier;

    AHD_TRY(ahd_store_frontier(store, &frontier, error));
    *out = (ahd_log_head){.size = frontier.size,
                          .root = ahd_frontier_root(&frontier)};
    tell_time(out->time);
    return key ? sign(out, key, error) : AHD_OK;
}

/* ------------------------------------------------- one kept head, the next */

/* The log up to where the head that is kept ends. */
typedef struct prefix {
    ahd_frontier frontier;
    uint64_t size;
} prefix;

static ahd_status add_leaf(void *context, const ahd_log_line *line,
                           ahd_error *error)
{
    prefix *p = context;
    ahd_hash leaf;

    (void)error;
    if (p->frontier.size == p->size || line->leaf.len != AHD_HASH_BYTES)
        return AHD_OK;
    memcpy(leaf.bytes, line->leaf.ptr, AHD_HASH_BYTES);
    ahd_frontier_add(&p->frontier, leaf);
    return AHD_OK;
}

/* A head may only be followed by one of the same log, grown. */
static ahd_status follows(ahd_store *store, const char *path,
                          const ahd_log_head *before, ahd_error *error)
{
    prefix p = {.size = before->size};

    AHD_TRY(ahd_store_lines(store, add_leaf, &p, error));
    ahd_hash root = ahd_frontier_root(&p.frontier);
    if (p.frontier.size == before->size && ahd_hash_eq(&root, &before->root))
        return AHD_OK;
    return ahd_fail_at(error, AHD_ESTORE, path, 0,
                       "the record is not the one of this head, grown; the "
                       "head is left as it is: look with ahd verify --head");
}

ahd_status ahd_record_keep_head(ahd_record *record, const char *key,
                                const char *path, ahd_error *error)
{
    ahd_store *store = record->store;
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);
    ahd_log_head head, before;

    AHD_TRY(ahd_head_file_make(store, key, &head, error));
    if (access(path, F_OK) == 0) {
        AHD_TRY(ahd_head_file_read(path, &before, error));
        AHD_TRY(follows(store, path, &before, error));
    }
    ahd_log_head_write(&head, &text);
    ahd_status status = text.failed
                            ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                            : write_file(path, ahd_buf_str(&text), error);
    ahd_buf_finish(&text);
    return status;
}

ahd_status ahd_record_head(ahd_record *record, const char *key, ahd_buf *out,
                           ahd_error *error)
{
    ahd_log_head head;

    AHD_TRY(ahd_head_file_make(record->store, key, &head, error));
    ahd_log_head_write(&head, out);
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}
